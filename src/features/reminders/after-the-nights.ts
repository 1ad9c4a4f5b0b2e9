import { addDays, instantOf, type LocalDate, type LocalTime } from '../../core/local-date.ts';
import type { Person } from '../people/person.ts';
import { type PlanAt, type PlannedRows, planAnew } from './plan-anew.ts';
import { datesChanged, reminderKey, settle } from './reminder-rows.ts';

/** When the nightly round may begin. */
const at: LocalTime = '03:00';

export type Nights = Omit<PlanAt, 'now'> & { today: LocalDate; on: LocalDate };

/**
 * Pure: somebody's rows as the nights from today until the morning of a day leave them: dates that are counted anew, and what is planned by
 * them. `on`: the next day that anything is sent. Until then nothing can be told, so the first
 * night and the last decide: what those between do, the first has done or the last makes up for.
 */
export function afterNights(person: Person, rows: PlannedRows, { rules, chat, today, on }: Nights): PlannedRows {
  const nights = [...new Set([addDays(today, 1), on])];
  return nights.reduce((before: PlannedRows, night) => {
    const now = instantOf(night, at, rules.calendar.zone);
    const { assigned, progress, reconciled } = planAnew(person, before, { rules, chat, now });
    const planned = new Set(reconciled.planned.map(reminderKey));
    const left = new Set(reconciled.left.map(reminderKey));
    const kept = before.stored.flatMap((row) => {
      const { value, etag } = row;
      if (planned.has(reminderKey(value))) return [];
      const isEnded = value.state === 'planned' && left.has(reminderKey(value));
      return isEnded ? [{ value: settle(value, 'cancelled', now, datesChanged), etag }] : [row];
    });
    const added = [...reconciled.planned, ...reconciled.told].map((value) => ({ value, etag: '' }));
    return { assigned, progress, stored: [...kept, ...added] };
  }, rows);
}
