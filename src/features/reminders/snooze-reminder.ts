import { isFailure } from '../../core/failure.ts';
import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { createRow, toArray } from '../people/person-store.ts';
import { type OwnModule, readOwnModules } from '../progress/own-modules.ts';
import { nextWorkingDay } from './calendar.ts';
import type { MoveNeeds } from './move-reminders.ts';
import { readOwnRules } from './own-calendar.ts';
import { sendTimeOn } from './policy.ts';
import { lineOf, type ReminderLine } from './reminder-model.ts';
import {
  dayRow,
  dueOf,
  type OpenReminder,
  type Reminder,
  reminderKey,
  reminderRow,
  snoozeStep,
} from './reminder-rows.ts';

export type SnoozeReminderResult =
  /** `lines` tell the deadlines, which putting off does not move; `atLimit` those that have been put off as often as they may. */
  | { outcome: 'snoozed'; on: LocalDate; lines: readonly ReminderLine[]; atLimit: readonly ReminderLine[] }
  | { outcome: 'limit-reached'; lines: readonly ReminderLine[] }
  | { outcome: 'nothing-left' };

/**
 * "Minn meg i morgen": one more reminder on the next working day for what is not done of the latest card that has any such. Planned
 * reminders stay as they are. Pressing twice on a day changes nothing.
 */
export async function snoozeReminder(needs: MoveNeeds, person: Person, now: Date): Promise<SnoozeReminderResult> {
  const { policy, calendar } = await readOwnRules(needs.people, person, needs.rules);
  const { personId } = person;
  const today = localDateAt(now, calendar.zone);
  const dueAt = sendTimeOn(nextWorkingDay(today, calendar), policy, calendar);
  const on = localDateAt(dueAt, calendar.zone);
  const rows = await toArray(needs.people.list(personId, reminderRow));
  const told = await readTold(needs, person, today);
  if (told.length === 0 || !isEmployed(person, on)) return { outcome: 'nothing-left' };
  const known = new Set(rows.map(({ value }) => reminderKey(value)));
  const wanted = told.map((own) => snoozeOf(own, on, dueAt));
  const asked = wanted.filter((reminder) => known.has(reminderKey(reminder)));
  if (asked.length > 0) return { outcome: 'snoozed', on, ...linesOf(told, asked, today) };
  const allowed = wanted.filter((each) => snoozesOf(rows, each, person.employedOn) < policy.maxSnoozes);
  if (allowed.length === 0) return { outcome: 'limit-reached', lines: told.map((own) => lineOf(own, today)) };
  for (const reminder of allowed) await needs.due.create(dueOf(personId, reminder, calendar.zone));
  try {
    await needs.people.commit({ personId, writes: allowed.map((reminder) => createRow(reminderRow, reminder)) });
  } catch (error) {
    // The other one of two presses at once wrote the same rows.
    if (!isFailure(error, 'conflict')) throw error;
  }
  return { outcome: 'snoozed', on, ...linesOf(told, allowed, today) };
}

/** What comes on the day that was asked for, and what does not. */
function linesOf(told: readonly OwnModule[], put: readonly OpenReminder[], today: LocalDate) {
  const moduleIds = new Set(put.map(({ moduleId }) => moduleId));
  const line = (own: OwnModule) => lineOf(own, today);
  const isPut = ({ module }: OwnModule) => moduleIds.has(module.moduleId);
  return { lines: told.filter(isPut).map(line), atLimit: told.filter((own) => !isPut(own)).map(line) };
}

/** How often reminders of one time round of a module were put off in this employment: a renewal begins from nothing. */
export function snoozesOf(
  rows: readonly { value: Reminder }[],
  { moduleId, cycle }: Pick<Reminder, 'moduleId' | 'cycle'>,
  employedOn: LocalDate,
): number {
  return rows.filter(
    ({ value }) =>
      value.origin === 'snooze' &&
      value.moduleId === moduleId &&
      value.cycle === cycle &&
      value.stepId >= snoozeStep(employedOn),
  ).length;
}

/** The modules of a card that are not done: of the latest one that has any. The button does not say which card it stands on. */
async function readTold(needs: MoveNeeds, person: Person, today: LocalDate): Promise<readonly OwnModule[]> {
  const own = await readOwnModules({ people: needs.people, catalogue: needs.rules.catalogue }, person, today);
  const open = own.filter(({ standing }) => standing !== 'done');
  const days = await toArray(needs.people.list(person.personId, dayRow));
  const cards = days.map(({ value }) =>
    value.state === 'sent' || value.state === 'uncertain'
      ? open.filter(({ module }) => value.items.some((item) => item.startsWith(`${module.moduleId}:`)))
      : [],
  );
  return cards.findLast((told) => told.length > 0) ?? [];
}

function snoozeOf({ module, dueOn, cycle }: OwnModule, on: LocalDate, dueAt: Date): OpenReminder {
  return {
    ...{ moduleId: module.moduleId, cycle, stepId: snoozeStep(on), class: 'nudge', origin: 'snooze' },
    ...{ deadlineOn: dueOn ?? on, dueAt, doubtfulSends: 0, state: 'planned' },
  };
}
