import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Reminder } from './reminder-rows.ts';

/**
 * Pure: whether anything was told of a time round of a module in this employment. What was refused or skipped counts: who cannot be reached, or
 * has said no to nudges, can still be late.
 */
export const isTold = (
  reminders: readonly Reminder[],
  { moduleId, cycle }: Pick<Reminder, 'moduleId' | 'cycle'>,
  employedOn: LocalDate,
  zone: TimeZone,
): boolean =>
  reminders.some(
    (each) =>
      each.moduleId === moduleId &&
      each.cycle === cycle &&
      each.state !== 'planned' &&
      each.state !== 'cancelled' &&
      localDateAt(each.settledAt, zone) >= employedOn,
  );
