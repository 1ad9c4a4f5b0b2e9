import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupSession } from '../../src/features/groups/group-session.ts';
import { countAttendees, type GroupStore } from '../../src/features/groups/group-store.ts';
import { toArray } from '../../src/features/people/person-store.ts';

const at = new Date('2026-11-23T09:00:00Z');
const chat: NonNullable<GroupSession['chat']> = {
  conversation: { conversationId: '19:x', serviceUrl: 'https://t/', tenantId: 't', botId: '28:b', state: 'open' },
  ...{ activityId: 'card', locale: 'nb' },
};
const session: GroupSession = {
  ...{ sessionId: 'one', moduleId: 'meldeplikt', moduleVersion: 2, startedBy: 'rektor', ledBy: 'rektor', chat },
  ...{ startedAt: at, state: 'open', stage: 0 },
};
const attendee = (personId: string) => ({ personId, at });

/** What every GroupStore does. `open` gives a new empty store. */
export function groupStoreContract(name: string, open: () => Promise<GroupStore>): void {
  describe(`GroupStore: ${name}`, () => {
    let store: GroupStore;
    beforeEach(async () => {
      store = await open();
    });

    it('gives back what was stored', async () => {
      expect(await store.getSession('one')).toBeUndefined();
      await store.createSession(session, [{ ...attendee('kari'), tickedBy: 'rektor' }]);
      expect((await store.getSession('one'))?.value).toEqual(session);
      expect(await toArray(store.listAttendees('one'))).toEqual([{ ...attendee('kari'), tickedBy: 'rektor' }]);
    });

    it('creates a session once, and of a second one nobody either', async () => {
      await store.createSession(session, []);
      await expect(store.createSession(session, [attendee('kari')])).rejects.toMatchObject({ kind: 'conflict' });
      expect(await countAttendees(store, 'one')).toBe(0);
    });

    it('replaces a session only for who has read it last', async () => {
      await store.createSession(session, []);
      const etag = (await store.getSession('one'))?.etag ?? '';
      await store.replaceSession({ ...session, stage: 1 }, etag);
      await expect(store.replaceSession({ ...session, stage: 5 }, etag)).rejects.toMatchObject({ kind: 'conflict' });
      expect((await store.getSession('one'))?.value.stage).toBe(1);
    });

    it('does not create what it is to replace', async () => {
      await expect(store.replaceSession(session, 'W/"x"')).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.getSession('one')).toBeUndefined();
    });

    it('has each person once, and lists them by id, those of this session only', async () => {
      await store.createSession(session, []);
      expect(await store.createAttendee('one', attendee('olav'))).toBe('created');
      expect(await store.createAttendee('one', attendee('kari'))).toBe('created');
      expect(await store.createAttendee('one', attendee('kari'))).toBe('exists');
      await store.createAttendee('two', attendee('siv'));
      expect((await toArray(store.listAttendees('one'))).map(({ personId }) => personId)).toEqual(['kari', 'olav']);
      expect(await store.getAttendee('one', 'kari')).toEqual(attendee('kari'));
      expect(await store.getAttendee('one', 'siv')).toBeUndefined();
    });

    it('tells of a row of somebody that cannot be read, lists the others, and deletes it with the session', async () => {
      await store.createSession(session, [attendee('kari'), { ...attendee('olav'), tickedBy: '' }, attendee('siv')]);
      let told = 0;
      const listed = await toArray(
        store.listAttendees('one', () => {
          told += 1;
        }),
      );
      expect(listed.map(({ personId }) => personId)).toEqual(['kari', 'siv']);
      expect(told).toBe(1);
      await store.deleteSession('one');
      expect(await store.getAttendee('one', 'olav')).toBeUndefined();
    });

    it('lets somebody go, also twice, and come back', async () => {
      await store.createAttendee('one', attendee('kari'));
      await store.deleteAttendee('one', 'kari');
      await store.deleteAttendee('one', 'kari');
      expect(await countAttendees(store, 'one')).toBe(0);
      expect(await store.createAttendee('one', attendee('kari'))).toBe('created');
    });

    it('writes sixty people at once without one meeting another', async () => {
      const ids = Array.from({ length: 60 }, (_, index) => `person-${index}`);
      const outcomes = await Promise.all(ids.map((personId) => store.createAttendee('one', attendee(personId))));
      expect(new Set(outcomes)).toEqual(new Set(['created']));
      expect(await countAttendees(store, 'one')).toBe(60);
    });

    it('lists what is over and began before a time, and deletes it with all who were there, also twice', async () => {
      const over: GroupSession = { ...session, state: 'closed', endedAt: at };
      await store.createSession(over, [attendee('kari'), attendee('olav')]);
      await store.createSession({ ...over, sessionId: 'open', state: 'open' }, [attendee('kari')]);
      await store.createSession({ ...over, sessionId: 'new', startedAt: new Date('2026-12-23T09:00:00Z') }, []);
      expect(await toArray(store.listEndedBefore(new Date('2026-12-01T00:00:00Z')))).toEqual(['one']);
      for (const _ of ['once', 'twice']) await store.deleteSession('one');
      expect(await store.getSession('one')).toBeUndefined();
      expect(await countAttendees(store, 'one')).toBe(0);
      expect(await countAttendees(store, 'open')).toBe(1);
    });

    it('lists what was called off with what is over, and deletes who was there with it', async () => {
      await store.createSession({ ...session, state: 'cancelled', endedAt: at }, [attendee('kari')]);
      await store.createSession({ ...session, sessionId: 'closing', state: 'closing', endedAt: at }, []);
      expect(await toArray(store.listEndedBefore(new Date('2026-12-01T00:00:00Z')))).toEqual(['one']);
      await store.deleteSession('one');
      expect(await countAttendees(store, 'one')).toBe(0);
    });

    it('lists what is over also beside a meeting that cannot be read, which is told', async () => {
      const over: GroupSession = { ...session, state: 'closed', endedAt: at };
      await store.createSession({ ...over, sessionId: 'bad', stage: -1 }, []);
      await store.createSession(over, []);
      let told = 0;
      const ended = store.listEndedBefore(new Date('2026-12-01T00:00:00Z'), () => {
        told += 1;
      });
      expect(await toArray(ended)).toEqual(['one']);
      expect(told).toBe(1);
    });

    it('lists what was called off as that', async () => {
      await store.createSession({ ...session, state: 'cancelled', endedAt: at }, [attendee('kari')]);
      expect(await toArray(store.listMeetingsOf('kari'))).toEqual([{ sessionId: 'one', at, isCancelled: true }]);
    });

    it('lists what somebody began or took over, also without having been registered as there', async () => {
      await store.createSession({ ...session, startedBy: 'siv', ledBy: 'olav' }, [attendee('olav')]);
      const { startedAt } = session;
      expect(await toArray(store.listMeetingsOf('siv'))).toEqual([{ sessionId: 'one', at: startedAt, hasLed: true }]);
      expect(await toArray(store.listMeetingsOf('olav'))).toEqual([{ sessionId: 'one', at, hasLed: true }]);
      expect(await toArray(store.listMeetingsOf('nobody'))).toEqual([]);
    });

    it('lists where one person was', async () => {
      await store.createSession(session, [{ ...attendee('kari'), tickedBy: 'rektor' }, attendee('olav')]);
      await store.createAttendee('two', attendee('kari'));
      const meetings = await toArray(store.listMeetingsOf('kari'));
      expect(meetings.toSorted((a, b) => a.sessionId.localeCompare(b.sessionId))).toEqual([
        { sessionId: 'one', at, tickedBy: 'rektor' },
        { sessionId: 'two', at },
      ]);
    });

    it('lists where one person was also beside a meeting that cannot be read, and at it', async () => {
      await store.createSession({ ...session, sessionId: 'bad', stage: -1 }, [attendee('kari')]);
      await store.createSession(session, [attendee('kari'), attendee('olav')]);
      const meetingsOf = async (personId: string) =>
        (await toArray(store.listMeetingsOf(personId))).map(({ sessionId }) => sessionId).toSorted();
      expect(await meetingsOf('olav')).toEqual(['one']);
      expect(await meetingsOf('kari')).toEqual(['bad', 'one']);
    });

    it('does not leave out somebody’s own row that cannot be read, as if it were not there', async () => {
      await store.createSession(session, [{ ...attendee('kari'), tickedBy: '' }, attendee('olav')]);
      await expect(toArray(store.listMeetingsOf('kari'))).rejects.toMatchObject({ kind: 'bug' });
      expect(await toArray(store.listMeetingsOf('olav'))).toHaveLength(1);
    });

    it('keeps hints until they are deleted', async () => {
      await store.createHint({ sessionId: 'two', createdAt: at });
      await store.createHint({ sessionId: 'one', createdAt: at });
      await store.createHint({ sessionId: 'one', createdAt: new Date() });
      expect(await toArray(store.listHints())).toEqual([
        { sessionId: 'one', createdAt: at },
        { sessionId: 'two', createdAt: at },
      ]);
      await store.deleteHint('one');
      await store.deleteHint('one');
      expect((await toArray(store.listHints())).map(({ sessionId }) => sessionId)).toEqual(['two']);
    });
  });
}
