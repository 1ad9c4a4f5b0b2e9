import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import { isFailure } from '../../core/failure.ts';
import type { TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { type Catalogue, findModule } from '../catalogue/catalogue.ts';
import type { AuditStore } from '../people/audit-store.ts';
import type { PersonStore } from '../people/person-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import { isMadeForThem } from './attendance-means.ts';
import { completeInGroup } from './complete-in-group.ts';
import { type Attendee, type GroupSession, graceMs } from './group-session.ts';
import type { GroupStore } from './group-store.ts';

export type RecordAttendanceNeeds = {
  groups: GroupStore;
  people: PersonStore;
  audit: AuditStore;
  queue: Pick<WorkQueue, 'send'>;
  telemetry: Telemetry;
  clock: Clock;
  rules: { catalogue: Catalogue; calendar: { zone: TimeZone } };
};

export type RecordAttendanceResult =
  /** `not-ended`: the meeting goes on. */
  | { outcome: 'recorded' | 'recorded-before' | 'not-ended' | 'cancelled' | 'gone' }
  | { outcome: 'later'; delayMs: number };

/** People at a time: storage answers others meanwhile. */
const atOnce = 4;

/**
 * Everybody who was there and whom the module is made for gets it; then the session is closed. May die anywhere and be run again, also twice at once: what
 * is written for a person is decided by the session, and is there or is not.
 */
export async function recordAttendance(
  needs: RecordAttendanceNeeds,
  { sessionId }: { sessionId: string },
): Promise<RecordAttendanceResult> {
  const session = (await needs.groups.getSession(sessionId))?.value;
  if (!session) return { outcome: 'gone' };
  const { endedAt } = session;
  if (session.state === 'open' || !endedAt) return { outcome: 'not-ended' };
  if (session.state === 'cancelled') {
    await afterwards(needs, session);
    return { outcome: 'cancelled' };
  }
  if (session.state === 'closed') {
    await afterwards(needs, session);
    return { outcome: 'recorded-before' };
  }
  const waitMs = session.chat ? endedAt.getTime() + graceMs - needs.clock.now().getTime() : 0;
  if (waitMs > 0) return { outcome: 'later', delayMs: waitMs };
  const present = needs.groups.listAttendees(sessionId, () => tellBroken(needs));
  await inParallel(present, atOnce, (attendee) => record(needs, session, attendee, endedAt));
  await close(needs.groups, sessionId);
  await afterwards(needs, session);
  return { outcome: 'recorded' };
}

/** One person whose rows cannot be read is told, and does not keep the others from theirs. */
async function record(
  needs: RecordAttendanceNeeds,
  { sessionId, moduleId, moduleVersion, startedAt }: GroupSession,
  { personId, tickedBy }: Attendee,
  completedAt: Date,
): Promise<void> {
  try {
    const { catalogue, calendar } = needs.rules;
    const module = findModule(catalogue, moduleId);
    // Welcome to the talk, and told so when they pressed.
    if (module && !(await isMadeForThem(needs, personId, module))) return;
    if (tickedBy !== undefined) {
      const entryId = `${sessionId}:${personId}`;
      // Before it is done: nothing of this kind is ever done untold.
      await needs.audit.create({
        ...{ entryId, at: completedAt, actorId: tickedBy, action: 'group.tick' },
        ...{ subjectId: personId, moduleId },
      });
    }
    const completion = { moduleId, moduleVersion, startedAt, completedAt, tickedBy, module };
    const people = { people: needs.people, zone: calendar.zone };
    const { outcome } = await completeInGroup(people, personId, completion);
    if (outcome === 'completed') needs.telemetry.record({ event: 'module-completed', moduleId, personId });
  } catch (error) {
    if (!isFailure(error, 'bug')) throw error;
    tellBroken(needs);
  }
}

const tellBroken = ({ telemetry }: RecordAttendanceNeeds): void =>
  telemetry.record({ event: 'background-failed', at: 'attendance', kind: 'bug' });

async function close(groups: GroupStore, sessionId: string): Promise<void> {
  await retryOnConflict(async () => {
    const stored = await groups.getSession(sessionId);
    if (stored?.value.state !== 'closing') return;
    await groups.replaceSession({ ...stored.value, state: 'closed' }, stored.etag);
  });
}

/** The shared card tells that all is recorded, and takes the hint away; without a card the hint goes now. */
async function afterwards({ groups, queue }: RecordAttendanceNeeds, { sessionId, chat }: GroupSession): Promise<void> {
  if (chat) await queue.send({ kind: 'group-card', sessionId });
  else await groups.deleteHint(sessionId);
}
