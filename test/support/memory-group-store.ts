import type { ZodType } from 'zod';
import { Failure } from '../../src/core/failure.ts';
import { newId } from '../../src/core/ids.ts';
import { type Attendee, attendeeSchema, groupSessionSchema, isOver } from '../../src/features/groups/group-session.ts';
import { type GroupHint, type GroupStore, meetingOf } from '../../src/features/groups/group-store.ts';
import { sessionKeys, withKeys } from '../../src/outbound/azure-tables/group-table.ts';
import { readRow } from '../../src/outbound/azure-tables/read-row.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** GroupStore in memory, with the behaviour of `groupTable`: what is stored is JSON, and read anew each time. */
export function memoryGroupStore(): GroupStore {
  const sessions = new Map<string, { text: string; etag: string }>();
  const present = new Map<string, Map<string, string>>();
  const hints = new Map<string, GroupHint>();
  const withOf = (sessionId: string) => present.get(sessionId) ?? new Map<string, string>();
  const add = (sessionId: string, attendee: Attendee): void => {
    present.set(sessionId, withOf(sessionId).set(attendee.personId, JSON.stringify(attendee)));
  };

  return {
    async getSession(sessionId) {
      checkKeys(sessionKeys(sessionId));
      const stored = sessions.get(sessionId);
      return stored && { value: decode('group session', groupSessionSchema, stored.text), etag: stored.etag };
    },
    async createSession(session, attendees) {
      checkKeys(sessionKeys(session.sessionId));
      if (sessions.has(session.sessionId)) throw new Failure('conflict', 'This session exists; read it');
      sessions.set(session.sessionId, { text: JSON.stringify(session), etag: newId() });
      for (const attendee of attendees) add(session.sessionId, attendee);
    },
    async replaceSession(session, etag) {
      if (sessions.get(session.sessionId)?.etag !== etag) {
        throw new Failure('conflict', 'Somebody changed the session first; read again and decide again');
      }
      sessions.set(session.sessionId, { text: JSON.stringify(session), etag: newId() });
    },
    async getAttendee(sessionId, personId) {
      checkKeys(withKeys(sessionId, personId));
      const text = withOf(sessionId).get(personId);
      return text === undefined ? undefined : decode('attendee', attendeeSchema, text);
    },
    async createAttendee(sessionId, attendee) {
      checkKeys(withKeys(sessionId, attendee.personId));
      if (withOf(sessionId).has(attendee.personId)) return 'exists';
      add(sessionId, attendee);
      return 'created';
    },
    async deleteAttendee(sessionId, personId) {
      checkKeys(withKeys(sessionId, personId));
      withOf(sessionId).delete(personId);
    },
    async *listAttendees(sessionId, tellUnreadable) {
      const inKeyOrder = [...withOf(sessionId)].sort(([left], [right]) => (left < right ? -1 : 1));
      for (const [, text] of inKeyOrder) {
        const attendee = attendeeSchema.safeParse(JSON.parse(text));
        if (attendee.success) yield attendee.data;
        else tellUnreadable?.();
      }
    },
    async createHint(hint) {
      if (!hints.has(hint.sessionId)) hints.set(hint.sessionId, { ...hint });
    },
    async deleteHint(sessionId) {
      hints.delete(sessionId);
    },
    async *listHints() {
      for (const sessionId of [...hints.keys()].sort()) {
        const hint = hints.get(sessionId);
        if (hint) yield { ...hint };
      }
    },
    async *listEndedBefore(at, tellUnreadable) {
      for (const [sessionId, { text }] of [...sessions]) {
        const session = groupSessionSchema.safeParse(JSON.parse(text));
        if (!session.success) tellUnreadable?.();
        else if (isOver(session.data) && session.data.startedAt < at) yield sessionId;
      }
    },
    async deleteSession(sessionId) {
      present.delete(sessionId);
      sessions.delete(sessionId);
    },
    async *listMeetingsOf(personId) {
      for (const sessionId of new Set([...sessions.keys(), ...present.keys()])) {
        const [session, attendee] = [sessions.get(sessionId)?.text, withOf(sessionId).get(personId)];
        const meeting = meetingOf(
          ...([personId, sessionId] as const),
          session === undefined ? undefined : groupSessionSchema.safeParse(JSON.parse(session)).data,
          attendee === undefined ? undefined : decode('attendee', attendeeSchema, attendee),
        );
        if (meeting) yield meeting;
      }
    },
  };
}

function decode<T>(what: string, schema: ZodType<T>, text: string): T {
  return readRow(what, schema, JSON.parse(text));
}
