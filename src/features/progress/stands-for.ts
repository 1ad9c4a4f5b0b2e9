import type { LocalDate } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { Progress } from './progress.ts';

/** Which of the rows of a module holds today: a renewal that is open and still asked for, or what was done before it. */
export function standsFor(
  module: Module,
  row: Progress | undefined,
  isTheirs: boolean,
  today: LocalDate,
): Progress | undefined {
  return isTheirs && !isNotAskedFor(module, row, today) ? row : whileNotDue(row);
}

/** Not yet, or not any more. Who has begun all the same is on the way. */
function isNotAskedFor(module: Module, row: Progress | undefined, today: LocalDate): boolean {
  if (row?.state !== 'started' || row.position !== 0 || !row.renewal) return false;
  return !module.renewal || row.renewal.opensOn > today;
}

/**
 * What holds for somebody who is not to take the module again now: who has changed work has still done it, whatever renewal was opened
 * meanwhile, and so has who was wrongly ticked for a meeting before the day that theirs opens, or had not begun when the pack asked for it no
 * more.
 */
export function whileNotDue(stored: Progress | undefined): Progress | undefined {
  if (stored?.state !== 'started' || !stored.renewal) return stored;
  const { moduleId, cycle, moduleVersion, startedAt, renewal } = stored;
  const { lastDoneAt: completedAt, lastForm: form } = renewal;
  const done = { moduleId, cycle: cycle - 1, moduleVersion, startedAt, completedAt, ...(form && { form }) };
  return { state: 'completed', ...done };
}
