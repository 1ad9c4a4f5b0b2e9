import { z } from 'zod';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, findModule, isForPerson } from '../../../features/catalogue/catalogue.ts';
import type { Module, QuizQuestion } from '../../../features/catalogue/module.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { checkAnswer, namesGoneOption, readChoice } from '../../../features/progress/check-answer.ts';
import { readModuleProgress } from '../../../features/progress/read-module-progress.ts';
import { rereadRow } from '../../../features/progress/rereads.ts';
import { standsFor } from '../../../features/progress/stands-for.ts';
import { isStillTheirs } from '../../../features/progress/still-theirs.ts';
import { confirmReread } from '../../../features/reminders/confirm-reread.ts';
import type { View } from '../../../views/define-view.ts';
import { type RefresherModel, refresherView } from '../../../views/refresher.view.ts';
import type { Render } from '../../../views/render.ts';
import { rereadView } from '../../../views/reread.view.ts';
import { useItView } from '../../../views/use-it.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { choiceInput } from './choice-input.ts';
import type { ModuleReplies } from './module-replies.ts';

export type FollowUpActionNeeds = { render: Render; people: PersonStore; catalogue: Catalogue; zone: TimeZone };

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
    // The way back to such a card from where somebody said that a text is wrong.
    defineAction({
      verb: 'refresher.show',
      permission,
      input: z.object({ moduleId: id, questionId: id }),
      handle: (context, { moduleId, questionId }) =>
        withOwn(needs, replies, context, moduleId, async (module) =>
          show(needs, context, refresherView, { module, question: findQuestion(module, questionId) }),
        ),
    }),
    defineAction({
      verb: 'use-it.show',
      permission,
      input: z.object({ moduleId: id }),
      handle: (context, { moduleId }) =>
        withOwn(needs, replies, context, moduleId, (module) =>
          withDone(needs, replies, context, module, async (completedAt) =>
            show(needs, context, useItView, { kind: 'use-it', module, completedAt }),
          ),
        ),
    }),
    defineAction({
      verb: 'reread.show',
      permission,
      input: z.object({ moduleId: id }),
      handle: (context, { moduleId }) =>
        withOwn(needs, replies, context, moduleId, (module) => reread(needs, replies, context, module)),
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

/** The card may be old, and the id may name anything: what is gone, or was never this person's, ends in the list. */
async function withOwn(
  { catalogue, people }: FollowUpActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  moduleId: string,
  run: (module: Module) => Promise<Reply>,
): Promise<Reply> {
  const module = findModule(catalogue, moduleId);
  if (!module) return replies.list(context, 'gone');
  const isTheirs = await isStillTheirs(people, actingPerson(context), module);
  return isTheirs ? run(module) : replies.list(context, 'not-for-you');
}

/** Answers from the card alone: nothing is read and nothing is kept, not even that there was an answer. */
async function answer(
  needs: FollowUpActionNeeds,
  context: ActionContext,
  module: Module,
  { questionId, choice }: { questionId: string; choice: readonly string[] },
): Promise<Reply> {
  const question = findQuestion(module, questionId);
  return show(needs, context, refresherView, { module, question, ...(question && said(question, choice)) });
}

function said(question: QuizQuestion, choice: readonly string[]): Pick<RefresherModel, 'check' | 'hint'> {
  const chosen = readChoice(question, choice);
  if (chosen) return { check: checkAnswer(question, chosen) };
  return { hint: namesGoneOption(question, choice) ? 'changed' : 'no-choice' };
}

const findQuestion = ({ quiz }: Module, questionId: string): QuizQuestion | undefined =>
  quiz.find((known) => known.questionId === questionId);

/** A card of another version shows what is new now. */
async function confirm(
  needs: FollowUpActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  module: Module,
  version: number,
): Promise<Reply> {
  const { personId } = actingPerson(context);
  const { moduleId, material: change } = module;
  return withDone(needs, replies, context, module, async (completedAt) => {
    if (!change) return replies.done(context, module, completedAt, 'earlier');
    const isThis = version === change.version;
    if (isThis) await confirmReread(needs, personId, { moduleId, version, at: context.now });
    const standing = isThis ? ('read' as const) : ('newer' as const);
    return show(needs, context, rereadView, { module, change, completedAt, standing });
  });
}

async function reread(
  needs: FollowUpActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  module: Module,
): Promise<Reply> {
  const { personId } = actingPerson(context);
  const { moduleId, material: change } = module;
  return withDone(needs, replies, context, module, async (completedAt) => {
    if (!change) return replies.done(context, module, completedAt, 'earlier');
    const known = await needs.people.get(personId, rereadRow, `${moduleId}:${change.version}`);
    const standing = known ? ('read' as const) : ('unread' as const);
    return show(needs, context, rereadView, { module, change, completedAt, standing });
  });
}

/** Of a module that was never begun, or is to be taken again, there is nothing that follows. */
async function withDone(
  needs: FollowUpActionNeeds,
  replies: ModuleReplies,
  context: ActionContext,
  module: Module,
  run: (completedAt: Date) => Promise<Reply>,
): Promise<Reply> {
  const person = actingPerson(context);
  const row = (await readModuleProgress(needs.people, person.personId, module.moduleId))?.value;
  const stored = standsFor(module, row, isForPerson(module, person), localDateAt(context.now, needs.zone));
  if (!stored) return replies.list(context);
  return stored.state === 'completed' ? run(stored.completedAt) : replies.progress(context, module, stored);
}

function show<M>({ render }: FollowUpActionNeeds, { locale, now }: ActionContext, view: View<M>, model: M): Reply {
  return { place: 'replace', message: render(view, model, locale, now) };
}
