import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, findModule, isForPerson } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import type { GuideContent } from '../../../features/guide/guide.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { answerQuestion } from '../../../features/progress/answer-question.ts';
import type { Moved } from '../../../features/progress/change-progress.ts';
import type { CompleteModule, CompleteModuleResult } from '../../../features/progress/decide-completion.ts';
import type { Target } from '../../../features/progress/keep-place.ts';
import { moveInModule } from '../../../features/progress/move-in-module.ts';
import { readModuleProgress } from '../../../features/progress/read-module-progress.ts';
import { standsFor, whileNotDue } from '../../../features/progress/stands-for.ts';
import { startModule } from '../../../features/progress/start-module.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { choiceInput } from './choice-input.ts';
import { dialogueActions, type ModuleGuard } from './module-dialogue.ts';
import { createModuleReplies, type ModuleReplies, type StepHint } from './module-replies.ts';
import { stepInput } from './step-input.ts';

export type ModuleActionNeeds = {
  render: Render;
  people: PersonStore;
  catalogue: Catalogue;
  guide: GuideContent;
  zone: TimeZone;
  completeModule: CompleteModule;
  diplomaOffer?: 'offered';
};

const moduleId = z.string().max(200);
const position = z.number().int().min(0).max(1000);

/** Taking a module: the list, the cards, the questions and the end. */
export function moduleActions(needs: ModuleActionNeeds): readonly Action[] {
  const replies = createModuleReplies(needs);
  const withModule = createModuleGuard(needs, replies);
  const permission = 'module.take';
  return [
    defineAction({
      verb: 'module.list',
      permission,
      input: z.object({}),
      handle: (context) => replies.list(context),
    }),
    defineAction({
      verb: 'module.open',
      permission,
      input: z.object({ moduleId }),
      handle: (context, input) =>
        withModule(context, input.moduleId, (module) => open(needs, replies, context, module)),
    }),
    defineAction({
      verb: 'module.show',
      permission,
      input: z.object({ moduleId, position, ...stepInput, mode: z.literal('reread').optional().catch(undefined) }),
      handle: (context, input) =>
        withModule(
          context,
          input.moduleId,
          (module) => show(needs, replies, context, { module, ...input }),
          input.mode === 'reread' ? (module) => replies.reread(context, module, input) : undefined,
        ),
    }),
    defineAction({
      verb: 'module.answer',
      permission,
      input: z.object({ moduleId, position, choice: choiceInput, questionId: z.string().optional().catch(undefined) }),
      handle: (context, input) =>
        withModule(context, input.moduleId, (module) => answer(needs, replies, context, { module, ...input })),
    }),
    ...dialogueActions(needs, replies, withModule),
    defineAction({
      verb: 'module.complete',
      permission,
      input: z.object({ moduleId }),
      handle: (context, input) =>
        withModule(context, input.moduleId, (module) => complete(needs, replies, context, module)),
    }),
  ];
}

/** The id comes from a card and may name anything: what is gone, or is not for this person, ends in the list and changes nothing. */
function createModuleGuard({ people, catalogue }: ModuleActionNeeds, replies: ModuleReplies): ModuleGuard {
  return async (context, id, run, readAgain) => {
    const module = findModule(catalogue, id);
    if (!module) return replies.list(context, 'gone');
    const person = actingPerson(context);
    if (isForPerson(module, person)) return run(module);
    // Somebody who changed work keeps what is finished, and does not take it again.
    const stored = (await readModuleProgress(people, person.personId, id))?.value;
    const seen = whileNotDue(stored);
    if (seen?.state !== 'completed') return replies.list(context, 'not-for-you');
    if (seen === stored) return run(module);
    return readAgain ? readAgain(module) : replies.progress(context, module, seen);
  };
}

async function open(
  needs: ModuleActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  module: Module,
): Promise<Reply> {
  const first = await replies.takeFirst(context, module);
  if (first) return first;
  const moved = await startModule(needs, actingPerson(context).personId, module, context.now);
  const progress = standsFor(module, moved.progress, true, localDateAt(context.now, needs.zone)) ?? moved.progress;
  return replies.progress(context, module, progress, changedHint(moved));
}

type ShowInput = Target & { module: Module; mode?: 'reread' };

async function show(
  needs: ModuleActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  { module, mode, ...target }: ShowInput,
): Promise<Reply> {
  const { personId } = actingPerson(context);
  if (mode === 'reread') {
    const stored = await readModuleProgress(needs.people, personId, module.moduleId);
    // To be taken again meanwhile: the first card, which the button names, would throw away how far the person has come.
    return standsFor(module, stored?.value, true, localDateAt(context.now, needs.zone))?.state === 'completed'
      ? replies.reread(context, module, target)
      : open(needs, replies, context, module);
  }
  const moved = await moveInModule(needs, personId, module, target, context.now);
  return replies.progress(context, module, moved.progress, changedHint(moved));
}

const changedHint = ({ isChanged }: Moved): StepHint | undefined => (isChanged ? 'changed' : undefined);

type AnswerInput = { module: Module; position: number; choice: readonly string[]; questionId?: string };

async function answer(
  needs: ModuleActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  { module, ...input }: AnswerInput,
): Promise<Reply> {
  const result = await answerQuestion(needs, actingPerson(context).personId, module, input, context.now);
  return replies.progress(context, module, result.progress, answerHints[result.outcome]);
}

const answerHints: Readonly<Record<string, StepHint | undefined>> = {
  'no-choice': 'no-choice',
  'question-gone': 'changed',
  'option-gone': 'changed',
};

async function complete(
  needs: ModuleActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  module: Module,
): Promise<Reply> {
  const { personId } = actingPerson(context);
  const result = await needs.completeModule(personId, module, context.now);
  if (result.outcome !== 'not-yet') {
    return replies.done(context, module, result.completedAt, result.outcome === 'completed' ? 'just-now' : 'earlier');
  }
  const { progress } = await moveInModule(needs, personId, module, { position: result.position }, context.now);
  return replies.progress(context, module, progress, missingHint(result));
}

function missingHint(result: Extract<CompleteModuleResult, { outcome: 'not-yet' }>): StepHint | undefined {
  if (result.reason === 'pass-mark') return { belowMark: result.score };
  return result.reason === 'not-started' ? undefined : result.reason;
}
