import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { aadKey, type PersonKeyStore, upnKey } from '../../../src/features/people/person-key-store.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { joinByUserName } from '../../../src/features/use-cases/join-by-user-name.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';

const day = { today: '2026-11-23', now: new Date('2026-11-23T10:00:00Z') } as const;
const userName = 'kari.lund@fjordvik.kommune.no';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let people: ReturnType<typeof memoryPersonStore>;
let personKeys: PersonKeyStore;
const units = memoryUnitStore();
const rules = { catalogue: aCatalogue([]), calendar: { zone: 'Europe/Oslo' } } as const;
beforeEach(() => {
  people = memoryPersonStore();
  personKeys = memoryPersonKeyStore();
});

async function knows(more: Partial<Person> = {}): Promise<void> {
  const person = aPerson('kari', { upnKey: upnKey(userName), ...more });
  await people.commit({ personId: 'kari', writes: [createRow(profileRow, person)] });
  await personKeys.create(upnKey(userName), 'kari');
}
const joins = (aadObjectId = id(1), name = userName) =>
  joinByUserName({ people, personKeys, units, rules }, { aadObjectId, userName: name }, day);
const accountOf = async () => (await people.get('kari', profileRow))?.value.aadObjectId;

describe('an account with the user name of somebody in the staff list', () => {
  test('is that person from then on, in the key and in the profile', async () => {
    await knows();
    expect(await joins(id(1).toUpperCase(), 'Kari.Lund@Fjordvik.kommune.no')).toBe('joined');
    expect(await personKeys.get(aadKey(id(1)))).toBe('kari');
    expect(await accountOf()).toBe(id(1));
  });

  test('is nobody when the person has another account: the user name has been given to somebody else', async () => {
    await knows({ aadObjectId: id(2) });
    expect(await joins()).toBe('nobody');
    expect(await personKeys.get(aadKey(id(1)))).toBeUndefined();
    expect(await accountOf()).toBe(id(2));
  });

  test('is nobody when the person has left, has another user name by now, or is not there', async () => {
    expect(await joins()).toBe('nobody');
    await knows({ endsOn: '2026-11-22' });
    expect(await joins()).toBe('nobody');
    await personKeys.create(upnKey('old@fjordvik.kommune.no'), 'kari');
    expect(await joins(id(1), 'old@fjordvik.kommune.no')).toBe('nobody');
    expect(await accountOf()).toBeUndefined();
  });

  test('is who it was before, when it is known already', async () => {
    await knows();
    await personKeys.create(aadKey(id(1)), 'olav');
    expect(await joins()).toBe('nobody');
    expect(await accountOf()).toBeUndefined();
  });

  test('comes first of two: the other one is nobody', async () => {
    await knows();
    const outcomes = await Promise.all([joins(id(1)), joins(id(2))]);
    expect(outcomes.toSorted()).toEqual(['joined', 'nobody']);
    const winner = await accountOf();
    expect(await personKeys.get(aadKey(winner ?? ''))).toBe('kari');
    expect(await personKeys.get(aadKey(winner === id(1) ? id(2) : id(1)))).toBeUndefined();
  });

  test('goes on where it was broken off, and no other account can come in between', async () => {
    await knows();
    const dying: PersonKeyStore = {
      ...personKeys,
      create: async () => {
        throw new Failure('unavailable', 'gone');
      },
    };
    const broken = joinByUserName({ people, personKeys: dying, units, rules }, { aadObjectId: id(1), userName }, day);
    await expect(broken).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await joins(id(2))).toBe('nobody');
    expect(await joins(id(1))).toBe('joined');
  });

  test('gives the profile back when the account has come to name somebody else in the same moment', async () => {
    await knows();
    const late: PersonKeyStore = {
      ...personKeys,
      async create(key) {
        await personKeys.create(key, 'olav');
        throw new Failure('conflict', 'somebody was first');
      },
    };
    const needs = { people, personKeys: late, units, rules };
    expect(await joinByUserName(needs, { aadObjectId: id(1), userName }, day)).toBe('nobody');
    expect(await accountOf()).toBeUndefined();
    expect(await personKeys.get(aadKey(id(1)))).toBe('olav');
  });
});
