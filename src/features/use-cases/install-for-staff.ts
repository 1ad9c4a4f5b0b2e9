import type { AppInstaller, InstallOutcome } from '../people/app-installer.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import type { StaffNeed } from './find-app-needs.ts';

/** How it went for one person: why nothing was to be done, or what became of it. `not-tried`: it was stopped before. */
export type StaffInstall = { displayName: string; reason: StaffNeed['need'] | InstallOutcome | 'not-tried' };

/**
 * Why the rest is not tried. `not-allowed`: nobody is let in, so that it is the app and not the people. `asked`: whoever runs it has stopped it.
 */
export type InstallStop = 'not-allowed' | 'not-let-in' | 'no-answer' | 'asked';

export type InstallRun = { people: readonly StaffInstall[]; stop?: InstallStop };

export type InstallForStaffNeeds = {
  installer: Pick<AppInstaller, 'install'>;
  catalogueId: string;
  isStopped(): boolean;
  /** Now and then, of those who are to have it. */
  onProgress(tried: number, all: number): void;
};

/** What Microsoft gives one tenant for this is a handful a second. */
const atOnce = 4;
/** So many refused, and nobody let in, is no policy for some. */
const mostRefused = 20;
/** So many in a row without an answer, each asked several times: it is away for all. */
const mostUnanswered = 8;
const tellEach = 100;

/**
 * Gives the app to all who are to have it. Keeps nothing: who got it writes to us, or is answered `had` the next time, so that it may be
 * stopped anywhere and begun again.
 */
export async function installForStaff(needs: InstallForStaffNeeds, staff: readonly StaffNeed[]): Promise<InstallRun> {
  const people: StaffInstall[] = staff.map(({ displayName, need }) => ({
    displayName,
    reason: need === 'wanted' ? 'not-tried' : need,
  }));
  const wanted = [...staff.entries()].filter(([, { need }]) => need === 'wanted');
  const count = newCount();
  let stop: InstallStop | undefined;
  await inParallel(wanted, atOnce, async ([at, { displayName, aadObjectId = '' }]) => {
    if (needs.isStopped()) stop ??= 'asked';
    if (stop) return;
    const reason = await needs.installer.install(needs.catalogueId, aadObjectId);
    people[at] = { displayName, reason };
    countIn(count, reason);
    stop ??= stopOf(count);
    if (count.tried % tellEach === 0) needs.onProgress(count.tried, wanted.length);
  });
  // Of few people all may be refused before it is certain.
  if (count.tried > 0 && count.refused === count.tried) stop ??= 'not-allowed';
  return { people, ...(stop && { stop }) };
}

type Count = { tried: number; letIn: number; refused: number; unanswered: number; isLetIn: boolean };

const newCount = (): Count => ({ tried: 0, letIn: 0, refused: 0, unanswered: 0, isLetIn: true });

function countIn(count: Count, outcome: InstallOutcome): void {
  count.tried += 1;
  if (outcome === 'installed' || outcome === 'had') count.letIn += 1;
  if (outcome === 'not-allowed') count.refused += 1;
  if (outcome === 'not-let-in') count.isLetIn = false;
  const isAnswered = outcome !== 'no-answer' && outcome !== 'throttled';
  count.unanswered = isAnswered ? 0 : count.unanswered + 1;
}

function stopOf({ letIn, refused, unanswered, isLetIn }: Count): InstallStop | undefined {
  if (!isLetIn) return 'not-let-in';
  if (letIn === 0 && refused >= mostRefused) return 'not-allowed';
  return unanswered >= mostUnanswered ? 'no-answer' : undefined;
}
