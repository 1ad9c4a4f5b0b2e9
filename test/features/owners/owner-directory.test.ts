import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { readOwnerDirectory } from '../../../src/features/owners/owner-directory.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';

const today = '2026-11-26';
const open = () => ({ people: memoryPersonStore(), units: memoryUnitStore() });
let stores: ReturnType<typeof open>;

beforeEach(async () => {
  stores = open();
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await addPerson(stores, aPerson('unn', { roles: ['employee', 'coordinator'] }));
  await addPerson(stores, aPerson('lawyer', { answersFor: ['Kommuneadvokat'] }));
});

describe('who answers for what', () => {
  test('is found also where the profile of somebody else cannot be read', async () => {
    await addPerson(stores, aPerson('bad', { givenName: '' }));
    const { byOwner, others } = await readOwnerDirectory(stores, today);
    expect([...byOwner.values()]).toEqual([['lawyer']]);
    expect(others).toEqual(['unn']);
  });

  test.each(['unavailable', 'throttled'] as const)('is not found by halves while storage is %s', async (kind) => {
    const away = new Failure(kind, 'storage is away');
    const people = { ...stores.people, get: () => Promise.reject(away) };
    await expect(readOwnerDirectory({ ...stores, people }, today)).rejects.toBe(away);
  });
});
