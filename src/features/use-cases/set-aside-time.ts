import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { readOwnModules } from '../progress/own-modules.ts';
import { withoutPauses } from '../reminders/calendar.ts';
import { ownCalendar } from '../reminders/own-calendar.ts';
import { proposeTimes, type TimeSlot } from '../reminders/propose-times.ts';
import type { ReminderRules } from '../reminders/schedule-reminders.ts';

/** What somebody needs time for, and when it could be. `modules` is empty when nothing is left. */
export type TimeProposal = { modules: readonly Module[]; minutes: number; slots: readonly TimeSlot[] };

/**
 * By the shift of the person's unit, also in the municipality's pause: it holds back reminders, not time at work. What the person has chosen
 * for reminders is not asked: it would tell the leader of it. Throws Failure `unavailable` or `throttled`.
 */
export async function proposeTime(
  needs: { people: PersonStore; rules: ReminderRules },
  person: Person,
  now: Date,
): Promise<TimeProposal> {
  const { catalogue, calendar } = needs.rules;
  const today: LocalDate = localDateAt(now, calendar.zone);
  const own = await readOwnModules({ people: needs.people, catalogue }, person, today);
  const modules = own
    .filter(({ module, standing, dueOn }) => module.isPriority && standing !== 'done' && dueOn !== undefined)
    .map(({ module }) => module);
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  const shift = ownCalendar(withoutPauses(calendar), { unitId: person.unitId });
  return { modules, minutes, slots: modules.length === 0 ? [] : proposeTimes(minutes, shift, now) };
}
