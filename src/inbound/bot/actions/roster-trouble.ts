import { withDeadline } from '../../../core/deadline.ts';
import { type Actor, canDo } from '../../../features/people/permissions.ts';
import { type RosterRunStore, type RosterTrouble, rosterTroubles } from '../../../features/people/roster-run-store.ts';

/** Storage that hangs must not keep the front page. */
const readDeadlineMs = 500;

/** What is wrong with the newest import of the staff list, for who sees the list; nothing for others, and where it cannot be read in time. */
export async function readRosterTrouble(
  { rosterRuns }: { rosterRuns: RosterRunStore },
  actor: Actor,
): Promise<RosterTrouble | undefined> {
  if (!canDo(actor, 'roster.see')) return undefined;
  const latest = withDeadline(rosterRuns.latest(), readDeadlineMs, 'reading the newest import');
  return latest.then((run) => rosterTroubles.find((trouble) => trouble === run?.outcome)).catch(() => undefined);
}
