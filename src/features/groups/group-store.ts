import type { Versioned } from '../../core/versioned.ts';
import type { Attendee, GroupSession } from './group-session.ts';

/** A session that may still need something: an index, created before the session and deleted after all is done. */
export type GroupHint = { sessionId: string; createdAt: Date };

/** That somebody was at a meeting, or led it. `at`: of who was not registered as there, when it began. */
export type MeetingOf = { sessionId: string } & Pick<Attendee, 'at' | 'tickedBy'> & {
    /** Began it, or took it over. */
    hasLed?: true;
    isCancelled?: true;
  };

/** Pure: what is stored of one person about one meeting; `undefined` when that is nothing. The session may be gone. */
export function meetingOf(
  personId: string,
  sessionId: string,
  session: GroupSession | undefined,
  attendee: Attendee | undefined,
): MeetingOf | undefined {
  const hasLed = session?.startedBy === personId || session?.ledBy === personId;
  const at = attendee?.at ?? (hasLed ? session?.startedAt : undefined);
  if (at === undefined) return undefined;
  const { tickedBy } = attendee ?? {};
  return {
    ...{ sessionId, at },
    ...(tickedBy !== undefined && { tickedBy }),
    ...(hasLed && { hasLed }),
    ...(session?.state === 'cancelled' && { isCancelled: true }),
  };
}

/**
 * Group sessions, a partition each. An attendee has a row of their own, so sixty presses at once write sixty rows and never meet.
 * Every call may throw Failure `unavailable` or `throttled`.
 */
export type GroupStore = {
  getSession(sessionId: string): Promise<Versioned<GroupSession> | undefined>;
  /** With up to 99 attendees, all or none. Throws Failure `conflict` when the session exists. */
  createSession(session: GroupSession, attendees: readonly Attendee[]): Promise<void>;
  /** Throws Failure `conflict` when the etag is stale. */
  replaceSession(session: GroupSession, etag: string): Promise<void>;
  getAttendee(sessionId: string, personId: string): Promise<Attendee | undefined>;
  createAttendee(sessionId: string, attendee: Attendee): Promise<'created' | 'exists'>;
  /** Fine if absent. */
  deleteAttendee(sessionId: string, personId: string): Promise<void>;
  /** In the order of their ids. A row that cannot be read is told and left out: it concerns one person, and the others were there. */
  listAttendees(sessionId: string, tellUnreadable?: () => void): AsyncIterable<Attendee>;
  /** Fine if it is there. */
  createHint(hint: GroupHint): Promise<void>;
  /** Fine if absent. */
  deleteHint(sessionId: string): Promise<void>;
  /** A row that cannot be read is told and left out: the other meetings are sound. */
  listHints(tellUnreadable?: () => void): AsyncIterable<GroupHint>;
  /**
   * The sessions that are over (called off too) and began before this, in no order; when one that cannot be read began, nobody knows: it is told
   * and left out. Reads through the table: for the nightly round.
   */
  listEndedBefore(at: Date, tellUnreadable?: () => void): AsyncIterable<string>;
  /** The session and who was there: those first, so that what is left of it is found again. Fine if absent. */
  deleteSession(sessionId: string): Promise<void>;
  /**
   * All that is kept of somebody, in no order, also of what was called off. A session that cannot be read, which the nightly round tells, counts as
   * gone; the person's own row is not left out: throws Failure `bug`. Reads through the table, which the nightly round keeps small.
   */
  listMeetingsOf(personId: string): AsyncIterable<MeetingOf>;
};

/** How many are there now: counted, never kept as a sum. */
export async function countAttendees(groups: GroupStore, sessionId: string): Promise<number> {
  let count = 0;
  for await (const _ of groups.listAttendees(sessionId)) count += 1;
  return count;
}
