import { newId } from '../../core/ids.ts';
import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { DirectoryState } from '../people/directory-mark-store.ts';
import { directoryRulesKey } from '../people/directory-rows.ts';
import { hasChangedPeople, type RosterRun, type RosterRunStore } from '../people/roster-run-store.ts';
import { type ImportDirectoryNeeds, importDirectory, keepState, orRefusal, tellNothing } from './import-directory.ts';

/** Not all that a directory holds is told as a change, so that everybody is read once a week whatever it says. */
const mostDaysBetween = 7;

/**
 * The directory's own round: asks whether anything has changed, and reads all of it when something has. `undefined` when today's round is
 * done, whoever did it. Throws like `importDirectory`.
 */
export async function keepDirectory(needs: ImportDirectoryNeeds, now: Date): Promise<RosterRun | undefined> {
  const { runs, marks, directory, zone } = needs;
  const today = localDateAt(now, zone);
  const { latest, standing } = await readRounds(runs);
  if (latest && isDone(latest, localDateAt(latest.at, zone), today)) return undefined;
  const stored = await marks.get();
  const isKnown = stored && isRecent(stored.value, directoryRulesKey(needs.rules), today);
  if (!isKnown || !standing) return importDirectory(needs, 'apply', now);
  const answer = await orRefusal(needs, () => directory.changesSince(stored.value.mark));
  if ('refusal' in answer) return tellNothing(needs, answer.refusal, now);
  if (answer.outcome !== 'none') return importDirectory(needs, 'apply', now);
  await keepState(marks, { ...stored.value, mark: [...answer.mark] });
  return tellUnchanged(runs, standing, now);
}

type Rounds = {
  /** The newest of the directory that was more than a trial. */
  latest?: RosterRun;
  /** The one that people are as it left them; absent when that was a file, or not all came through. */
  standing?: RosterRun;
};

async function readRounds(runs: RosterRunStore): Promise<Rounds> {
  let latest: RosterRun | undefined;
  for await (const run of runs.list()) {
    if (run.source === 'directory' && run.outcome !== 'tried') latest ??= run;
    if (!hasChangedPeople(run)) continue;
    const isWhole = run.source === 'directory' && run.outcome !== 'partly';
    return { ...(latest && { latest }), ...(isWhole && { standing: run }) };
  }
  return latest ? { latest } : {};
}

/** One that the directory did not answer is tried again. Somebody whose keys are another's has to be looked at first. */
const isDone = ({ outcome }: RosterRun, on: LocalDate, today: LocalDate): boolean =>
  on === today && outcome !== 'no-answer' && outcome !== 'not-let-in';

const isRecent = ({ rulesKey, readOn }: DirectoryState, wanted: string, today: LocalDate): boolean =>
  rulesKey === wanted && addDays(readOn, mostDaysBetween) > today;

/** Nobody new, and the same problems as before: they are still there for the coordinator to see. */
async function tellUnchanged(runs: RosterRunStore, standing: RosterRun, at: Date): Promise<RosterRun> {
  const { joined, changed, moved, same } = standing;
  const still = { joined: 0, changed: 0, moved: 0, left: 0, same: joined + changed + moved + same };
  const run: RosterRun = { ...standing, ...still, runId: newId(), at, outcome: 'unchanged' };
  await runs.create(run);
  return run;
}
