import { z } from 'zod';
import { type Catalogue, findModule, isForPerson } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { checkAnswer, readChoice } from '../../../features/progress/check-answer.ts';
import { readModuleProgress } from '../../../features/progress/read-module-progress.ts';
import { confirmReread } from '../../../features/reminders/confirm-reread.ts';
import { refresherView } from '../../../views/refresher.view.ts';
import type { Render } from '../../../views/render.ts';
import { rereadView } from '../../../views/reread.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { choiceInput } from './choice-input.ts';
import type { ModuleReplies } from './module-replies.ts';

export type FollowUpActionNeeds = { render: Render; people: PersonStore; catalogue: Catalogue };

const id = z.string().max(200);

/** The answers to what comes after a module is done. */
export function followUpActions(needs: FollowUpActionNeeds, replies: ModuleReplies): readonly Action[] {
  const permission = 'module.take';
  return [
    defineAction({
      verb: 'refresher.answer',
      permission,
      input: z.object({ moduleId: id, questionId: id, choice: choiceInput }),
      handle: (context, input) =>
        withOwn(needs, replies, context, input.moduleId, (module) => answer(needs, context, module, input)),
    }),
    defineAction({
      verb: 'reread.confirm',
      permission,
      input: z.object({ moduleId: id, version: z.number().int().min(1).max(1_000_000) }),
      handle: (context, input) =>
        withOwn(needs, replies, context, input.moduleId, (module) =>
          confirm(needs, replies, context, module, input.version),
        ),
    }),
  ];
}

/** The card may be old, and the id may name anything: what is gone, or is not for this person any more, ends in the list. */
async function withOwn(
  { catalogue }: FollowUpActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  moduleId: string,
  run: (module: Module) => Promise<Reply>,
): Promise<Reply> {
  const module = findModule(catalogue, moduleId);
  if (!module) return replies.list(context, 'gone');
  return isForPerson(module, actingPerson(context)) ? run(module) : replies.list(context, 'not-for-you');
}

/** Answers from the card alone: nothing is read and nothing is kept, not even that there was an answer. */
async function answer(
  { render }: FollowUpActionNeeds,
  { locale, now }: ActionContext,
  module: Module,
  { questionId, choice }: { questionId: string; choice: readonly string[] },
): Promise<Reply> {
  const question = module.quiz.find((known) => known.questionId === questionId);
  const chosen = question && readChoice(question, choice);
  const said = question && chosen ? { check: checkAnswer(question, chosen) } : { hint: 'no-choice' as const };
  return { place: 'replace', message: render(refresherView, { module, question, ...said }, locale, now) };
}

/** Of a module that is to be taken again there is nothing to confirm, and a card of another version shows what is new now. */
async function confirm(
  needs: FollowUpActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  module: Module,
  version: number,
): Promise<Reply> {
  const { personId } = actingPerson(context);
  const { moduleId, material: change } = module;
  const stored = (await readModuleProgress(needs.people, personId, moduleId))?.value;
  if (!stored) return replies.list(context);
  if (stored.state !== 'completed' || !change) return replies.progress(context, module, stored);
  const isThis = version === change.version;
  if (isThis) await confirmReread(needs, personId, { moduleId, version, at: context.now });
  const model = {
    module,
    change,
    completedAt: stored.completedAt,
    standing: isThis ? ('read' as const) : ('newer' as const),
  };
  return { place: 'replace', message: needs.render(rereadView, model, context.locale, context.now) };
}
