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
import { aCatalogue } from '../../support/module-builder.ts';
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
  const rules = { catalogue: aCatalogue([]), calendar: { zone: 'Europe/Oslo' } } as const;
  join = createJoin({ people, personKeys, units: memoryUnitStore(), rules, members, telemetry, zone: 'Europe/Oslo' });
});

const joins = (at = now) => {
  const turn = readTurn(messageActivity('hei'));
  if (!turn) throw new Error('no turn');
  return join(unknown, turn, at);
};

const nobody: Member = { ...kari, userName: 'nobody@fjordvik.no' };
const inMs = (ms: number) => new Date(now.getTime() + ms);

describe('somebody whom we do not know', () => {
  test('is somebody of the staff list when Teams tells the user name of one', async () => {
    expect(await joins()).toBe('joined');
  });

  test('is of our tenant and not in the list when Teams tells another user name', async () => {
    answer = async () => ({ ...nobody, tenantId: tenantId.toUpperCase() });
    expect(await joins()).toBe('member');
  });

  test('is asked about once, however much is written, and again after a while', async () => {
    answer = async () => nobody;
    expect(await Promise.all([joins(), joins(), joins()])).toEqual(['member', 'member', 'member']);
    expect(asked).toBe(1);
    answer = async () => kari;
    expect(await joins(inMs(10 * 60_000 - 1))).toBe('member');
    expect(await joins(inMs(10 * 60_000))).toBe('joined');
    expect(asked).toBe(2);
  });

  test('is not told of when Teams does not answer, which is told without who it was', async () => {
    answer = async () => {
      throw new Failure('unavailable', 'no');
    };
    expect(await joins()).toBe('failed');
    expect(events).toEqual([{ event: 'background-failed', at: 'join', kind: 'unavailable' }]);
  });

  test('is not waited for long', async () => {
    answer = () => new Promise(() => {});
    expect(await joins()).toBe('failed');
  });

  test.each<[string, Awaited<ReturnType<Join>>, () => Promise<Member | undefined>]>([
    ['did not answer', 'failed', () => Promise.reject(new Failure('throttled', 'later'))],
    ['did not say who it was', 'not-told', async () => undefined],
  ])('is asked about again soon after Teams %s, and not at each message', async (_, told, given) => {
    answer = given;
    expect(await joins()).toBe(told);
    answer = async () => kari;
    expect(await joins(inMs(9_000))).toBe(told);
    expect(asked).toBe(1);
    expect(await joins(inMs(10_000))).toBe('joined');
  });

  test('who had joined and is unknown again is asked about at once', async () => {
    expect(await joins()).toBe('joined');
    expect(await joins()).toBe('joined');
    expect(asked).toBe(2);
  });

  test.each<[string, Partial<Member>]>([
    ['a guest', { isGuest: true }],
    ['a guest of whom it says nothing else', { isGuest: true, aadObjectId: '', userName: '' }],
    ['of another tenant', { tenantId: 'elsewhere' }],
    ['somebody with the user name of a guest', { userName: 'kari_elsewhere.no#EXT#@fjordvik.onmicrosoft.com' }],
    ['somebody with the user name of a guest, in small letters', { userName: 'kari_x.no#ext#@fjordvik.no' }],
  ])('is a guest when Teams says that it is %s, and stays so for a while', async (_, more) => {
    answer = async () => ({ ...kari, ...more });
    expect(await joins()).toBe('guest');
    expect(await joins(inMs(9 * 60_000))).toBe('guest');
    expect(asked).toBe(1);
  });

  test.each<[string, Member]>([
    ['another account than the one that wrote', { ...kari, aadObjectId: '00000000-0000-4000-8000-000000000002' }],
    ['somebody without saying of which tenant', { aadObjectId: account, userName: nobody.userName, isGuest: false }],
  ])('is not taken for a member when Teams tells %s', async (_, member) => {
    answer = async () => member;
    expect(await joins()).toBe('not-told');
  });

  test('without an account is not asked about, and is no member', async () => {
    const turn = readTurn({ ...messageActivity('hei'), from: { id: '29:x' } });
    if (!turn) throw new Error('no turn');
    expect(await join(unknown, turn, now)).toBe('not-told');
    expect(asked).toBe(0);
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
