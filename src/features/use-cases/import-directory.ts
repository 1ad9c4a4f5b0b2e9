import { Failure, type FailureKind, isFailure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Directory } from '../people/directory.ts';
import type { DirectoryMarkStore, DirectoryState } from '../people/directory-mark-store.ts';
import { directoryFileRules, directoryRows, directoryRulesKey } from '../people/directory-rows.ts';
import type { RosterRun } from '../people/roster-run-store.ts';
import { type ImportMode, type ImportRosterNeeds, importRoster } from './import-roster.ts';

export type ImportDirectoryNeeds = ImportRosterNeeds & {
  directory: Directory;
  marks: DirectoryMarkStore;
  zone: TimeZone;
  /** Says more than the word in the run, to whoever set it up: our own words, and nobody's name. */
  onRefusal?(failure: Failure): void;
};

/**
 * The staff of the directory, all of it, compared and applied as a file is. What has changed meanwhile is found the next time: the mark is
 * older than what was read, and kept only when all was applied. A directory that cannot be read changes nobody, and is told. Throws Failure
 * `unavailable` or `throttled` when storage is away; run again, it goes on where it was.
 */
export async function importDirectory(needs: ImportDirectoryNeeds, mode: ImportMode, now: Date): Promise<RosterRun> {
  const { directory, rules, zone } = needs;
  const read = await orRefusal(needs, async () => {
    const mark = mode === 'try' ? [] : await directory.mark();
    return { mark, users: await directory.readUsers() };
  });
  if ('refusal' in read) return tellNothing(needs, read.refusal, now);
  const rows = directoryRows(read.users, rules, zone);
  const today = localDateAt(now, zone);
  const run = await importRoster(
    { ...needs, rules: directoryFileRules(rules) },
    ...([rows, mode, today, now, 'directory'] as const),
  );
  if (run.outcome === 'applied') {
    await keepState(needs.marks, { mark: [...read.mark], rulesKey: directoryRulesKey(rules), readOn: today });
  }
  return run;
}

type Refusal = Extract<RosterRun['outcome'], 'no-answer' | 'not-let-in'>;

/** What the directory says no to, as a word for the coordinator. What else goes wrong is ours. */
export async function orRefusal<T extends object>(
  { onRefusal }: Pick<ImportDirectoryNeeds, 'onRefusal'>,
  read: () => Promise<T>,
): Promise<T | { refusal: Refusal }> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Failure) || !(error.kind in refusals)) throw error;
    onRefusal?.(error);
    return { refusal: refusals[error.kind] ?? 'no-answer' };
  }
}

const refusals: Readonly<Partial<Record<FailureKind, Refusal>>> = {
  ...{ invalid: 'not-let-in', unavailable: 'no-answer', throttled: 'no-answer' },
};

const none = { ...{ joined: 0, changed: 0, moved: 0, left: 0, same: 0 }, ...{ refused: 0, noted: 0, problems: [] } };

/** A run that changed nobody. */
export async function tellNothing(
  { runs }: Pick<ImportDirectoryNeeds, 'runs'>,
  outcome: Refusal,
  at: Date,
): Promise<RosterRun> {
  const run: RosterRun = { ...none, runId: newId(), at, source: 'directory', outcome };
  await runs.create(run);
  return run;
}

/** Whoever else was first has read as much; the older of two marks only makes us read once too often. */
export async function keepState(marks: DirectoryMarkStore, state: DirectoryState): Promise<void> {
  try {
    const stored = await marks.get();
    await (stored ? marks.replace(state, stored.etag) : marks.create(state));
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
  }
}
