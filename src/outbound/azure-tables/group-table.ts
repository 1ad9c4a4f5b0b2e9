import { odata } from '@azure/data-tables';
import { type ZodType, z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import type { Versioned } from '../../core/versioned.ts';
import {
  type Attendee,
  attendeeSchema,
  type GroupSession,
  groupSessionSchema,
  isOver,
} from '../../features/groups/group-session.ts';
import { type GroupStore, meetingOf } from '../../features/groups/group-store.ts';
import { createOnce } from './create-once.ts';
import { readJson } from './read-json.ts';
import { readRow } from './read-row.ts';
import type { Columns, RowKeys, StoredRow, Table } from './table.ts';
import { transact } from './transact.ts';

const withPrefix = 'with:';
/** `;` is the next character after `:`. */
const withEnd = 'with;';
/** Not an id that `newId` makes. */
const hintPartition = 'hint';

const dataSchema = z.object({ data: z.string(), etag: z.string() });
const placeSchema = z.object({ partitionKey: z.string(), rowKey: z.string() });
const hintSchema = z.object({ rowKey: z.string(), createdAt: z.coerce.date() });

/**
 * Table Groups: a partition for each session (`session`, and `with:{person}` for each who is there), and the partition `hint` with a
 * row for each session that may still need something.
 */
export function groupTable(table: Table): GroupStore {
  async function getSession(sessionId: string): Promise<Versioned<GroupSession> | undefined> {
    const stored = await table.get(sessionKeys(sessionId));
    return stored && { value: decode('group session', groupSessionSchema, stored), etag: stored.etag };
  }

  return {
    getSession,

    async createSession(session, attendees) {
      const { sessionId } = session;
      await transact(table, sessionId, [
        { op: 'create', rowKey: sessionKeys(sessionId).rowKey, columns: encode(session) },
        ...attendees.map((attendee) => {
          const { rowKey } = withKeys(sessionId, attendee.personId);
          return { op: 'create' as const, rowKey, columns: encode(attendee) };
        }),
      ]);
    },

    replaceSession: (session, etag) => table.replace(sessionKeys(session.sessionId), encode(session), etag),

    async getAttendee(sessionId, personId) {
      const stored = await table.get(withKeys(sessionId, personId));
      return stored && decode('attendee', attendeeSchema, stored);
    },

    createAttendee: (sessionId, attendee) =>
      createOnce(table, withKeys(sessionId, attendee.personId), encode(attendee)),

    deleteAttendee: (sessionId, personId) => table.delete(withKeys(sessionId, personId)),

    async *listAttendees(sessionId, tellUnreadable) {
      for await (const stored of table.list(attendeesOf(sessionId))) {
        const attendee = tryDecode('attendee', attendeeSchema, stored);
        if (attendee) yield attendee;
        else tellUnreadable?.();
      }
    },

    async createHint({ sessionId, createdAt }) {
      await createOnce(table, hintKeys(sessionId), { createdAt: createdAt.toISOString() });
    },

    deleteHint: (sessionId) => table.delete(hintKeys(sessionId)),

    async *listHints(tellUnreadable) {
      for await (const stored of table.list(odata`PartitionKey eq ${hintPartition}`)) {
        const hint = hintSchema.safeParse(stored);
        if (hint.success) yield { sessionId: hint.data.rowKey, createdAt: hint.data.createdAt };
        else tellUnreadable?.();
      }
    },

    async *listEndedBefore(at, tellUnreadable) {
      for await (const stored of table.list(odata`RowKey eq ${'session'}`)) {
        const session = tryDecode('group session', groupSessionSchema, stored);
        if (!session) tellUnreadable?.();
        else if (isOver(session) && session.startedAt < at) yield session.sessionId;
      }
    },

    async deleteSession(sessionId) {
      for await (const stored of table.list(attendeesOf(sessionId))) {
        // Also what cannot be read is deleted in time.
        const { partitionKey, rowKey } = readRow('group row', placeSchema, stored);
        await table.delete({ partitionKey, rowKey });
      }
      await table.delete(sessionKeys(sessionId));
    },

    async *listMeetingsOf(personId) {
      const { rowKey } = withKeys('any', personId);
      const sessions = new Map<string, GroupSession | undefined>();
      const attended = new Map<string, Attendee>();
      for await (const stored of table.list(odata`RowKey eq ${rowKey} or RowKey eq ${'session'}`)) {
        const { partitionKey, rowKey: found } = readRow('group row', placeSchema, stored);
        if (found === rowKey) attended.set(partitionKey, decode('attendee', attendeeSchema, stored));
        else sessions.set(partitionKey, tryDecode('group session', groupSessionSchema, stored));
      }
      for (const sessionId of new Set([...sessions.keys(), ...attended.keys()])) {
        const meeting = meetingOf(personId, sessionId, sessions.get(sessionId), attended.get(sessionId));
        if (meeting) yield meeting;
      }
    },
  };
}

export const sessionKeys = (sessionId: string): RowKeys => ({ partitionKey: sessionId, rowKey: 'session' });
export const withKeys = (sessionId: string, personId: string): RowKeys => ({
  partitionKey: sessionId,
  rowKey: `${withPrefix}${personId}`,
});
const attendeesOf = (sessionId: string): string =>
  odata`PartitionKey eq ${sessionId} and RowKey ge ${withPrefix} and RowKey lt ${withEnd}`;
const hintKeys = (sessionId: string): RowKeys => ({ partitionKey: hintPartition, rowKey: sessionId });

const encode = (value: object): Columns => ({ data: JSON.stringify(value) });

function decode<T>(what: string, schema: ZodType<T>, stored: StoredRow): T {
  return readRow(what, schema, readJson(readRow(what, dataSchema, stored).data));
}

function tryDecode<T>(what: string, schema: ZodType<T>, stored: StoredRow): T | undefined {
  try {
    return decode(what, schema, stored);
  } catch (error) {
    if (!isFailure(error, 'bug')) throw error;
    return undefined;
  }
}
