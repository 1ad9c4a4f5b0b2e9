import { addDays, addMonths, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { Progress, Renewal } from './progress.ts';

export type CompletedProgress = Extract<Progress, { state: 'completed' }>;
/** The next time round of a module that was done: when it opens by itself, and what it would be told of if it began today. */
export type NextRound = { cycle: number; ordinaryOn: LocalDate; renewal: Renewal };

/**
 * Pure: the next time round; `undefined` where the pack asks for none. Its date is counted from the day that it opens by itself, or from
 * today where that day has passed, so that who is found late has as long as the others.
 */
export function nextRound(
  { renewal }: Pick<Module, 'renewal'>,
  { cycle, completedAt, form }: CompletedProgress,
  today: LocalDate,
  zone: TimeZone,
): NextRound | undefined {
  if (!renewal) return undefined;
  const ordinaryOn = addMonths(localDateAt(completedAt, zone), renewal.months);
  const dueOn = addDays(today > ordinaryOn ? today : ordinaryOn, renewal.withinDays);
  const last = { lastDoneAt: completedAt, ...(form && { lastForm: form }) };
  return { cycle: cycle + 1, ordinaryOn, renewal: { ...last, opensOn: today, dueOn } };
}

/**
 * Pure: the same, where a meeting today counts for it: as many days before it opens as the pack gives after. Who was at the meeting then
 * need not take the module again in a few days.
 */
export function roundOfMeeting(
  module: Pick<Module, 'renewal'>,
  done: CompletedProgress,
  today: LocalDate,
  zone: TimeZone,
): NextRound | undefined {
  const next = nextRound(module, done, today, zone);
  const daysBefore = module.renewal?.withinDays ?? 0;
  return next && today >= addDays(next.ordinaryOn, -daysBefore) ? next : undefined;
}
