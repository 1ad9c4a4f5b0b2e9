import type { LocalDate } from '../../core/local-date.ts';
import { isForPerson } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import type { OwnPolicy } from '../progress/policy-reads.ts';
import type { StoredReminder } from './check-reminders.ts';
import {
  type FollowUpModel,
  followUpSubject,
  isAfterModule,
  isFriendly,
  questionOf,
  readFollowUp,
  versionStep,
} from './follow-up.ts';
import { isMentorStepOver, isMentorStepToCome, type MentorPairs, readMentorStep } from './mentoring.ts';
import { isUseItOver } from './plan-follow-ups.ts';
import { datesChanged, type OpenReminder } from './reminder-rows.ts';

/** What follow-ups are about, as it is now. */
export type FollowedUp = { own: readonly OwnModule[]; pairs?: MentorPairs; policies?: readonly OwnPolicy[] };

export type FollowUpGone =
  | ('module-gone' | 'taken-again' | 'content-changed' | 'pair-gone' | 'too-late' | 'policy-gone' | 'read')
  | typeof datesChanged
  | undefined;

/** Pure: why a follow-up makes no sense any more; `undefined` while it does. */
export function followUpGone(
  reminder: OpenReminder,
  { person, own, pairs, policies, today }: FollowedUp & { person: Person; today: LocalDate },
): FollowUpGone {
  const kind = readFollowUp(reminder)?.kind;
  if (kind === 'mentor') {
    const model = mentorModel(reminder, pairs);
    if (isMentorStepOver(reminder, model?.pair.employedOn, today)) return 'too-late';
    if (!model) return 'pair-gone';
    return isMentorStepToCome(reminder, model.pair, today) ? datesChanged : undefined;
  }
  if (kind === 'policy') return policyGone(reminder, policies);
  const about = findAbout(reminder, own);
  if (!about || !isForPerson(about.module, person)) return 'module-gone';
  if (about.standing !== 'done') return 'taken-again';
  if (kind === 'use-it' && isUseItOver(reminder, today)) return 'too-late';
  return modelOf(reminder, about) ? undefined : 'content-changed';
}

/** The one that is sent of those that make sense today: what is new in a version first, then what was due first. */
export function firstFollowUp(
  send: readonly StoredReminder[],
  { own, pairs, policies }: FollowedUp,
): { stored: StoredReminder; model: FollowUpModel } | undefined {
  const inOrder = send.toSorted((a, b) => {
    const friendly = Number(isFriendly(a.value)) - Number(isFriendly(b.value));
    return friendly || a.value.dueAt.getTime() - b.value.dueAt.getTime();
  });
  for (const stored of inOrder) {
    const about = findAbout(stored.value, own);
    const model = about
      ? modelOf(stored.value, about)
      : (mentorModel(stored.value, pairs) ?? policyModel(stored.value, policies));
    if (model) return { stored, model };
  }
  return undefined;
}

const findAbout = (reminder: OpenReminder, own: readonly OwnModule[]): OwnModule | undefined =>
  own.find(({ module }) => isAfterModule(reminder, module.moduleId));

type MentorModel = Extract<FollowUpModel, { kind: 'mentor' }>;

/** `undefined` for anything else, and when the two are no pair any more. */
function mentorModel(reminder: OpenReminder, pairs?: MentorPairs): MentorModel | undefined {
  const about = readFollowUp(reminder);
  const pair = about?.kind === 'mentor' ? pairs?.get(about.moduleId) : undefined;
  const step = readMentorStep(reminder);
  return pair && step && { kind: 'mentor', pair, step };
}

const findPolicy = (reminder: OpenReminder, policies: readonly OwnPolicy[] = []): OwnPolicy | undefined =>
  policies.find(({ policy }) => followUpSubject('policy', policy.policyId) === reminder.moduleId);

function policyGone(reminder: OpenReminder, policies?: readonly OwnPolicy[]): FollowUpGone {
  const own = findPolicy(reminder, policies);
  if (!own) return 'policy-gone';
  if (own.standing === 'read') return 'read';
  return policyModel(reminder, policies) ? undefined : 'content-changed';
}

/** `undefined` for anything else, and when it is read, or the change is not the latest any more. */
function policyModel(reminder: OpenReminder, policies?: readonly OwnPolicy[]): FollowUpModel | undefined {
  const own = findPolicy(reminder, policies);
  if (own?.standing !== 'read-again' || versionStep(own.changed) !== reminder.stepId) return undefined;
  return { kind: 'policy', own, isRepeat: reminder.doubtfulSends > 0 };
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
    case 'policy':
      return undefined;
    case 'reread': {
      const { material: change } = module;
      if (!change || versionStep(change.version) !== reminder.stepId) return undefined;
      return { kind, module, completedAt, change, isRepeat: reminder.doubtfulSends > 0 };
    }
  }
}
