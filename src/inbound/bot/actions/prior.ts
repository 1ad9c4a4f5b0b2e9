import { z } from 'zod';
import { readLocalDate } from '../../../core/local-date.ts';
import type { Catalogue } from '../../../features/catalogue/catalogue.ts';
import { findModule, isForPerson } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { findChoice } from '../../../features/catalogue/prior-learning.ts';
import type { Prior, PriorIn } from '../../../features/progress/prior.ts';
import {
  askPrior,
  type PriorAnswer,
  type PriorNeeds,
  type PriorStanding,
  readPriorStanding,
  withdrawPrior,
} from '../../../features/use-cases/ask-prior.ts';
import { type PriorAnswerModel, priorAnswerView } from '../../../views/prior-answer.view.ts';
import { type PriorAskModel, priorAskView } from '../../../views/prior-ask.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson, learningPerson } from './acting-person.ts';
import { createModuleReplies, type ModuleReplyNeeds } from './module-replies.ts';

export type PriorActionNeeds = PriorNeeds & ModuleReplyNeeds;

const moduleId = z.string().max(200);
/** From an input of a card, where anything may come; what fits nothing is asked for again, kindly. */
const chosen = z.string().max(200).catch('');

/** "Jeg har tatt dette før", for the one who says it. */
export function priorActions(needs: PriorActionNeeds): readonly Action[] {
  const permission = 'module.take';
  const { withModule, withOwn } = createGuards(needs);
  return [
    defineAction({
      verb: 'prior.ask',
      permission,
      input: z.object({ moduleId }),
      handle: (context, input) => withOwn(context, input.moduleId, (module) => ask(needs, context, module)),
    }),
    defineAction({
      verb: 'prior.send',
      permission,
      input: z.object({ moduleId, takenOn: chosen, place: chosen }),
      handle: (context, { takenOn, place, ...input }) =>
        withOwn(context, input.moduleId, (module) => send(needs, context, module, { takenOn, place })),
    }),
    // Also of a module that is for others now: it would wait for ever.
    defineAction({
      verb: 'prior.withdraw',
      permission,
      input: z.object({ moduleId }),
      handle: (context, input) =>
        withModule(context, input.moduleId, async (module) => {
          const outcome = await withdrawPrior(needs, actingPerson(context).personId, module.moduleId, context.now);
          const told = async () => answer(needs, context, { module, outcome });
          return outcome === 'withdrawn' ? told() : withOwn(context, input.moduleId, told);
        }),
    }),
  ];
}

type Guard = (context: ActionContext, moduleId: string, run: (module: Module) => Promise<Reply>) => Promise<Reply>;

function createGuards(needs: PriorActionNeeds): { withModule: Guard; withOwn: Guard } {
  const replies = createModuleReplies(needs);
  const withModule: Guard = async (context, id, run) => {
    const module = findModule(needs.catalogue, id);
    return module ? run(module) : replies.list(context, 'gone');
  };
  const withOwn: Guard = (context, id, run) =>
    withModule(context, id, async (module) =>
      isForPerson(module, learningPerson(context)) ? run(module) : replies.list(context, 'not-for-you'),
    );
  return { withModule, withOwn };
}

async function ask(needs: PriorActionNeeds, context: ActionContext, module: Module): Promise<Reply> {
  const standing = await readPriorStanding(needs, actingPerson(context), module.moduleId, context.now);
  if (standing.standing !== 'open') return answer(needs, context, closed(module, standing));
  const { prior, leaders } = standing;
  if (prior?.state === 'waiting') return answer(needs, context, waiting(needs, module, prior, leaders));
  const places = needs.catalogue.priorLearning?.places;
  if (!places) return answer(needs, context, { module, outcome: 'not-offered' });
  return form(needs, context, { module, places, leaders, ...declinedOf(needs.catalogue, prior) });
}

async function send(
  needs: PriorActionNeeds,
  context: ActionContext,
  module: Module,
  given: PriorAnswer,
): Promise<Reply> {
  const places = needs.catalogue.priorLearning?.places;
  if (!places) return answer(needs, context, { module, outcome: 'not-offered' });
  const result = await askPrior(needs, actingPerson(context), module, given, context.now);
  if (result.outcome === 'not-open') return answer(needs, context, closed(module, result.standing));
  const { leaders } = result;
  if (result.outcome === 'waiting') return answer(needs, context, waiting(needs, module, result.prior, leaders));
  return form(needs, context, { module, places, leaders, chosen: soundChoice(given, places), hint: result.outcome });
}

/** What came is shown again only where it is a date or one of our places: a card must not say what a stranger put into it. */
function soundChoice({ takenOn, place }: PriorAnswer, places: PriorAskModel['places']): PriorAskModel['chosen'] {
  return { takenOn: readLocalDate(takenOn) ?? '', place: findChoice(places, place)?.choiceId ?? '' };
}

function closed(module: Module, standing: Exclude<PriorStanding, { standing: 'open' }>): PriorAnswerModel {
  if (standing.standing === 'done') return { module, outcome: 'done', completedAt: standing.completedAt };
  return { module, outcome: standing.who };
}

function waiting(
  { catalogue }: PriorActionNeeds,
  module: Module,
  { takenOn, ...prior }: PriorIn<'waiting'>,
  leaders: readonly string[],
): PriorAnswerModel {
  const place = findChoice(catalogue.priorLearning?.places ?? [], prior.place)?.name;
  return { module, outcome: 'waiting', takenOn, leaders, ...(place && { place }) };
}

function declinedOf({ priorLearning }: Catalogue, prior: Prior | undefined): Pick<PriorAskModel, 'declined'> {
  if (prior?.state !== 'declined') return {};
  const reason = findChoice(priorLearning?.reasons ?? [], prior.reason)?.name;
  return { declined: reason ? { reason } : {} };
}

const form = ({ render }: PriorActionNeeds, { locale, now }: ActionContext, model: PriorAskModel): Reply => ({
  place: 'replace',
  message: render(priorAskView, model, locale, now),
});

const answer = ({ render }: PriorActionNeeds, { locale, now }: ActionContext, model: PriorAnswerModel): Reply => ({
  place: 'replace',
  message: render(priorAnswerView, model, locale, now),
});
