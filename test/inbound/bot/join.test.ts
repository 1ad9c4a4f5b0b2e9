import { beforeEach, describe, expect, test } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { Member } from '../../../src/features/people/member-directory.ts';
import { upnKey } from '../../../src/features/people/person-key-store.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { createJoin, type Join } from '../../../src/inbound/bot/join.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aPerson } from '../../support/person-builder.ts';
import { messageActivity, tenantId } from './activities.ts';

const now = new Date('2026-11-23T09:00:00Z');
const account = '00000000-0000-4000-8000-000000000001';
const unknown = { actor: { kind: 'unknown', reason: 'not-in-roster' }, locale: 'nb' } as const;
const kari: Member = { aadObjectId: account, userName: 'kari@fjordvik.no', tenantId, isGuest: false };

let answer: () => Promise<Member | undefined>;
let asked: number;
let events: TelemetryEvent[];
let join: Join;

beforeEach(async () => {
  asked = 0;
  events = [];
  answer = async () => kari;
  const people = memoryPersonStore();
  const personKeys = memoryPersonKeyStore();
  const person = aPerson('kari', { upnKey: upnKey(kari.userName) });
  await people.commit({ personId: 'kari', writes: [createRow(profileRow, person)] });
  await personKeys.create(upnKey(kari.userName), 'kari');
  const members = {
    read: () => {
      asked += 1;
      return answer();
    },
  };
  const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
  join = createJoin({ people, personKeys, units: memoryUnitStore(), members, telemetry, zone: 'Europe/Oslo' });
});

const joins = (at = now) => {
  const turn = readTurn(messageActivity('hei'));
  if (!turn) throw new Error('no turn');
  return join(unknown, turn, at);
};

describe('somebody whom we do not know', () => {
  test('is somebody of the staff list when Teams tells the user name of one', async () => {
    expect(await joins()).toBe(true);
  });

  test('is asked about once, however much is written, and again after a while', async () => {
    answer = async () => undefined;
    expect(await Promise.all([joins(), joins(), joins()])).toEqual([false, false, false]);
    expect(asked).toBe(1);
    answer = async () => kari;
    expect(await joins(new Date(now.getTime() + 10 * 60_000))).toBe(true);
    expect(asked).toBe(2);
  });

  test('stays unknown when Teams does not answer, which is told without who it was', async () => {
    answer = async () => {
      throw new Failure('unavailable', 'no');
    };
    expect(await joins()).toBe(false);
    expect(events).toEqual([{ event: 'background-failed', at: 'join', kind: 'unavailable' }]);
  });

  test('is asked about again soon after Teams did not answer, and not at each message', async () => {
    answer = async () => {
      throw new Failure('throttled', 'later');
    };
    expect(await joins()).toBe(false);
    answer = async () => kari;
    expect(await joins(new Date(now.getTime() + 9_000))).toBe(false);
    expect(asked).toBe(1);
    expect(await joins(new Date(now.getTime() + 10_000))).toBe(true);
  });

  test('who had joined and is unknown again is asked about at once', async () => {
    expect(await joins()).toBe(true);
    expect(await joins()).toBe(true);
    expect(asked).toBe(2);
  });

  test.each([
    ['a guest', { isGuest: true }],
    ['of another tenant', { tenantId: 'elsewhere' }],
    ['another account than the one that wrote', { aadObjectId: '00000000-0000-4000-8000-000000000002' }],
  ])('stays unknown when Teams says that it is %s', async (_, more) => {
    answer = async () => ({ ...kari, ...more });
    expect(await joins()).toBe(false);
  });
});

test('nobody is asked about whom we know, or could not read just now', async () => {
  const turn = readTurn(messageActivity('hei'));
  if (!turn) throw new Error('no turn');
  await join({ ...unknown, actor: { kind: 'unknown', reason: 'storage-unavailable' } }, turn, now);
  await join({ ...unknown, actor: { kind: 'person', person: aPerson('kari') } }, turn, now);
  await join({ ...unknown, actor: { kind: 'guest' } }, turn, now);
  expect(asked).toBe(0);
});
