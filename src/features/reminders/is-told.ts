import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { type Reminder, whilePaused } from './reminder-rows.ts';

/**
 * Pure: whether anything was told of a time round of a module in this employment. What was refused or skipped counts: who cannot be reached, or
 * has said no to nudges, can still be late. So does what may have arrived and is told again. What a leader asked for in somebody's pause does
 * not: nothing came of it, and the pause ends.
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
      each.state !== 'cancelled' &&
      !(each.state === 'skipped' && each.reason === whilePaused) &&
      (each.state !== 'planned' || each.doubtfulSends > 0) &&
      localDateAt(each.state === 'planned' ? each.dueAt : each.settledAt, zone) >= employedOn,
  );
