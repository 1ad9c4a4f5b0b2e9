import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { hasBegun } from '../catalogue/catalogue.ts';
import { isWorking, type Person } from '../people/person.ts';
import { type PersonStore, replaceRow } from '../people/person-store.ts';
import { isAskedFor } from './asked-for.ts';
import { nextWorkingDay } from './calendar.ts';
import { isCertificateReminder } from './certificate-reminder.ts';
import { readFollowUp } from './follow-up.ts';
import { isEmpty } from './ledger.ts';
import { sendTimeOn, soonestSendTime } from './policy.ts';
import type { Reconciled } from './reconcile-reminders.ts';
import { dayRow, type OpenReminder, type Reminder, reminderRow, snoozeStep } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

type BroughtForward = Omit<Reconciled, 'told'>;

const nothing: BroughtForward = { writes: [], planned: [], left: [] };

/**
 * What has to be written so that nothing waits for the end of a pause that is over already. It is about all that is no step of a module, since the
 * plan moves those. Never put off, and never before its own day. On a day that has a card already, or where one is on its way, it comes the next
 * working day as what had no place on that card does. `rules`: with the person's own calendar.
 */
export async function bringForward(
  { people }: { people: PersonStore },
  person: Person,
  { stored, rules, now }: { stored: readonly Versioned<Reminder>[]; rules: ReminderRules; now: Date },
): Promise<BroughtForward> {
  const { policy, calendar } = rules;
  const today = localDateAt(now, calendar.zone);
  const soonest = soonestSendTime(now, policy, calendar);
  if (!isWorking(person, today)) return nothing;
  // What nobody has asked for waits for the unit to begin.
  const isBegun = hasBegun(rules.catalogue, person.unitId, today);
  const waiting = stored.filter(({ value }) => isBegun || isAskedFor(value));
  // Read only where something waits: every night asks this of everybody.
  if (moveForward(waiting, soonest, today, rules).writes.length === 0) return nothing;
  const card = await people.get(person.personId, dayRow, today);
  const isTaken = card !== undefined && !isEmpty(card.value);
  const to = isTaken ? sendTimeOn(nextWorkingDay(today, calendar), policy, calendar) : soonest;
  return moveForward(waiting, to, today, rules);
}

/** Pure: moves to `to` what waits for longer than that, and whose own day has come. */
export function moveForward(
  stored: readonly Versioned<Reminder>[],
  to: Date,
  today: LocalDate,
  rules: Pick<ReminderRules, 'catalogue'>,
): BroughtForward {
  const moves = stored.flatMap(({ value: left, etag }) => {
    if (left.state !== 'planned' || left.dueAt <= to || !hasDayCome(left, today, rules)) return [];
    const planned = { ...left, dueAt: to };
    return [{ write: replaceRow(reminderRow, planned, etag), planned, left }];
  });
  return {
    writes: moves.map(({ write }) => write),
    planned: moves.map(({ planned }) => planned),
    left: moves.map(({ left }) => left),
  };
}

/** Whether the day has come that it was for before a pause or the calendar moved it. Never of a module's own steps. */
function hasDayCome(
  reminder: OpenReminder,
  today: LocalDate,
  { catalogue }: Pick<ReminderRules, 'catalogue'>,
): boolean {
  // A leader asks for it now.
  if (reminder.origin === 'leader') return true;
  if (reminder.origin === 'snooze') return reminder.stepId <= snoozeStep(today);
  if (isCertificateReminder(reminder)) {
    return addDays(reminder.deadlineOn, -(catalogue.certificates?.remindDaysBefore ?? 0)) <= today;
  }
  return readFollowUp(reminder) !== undefined && reminder.deadlineOn <= today;
}
