import type { LocalDate } from '../../core/local-date.ts';
import { isForPerson } from '../catalogue/catalogue.ts';
import type { MaterialChange } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import type { StoredReminder } from './check-reminders.ts';
import { type FollowUpModel, isFriendly, questionOf, readFollowUp, rereadStep } from './follow-up.ts';
import { isMentorStepOver, isMentorStepToCome, type MentorPairs, readMentorStep } from './mentoring.ts';
import { datesChanged, type OpenReminder } from './reminder-rows.ts';

/** Pure: why a follow-up makes no sense any more; `undefined` while it does. */
export function followUpGone(
  reminder: OpenReminder,
  { person, own, pairs, today }: { person: Person; own: readonly OwnModule[]; pairs?: MentorPairs; today: LocalDate },
): 'module-gone' | 'taken-again' | 'content-changed' | 'pair-gone' | 'too-late' | typeof datesChanged | undefined {
  if (readFollowUp(reminder)?.kind === 'mentor') {
    if (isMentorStepOver(reminder, today)) return 'too-late';
    const model = mentorModel(reminder, pairs);
    if (!model) return 'pair-gone';
    return isMentorStepToCome(reminder, model.pair, today) ? datesChanged : undefined;
  }
  const about = findAbout(reminder, own);
  if (!about || !isForPerson(about.module, person)) return 'module-gone';
  if (about.standing !== 'done') return 'taken-again';
  return modelOf(reminder, about) ? undefined : 'content-changed';
}

/** The one that is sent of those that make sense today: what is new in a version first, then what was due first. */
export function firstFollowUp(
  send: readonly StoredReminder[],
  own: readonly OwnModule[],
  pairs?: MentorPairs,
): { stored: StoredReminder; model: FollowUpModel } | undefined {
  const inOrder = send.toSorted((a, b) => {
    const friendly = Number(isFriendly(a.value)) - Number(isFriendly(b.value));
    return friendly || a.value.dueAt.getTime() - b.value.dueAt.getTime();
  });
  for (const stored of inOrder) {
    const about = findAbout(stored.value, own);
    const model = about ? modelOf(stored.value, about) : mentorModel(stored.value, pairs);
    if (model) return { stored, model };
  }
  return undefined;
}

const findAbout = (reminder: OpenReminder, own: readonly OwnModule[]): OwnModule | undefined =>
  own.find(({ module }) => module.moduleId === readFollowUp(reminder)?.moduleId);

type MentorModel = Extract<FollowUpModel, { kind: 'mentor' }>;

/** `undefined` for anything else, and when the two are no pair any more. */
function mentorModel(reminder: OpenReminder, pairs?: MentorPairs): MentorModel | undefined {
  const about = readFollowUp(reminder);
  const pair = about?.kind === 'mentor' ? pairs?.get(about.moduleId) : undefined;
  const step = readMentorStep(reminder);
  return pair && step && { kind: 'mentor', pair, step };
}

/** `undefined` when the content has no longer what it is about. */
function modelOf(reminder: OpenReminder, about: OwnModule): FollowUpModel | undefined {
  const kind = readFollowUp(reminder)?.kind;
  if (kind === undefined || about.standing !== 'done') return undefined;
  const { module, completedAt } = about;
  switch (kind) {
    case 'refresher': {
      const question = questionOf(module, reminder.stepId);
      return question && { kind, module, question };
    }
    case 'use-it':
      return { kind, module, completedAt };
    case 'mentor':
      return undefined;
    case 'reread': {
      const change = changeOf(reminder, module.material);
      return change && { kind, module, completedAt, change, isRepeat: reminder.doubtfulSends > 0 };
    }
  }
}

const changeOf = (reminder: OpenReminder, change: MaterialChange | undefined): MaterialChange | undefined =>
  change && rereadStep(change) === reminder.stepId ? change : undefined;
