import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/local-date.ts';
import { aadKey } from '../../../src/features/people/person-key-store.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import {
  askForAccess,
  countAccessRequests,
  dropAccessRequests,
  listAccessRequests,
} from '../../../src/features/use-cases/ask-for-access.ts';
import { memoryAccessRequestStore } from '../../support/memory-access-request-store.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aPerson } from '../../support/person-builder.ts';

const today = '2026-11-23';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const open = () => ({
  ...{ accessRequests: memoryAccessRequestStore(), people: memoryPersonStore(), personKeys: memoryPersonKeyStore() },
  requestDays: 30,
});
let needs: ReturnType<typeof open>;
beforeEach(() => {
  needs = open();
});

async function knows(n: number, endsOn?: '2026-11-22'): Promise<void> {
  const person = aPerson(`p${n}`, { aadObjectId: id(n), ...(endsOn && { endsOn }) });
  await needs.people.commit({ personId: person.personId, writes: [createRow(profileRow, person)] });
  await needs.personKeys.create(aadKey(id(n)), person.personId);
}

describe('a wish to be added', () => {
  test('holds for thirty days from the first time, however often it is pressed', async () => {
    expect(await askForAccess(needs, id(1), today)).toMatchObject({ askedOn: today });
    expect(await askForAccess(needs, id(1), '2026-12-01')).toMatchObject({ askedOn: today });
    expect(await countAccessRequests(needs, '2026-12-23')).toBe(1);
    expect(await countAccessRequests(needs, '2026-12-24')).toBe(0);
  });

  test('may come again when the old one has run out and is not deleted yet', async () => {
    await askForAccess(needs, id(1), today);
    expect(await askForAccess(needs, id(1), addDays(today, 31))).toMatchObject({ askedOn: addDays(today, 31) });
  });

  test('is over when the person is added, and not for who was here before and has left', async () => {
    for (const n of [3, 2, 1]) await askForAccess(needs, id(n), today);
    await knows(1);
    await knows(2, '2026-11-22');
    const waiting = await listAccessRequests(needs, today);
    expect(waiting.map(({ aadObjectId }) => aadObjectId)).toEqual([id(2), id(3)]);
  });

  test('is deleted at night when it is over, and the others stay', async () => {
    for (const n of [1, 2]) await askForAccess(needs, id(n), today);
    await askForAccess(needs, id(3), '2026-12-20');
    await knows(1);
    expect(await dropAccessRequests(needs, '2026-12-25')).toBe(2);
    expect(await dropAccessRequests(needs, '2026-12-25')).toBe(0);
    expect(await toArray(needs.accessRequests.list())).toMatchObject([{ aadObjectId: id(3) }]);
  });
});
