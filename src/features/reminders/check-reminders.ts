import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { isEmployed, isWorking, type Person, type Preferences } from '../people/person.ts';
import type { OwnCertificate } from '../progress/certificate.ts';
import { firstCycle } from '../progress/progress.ts';
import { isAskedFor } from './asked-for.ts';
import { certificateGone, isCertificateReminder } from './certificate-reminder.ts';
import { type FollowedUp, followUpGone } from './check-follow-up.ts';
import { readFollowUp } from './follow-up.ts';
import type { Ledger } from './ledger.ts';
import { findStep, isBeforeDeadline, wantedOn } from './plan.ts';
import type { ReminderPolicy } from './policy.ts';
import { datesChanged, moduleGone, type OpenReminder, type Reminder, settle } from './reminder-rows.ts';
import { unansweredNudges } from './unanswered-nudges.ts';

export type StoredReminder = Versioned<OpenReminder>;

/** Everything that a planned reminder is held against just before it is sent. */
export type CheckInput = FollowedUp & {
  person: Person;
  /** The day that the person's unit began. */
  begunOn: LocalDate;
  certificates: readonly OwnCertificate[];
  preferences: Preferences | undefined;
  /** Cards of earlier days. */
  days: readonly Ledger[];
  policy: ReminderPolicy;
  today: LocalDate;
  now: Date;
};

export type CheckedReminders = {
  send: readonly StoredReminder[];
  /** No longer wanted, with the reason. */
  ended: readonly Versioned<Reminder>[];
};

/** Pure: which of the due reminders still make sense. Deadline notices and what the person asked for pass caps and preferences. */
export function checkReminders(due: readonly StoredReminder[], input: CheckInput): CheckedReminders {
  // Who has asked for one of them has answered, and gets the rest on the same card.
  const hasAsked = due.some(({ value }) => value.origin === 'snooze');
  const unanswered = hasAsked ? 0 : unansweredNudges(input.days, input.own, input.person.employedOn);
  const isQuiet = unanswered >= input.policy.maxNudges;
  const send: StoredReminder[] = [];
  const ended: Versioned<Reminder>[] = [];
  for (const stored of due) {
    const end = endOf(stored.value, input, isQuiet);
    if (!end) send.push(stored);
    else ended.push({ value: settle(stored.value, end.state, input.now, end.reason), etag: stored.etag });
  }
  return { send, ended };
}

type End = { state: 'cancelled' | 'skipped'; reason: string };

function endOf(reminder: OpenReminder, input: CheckInput, isQuiet: boolean): End | undefined {
  const gone = goneOf(reminder, input);
  if (gone) return { state: 'cancelled', reason: gone };
  if (reminder.class === 'deadline' || reminder.origin === 'snooze') return undefined;
  const declined = declinedOf(reminder, input.preferences);
  if (declined) return { state: 'skipped', reason: declined };
  // What a leader asks for is counted by the week instead. The two who talk are not told of what they have not done.
  const isCounted = reminder.origin === 'step' && readFollowUp(reminder)?.kind !== 'mentor';
  return isQuiet && isCounted ? { state: 'skipped', reason: 'nudge-limit' } : undefined;
}

/** Why there is nothing to tell any more. */
function goneOf(reminder: OpenReminder, input: CheckInput): string | undefined {
  const away = awayOf(input.person, input.today);
  if (isCertificateReminder(reminder)) return away ?? certificateGone(reminder, input.certificates);
  const isEarly = !isAskedFor(reminder) && input.today < input.begunOn;
  const absent = away ?? (isEarly ? 'not-begun' : undefined);
  if (readFollowUp(reminder)) return absent ?? followUpGone(reminder, input);
  return whyModuleGone(reminder, absent, input);
}

type Away = 'employment-ended' | 'not-begun' | undefined;

function awayOf(person: Person, today: LocalDate): Away {
  if (!isEmployed(person, today)) return 'employment-ended';
  return isWorking(person, today) ? undefined : 'not-begun';
}

function whyModuleGone(
  reminder: OpenReminder,
  away: Away,
  { own, policy, begunOn, today }: CheckInput,
): string | undefined {
  const module = own.find((candidate) => candidate.module.moduleId === reminder.moduleId);
  // Of a renewal that is not the person's any more, the module stands as it was done before: whoever comes back is reminded again.
  if (!module || module.cycle < reminder.cycle) return moduleGone;
  if (module.standing === 'done') return 'completed';
  if (away === 'employment-ended') return away;
  if (reminder.origin !== 'step') return away;
  const step = findStep(policy, reminder.stepId);
  if (!step || module.dueOn === undefined || module.countedFrom === undefined) return datesChanged;
  // Who comes back, or to a unit that has not begun, hears of what was done before from that day on.
  if (reminder.cycle > firstCycle && away) return away;
  // The first day, the day that the unit begins or the deadline may have been moved since it was planned, with no night in between.
  const dates = { countedFrom: module.countedFrom, deadlineOn: module.dueOn };
  const isOfThese = reminder.deadlineOn === module.dueOn && module.countedFrom <= today && begunOn <= today;
  // It may come before its own day, where the calendar leaves no later one before the deadline.
  if (isBeforeDeadline(step) && isOfThese) return undefined;
  return wantedOn(dates, step, begunOn) > today ? 'not-begun' : undefined;
}

/** What the person has said no to. What a new version brings is of the other class, and told to everybody. */
function declinedOf(reminder: OpenReminder, preferences: Preferences | undefined): string | undefined {
  if (readFollowUp(reminder)) return preferences?.followUps === 'off' ? 'follow-ups-off' : undefined;
  return preferences?.nudges === 'off' ? 'nudges-off' : undefined;
}

/** What belongs on today's card: due by the end of the day, since there is only one card a day. */
export function isForToday(reminder: Reminder, today: LocalDate, zone: TimeZone): reminder is OpenReminder {
  return reminder.state === 'planned' && localDateAt(reminder.dueAt, zone) <= today;
}
