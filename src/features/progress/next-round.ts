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
 * need not take the module again in a few days. It opens on its own day all the same: were the person not there after all, nothing is asked
 * of them before.
 */
export function roundOfMeeting(
  module: Pick<Module, 'renewal'>,
  done: CompletedProgress,
  today: LocalDate,
  zone: TimeZone,
): NextRound | undefined {
  const next = nextRound(module, done, today, zone);
  const daysBefore = module.renewal?.withinDays ?? 0;
  if (!next || today < addDays(next.ordinaryOn, -daysBefore)) return undefined;
  const opensOn = today > next.ordinaryOn ? today : next.ordinaryOn;
  return { ...next, renewal: { ...next.renewal, opensOn } };
}

/** Pure: an open round whose date is counted anew, from today or from a day ahead. */
export const countedAnew = (
  renewal: Renewal,
  withinDays: number,
  { from, today }: { from: LocalDate; today: LocalDate },
): Renewal => ({
  ...renewal,
  dueOn: addDays(from, withinDays),
  was: [...(renewal.was ?? []), { dueOn: renewal.dueOn, until: today, ...(from > today && { from }) }],
});

/** Pure: the day that the date of a round is counted from. */
export function roundFrom({ opensOn, was = [] }: Renewal): LocalDate {
  const last = was.at(-1);
  return last?.from ?? last?.until ?? opensOn;
}

/** Pure: a round as it was at the end of a day. */
export const renewalAt = ({ was = [], ...renewal }: Renewal, on: LocalDate): Renewal => ({
  ...renewal,
  dueOn: was.find(({ until }) => until > on)?.dueOn ?? renewal.dueOn,
});
