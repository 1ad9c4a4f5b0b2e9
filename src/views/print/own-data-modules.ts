import { countedFrom, findModule } from '../../features/catalogue/catalogue.ts';
import type { Module } from '../../features/catalogue/module.ts';
import { findChoice } from '../../features/catalogue/prior-learning.ts';
import type { Person } from '../../features/people/person.ts';
import type { Assigned, Since } from '../../features/progress/assigned.ts';
import { positionNow } from '../../features/progress/keep-place.ts';
import type { Prior } from '../../features/progress/prior.ts';
import type { Done, Progress, StartedProgress } from '../../features/progress/progress.ts';
import { placeAt } from '../../features/progress/steps.ts';
import type { ViewKit } from '../define-view.ts';
import type { Words } from './own-data-rows.ts';

export function doneLine({ moduleId, completedAt, tickedBy }: Done, { kit, on, module }: Words): string {
  const values = { module: module(moduleId), date: on(completedAt) };
  return tickedBy === undefined
    ? kit.t('own-data.file.module-done', values)
    : kit.t('own-data.file.module-ticked', values);
}

/** Of a module under way: since when, where in it, and the answers that are kept until it is done. One that is done has its proof. */
export function progressLines(progress: Progress, words: Words): readonly string[] {
  if (progress.state !== 'started') return [];
  const { kit, catalogue, on } = words;
  const title = words.module(progress.moduleId);
  const begun = kit.t('own-data.file.module-started', { module: title, date: on(progress.startedAt) });
  const module = findModule(catalogue, progress.moduleId);
  if (!module) return [begun];
  const { position, of } = placeAt(module, positionNow(module, progress));
  const place = kit.t('own-data.file.module-place', { module: title, card: position + 1, cards: of });
  const answers = [...quizAnswers(progress, module, kit), ...dialogueReplies(progress, module, kit)];
  return [begun, place, ...answers.map((answer) => `${title}: ${answer}`)];
}

/** What each deadline is counted from, and what it was counted from before. */
export function assignedLines(
  { since, was = {} }: Assigned,
  person: Person,
  { kit, catalogue, module }: Words,
): readonly string[] {
  const from = (day: Since): string => kit.date(countedFrom(catalogue, person, day === 'start' ? undefined : day));
  const now = Object.entries(since).map(([moduleId, day]) =>
    kit.t('own-data.file.assigned', { module: module(moduleId), date: from(day) }),
  );
  const before = Object.entries(was).flatMap(([moduleId, all]) =>
    all.map((one) => {
      const about = { module: module(moduleId), date: from(one.since), until: kit.date(one.until) };
      return kit.t('own-data.file.assigned-before', about);
    }),
  );
  return [...now, ...before];
}

/** A question or an answer that the module no longer has is told by its id. */
function quizAnswers({ answers }: StartedProgress, { quiz }: Module, kit: ViewKit): readonly string[] {
  return Object.entries(answers).map(([questionId, chosen]) => {
    const question = quiz.find((known) => known.questionId === questionId);
    const texts = chosen.map((id) => {
      const option = question?.options.find(({ optionId }) => optionId === id);
      return option ? kit.pick(option.text) : id;
    });
    const asked = question ? kit.pick(question.prompt) : questionId;
    return kit.t('own-data.file.answer', { question: asked, answer: texts.join(' / ') });
  });
}

function dialogueReplies({ dialogues = {} }: StartedProgress, module: Module, kit: ViewKit): readonly string[] {
  return Object.entries(dialogues).map(([dialogueId, { replies }]) => {
    const dialogue = module.dialogues.find((known) => known.dialogueId === dialogueId);
    const known = dialogue?.nodes.flatMap((node) => node.replies) ?? [];
    const texts = replies.map((id) => {
      const reply = known.find(({ replyId }) => replyId === id);
      return reply ? kit.pick(reply.text) : id;
    });
    const talk = dialogue ? kit.pick(dialogue.title) : dialogueId;
    return kit.t('own-data.file.talk', { talk, answer: texts.join(' / ') });
  });
}

/** With where it was and what the leader answered, and when. Without a place or a reason that the pack no longer has. */
export function priorLine(prior: Prior, words: Words): string {
  const { kit, catalogue, on, module } = words;
  const { moduleId, takenOn, state } = prior;
  const values = { module: module(moduleId), date: kit.date(takenOn), state: priorWord[state](kit) };
  const place = findChoice(catalogue.priorLearning?.places ?? [], prior.place)?.name;
  const parts = [
    `${kit.t('own-data.file.prior', values)}.`,
    ...(place ? [kit.t('own-data.file.prior-where', { place: kit.pick(place) })] : []),
    kit.t('own-data.file.prior-asked', { date: on(prior.askedAt) }),
    ...endWords(prior, words),
  ];
  return parts.join(' ');
}

/** How it ended, where it has. */
function endWords(prior: Prior, { kit, catalogue, on }: Words): readonly string[] {
  if (prior.state === 'waiting') return [];
  const date = on(prior.decidedAt);
  if (prior.state === 'withdrawn') return [kit.t('own-data.file.prior-withdrawn', { date })];
  const answered = kit.t('own-data.file.prior-answered', { date });
  if (prior.state === 'confirmed') return [answered];
  const reason = findChoice(catalogue.priorLearning?.reasons ?? [], prior.reason)?.name;
  return reason ? [answered, kit.t('staff.reason', { reason: kit.pick(reason) })] : [answered];
}

const priorWord: Readonly<Record<Prior['state'], (kit: ViewKit) => string>> = {
  waiting: (kit) => kit.t('own-data.state.waiting'),
  confirmed: (kit) => kit.t('own-data.state.confirmed'),
  declined: (kit) => kit.t('own-data.state.declined'),
  withdrawn: (kit) => kit.t('own-data.state.withdrawn'),
};
