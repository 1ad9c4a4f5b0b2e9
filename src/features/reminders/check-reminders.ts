import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { isEmployed, type Person, type Preferences } from '../people/person.ts';
import type { OwnCertificate } from '../progress/certificate.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import { certificateGone, isCertificateReminder } from './certificate-reminder.ts';
import type { Ledger } from './ledger.ts';
import type { ReminderPolicy } from './policy.ts';
import { type OpenReminder, type Reminder, settle } from './reminder-rows.ts';

export type StoredReminder = Versioned<OpenReminder>;

/** Everything that a planned reminder is held against just before it is sent. */
export type CheckInput = {
  person: Person;
  own: readonly OwnModule[];
  certificates: readonly OwnCertificate[];
  preferences: Preferences | undefined;
  /** Cards of earlier days. */
  days: readonly Ledger[];
  mark: string;
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
  const isQuiet = unansweredNudges(input.days, input.mark) >= input.policy.maxNudges;
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

function endOf(
  reminder: OpenReminder,
  { person, own, certificates, preferences, today }: CheckInput,
  isQuiet: boolean,
): End | undefined {
  const hasLeft = !isEmployed(person, today);
  if (isCertificateReminder(reminder)) {
    const gone = hasLeft ? 'employment-ended' : certificateGone(reminder, certificates);
    return gone && { state: 'cancelled', reason: gone };
  }
  const module = own.find((candidate) => candidate.module.moduleId === reminder.moduleId);
  if (!module) return { state: 'cancelled', reason: 'module-gone' };
  if (module.standing === 'done') return { state: 'cancelled', reason: 'completed' };
  if (hasLeft) return { state: 'cancelled', reason: 'employment-ended' };
  if (reminder.class === 'deadline' || reminder.origin === 'snooze') return undefined;
  if (preferences?.nudges === 'off') return { state: 'skipped', reason: 'nudges-off' };
  return isQuiet ? { state: 'skipped', reason: 'nudge-limit' } : undefined;
}

/** Nudges sent since the person last moved on in any module. */
function unansweredNudges(days: readonly Ledger[], mark: string): number {
  return days.filter(
    (day) => (day.state === 'sent' || day.state === 'uncertain') && day.class === 'nudge' && day.mark === mark,
  ).length;
}

/** What belongs on today's card: due by the end of the day, since there is only one card a day. */
export function isForToday(reminder: Reminder, today: LocalDate, zone: TimeZone): reminder is OpenReminder {
  return reminder.state === 'planned' && localDateAt(reminder.dueAt, zone) <= today;
}
