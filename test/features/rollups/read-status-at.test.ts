import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import { membershipFrom } from '../../../src/features/people/member-history.ts';
import { memberRow } from '../../../src/features/people/person-rows.ts';
import { createRow, type PersonStore } from '../../../src/features/people/person-store.ts';
import type { UnitStore } from '../../../src/features/people/unit-store.ts';
import { createReadStatusAt } from '../../../src/features/rollups/read-status-at.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';

const now = new Date('2027-04-15T09:00:00Z');
const retention = { afterLeavingDays: 60, messageDays: 60, meetingDays: 30, auditMonths: 3, requestDays: 30 };
let stores: { people: PersonStore; units: UnitStore };
const needs = (people: PersonStore = stores.people) => ({
  ...{ ...stores, people, zone: 'Europe/Oslo', retention, municipality: { name: 'Fjordvik' }, patienceMs: 1500 },
  catalogue: aCatalogue([aModule('meldeplikt')], '2026-08-17'),
});

async function addUnit(unitId: string, name: string): Promise<void> {
  await stores.units.createUnit({ unitId, name, sector: 'school' });
  for (const letter of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) {
    const person = await addPerson(stores, aPerson(`${unitId}-${letter}`, { unitId }));
    const member = createRow(memberRow, membershipFrom(person, person.employedOn));
    await stores.people.commit({ personId: person.personId, writes: [member] });
  }
}

beforeEach(async () => {
  stores = { people: memoryPersonStore(), units: memoryUnitStore() };
  await addUnit('solbakken', 'Solbakken');
});

describe('the status of a day', () => {
  const told = { people: 10, done: 0, late: 10, open: 0 };

  it('tells the units of a first of a month, and of other days only the whole municipality', async () => {
    await addUnit('blåklokka', 'Blåklokka');
    await addUnit('ppt', 'PPT');
    const read = createReadStatusAt(needs());
    const whole = { level: 'municipality', name: 'Fjordvik', figures: { ...told, people: 30, late: 30 } };
    expect(await read('2027-03-01', now)).toEqual({
      ...{ outcome: 'told', on: '2027-03-01', units: 'told', fewUnits: 0 },
      rows: [whole, ...['Blåklokka', 'PPT', 'Solbakken'].map((name) => ({ level: 'unit', name, figures: told }))],
    });
    expect(await read('2027-03-02', now)).toMatchObject({ units: 'first-of-month-only', rows: [whole] });
  });

  it('is told of a first of a month only, where the whole of each day would tell of one unit, or of the other one', async () => {
    const alone = createReadStatusAt(needs());
    expect(await alone('2027-03-01', now)).toMatchObject({ outcome: 'told', units: 'told' });
    expect(await alone('2027-03-02', now)).toEqual({ outcome: 'month-only', first: '2027-03-01' });
    await addUnit('ppt', 'PPT');
    const oneOfTwo = createReadStatusAt(needs());
    expect(await oneOfTwo('2027-03-02', now)).toEqual({ outcome: 'month-only', first: '2027-03-01' });
  });

  it('is not told of a day that is not over, nor of one before the municipality began', async () => {
    const read = createReadStatusAt(needs());
    expect(await read('2027-04-16', now)).toEqual({ outcome: 'not-yet' });
    expect(await read('2027-04-15', now)).toEqual({ outcome: 'not-yet' });
    expect(await read('2027-04-15', new Date('2027-04-15T22:00:00Z'))).toMatchObject({ outcome: 'month-only' });
    expect(await read('2027-04-14', now)).toMatchObject({ outcome: 'month-only' });
    expect(await read('2026-08-16', now)).toEqual({ outcome: 'before-start', startsOn: '2026-08-17' });
  });

  it('is not told wrongly of a day of which rows are deleted', async () => {
    const read = createReadStatusAt(needs());
    const oldest: LocalDate = addDays('2027-04-15', -retention.afterLeavingDays);
    expect(await read(addDays(oldest, -1), now)).toEqual({ outcome: 'rows-gone', oldest });
    expect(await read(oldest, now)).toMatchObject({ outcome: 'month-only' });
  });

  it('is counted once for all who ask of it in the next minutes', async () => {
    let reads = 0;
    const people: PersonStore = {
      ...stores.people,
      get(personId, row, key) {
        reads += 1;
        return stores.people.get(personId, row, key);
      },
    };
    const read = createReadStatusAt(needs(people));
    await Promise.all([read('2027-03-01', now), read('2027-03-01', now)]);
    await read('2027-03-01', new Date(now.getTime() + 9 * 60_000));
    expect(reads).toBe(20);
    await read('2027-03-01', new Date(now.getTime() + 11 * 60_000));
    expect(reads).toBe(40);
  });

  it('that takes longer than one waits goes on, and is there when it is asked for again', async () => {
    const gate = Promise.withResolvers<void>();
    const people: PersonStore = {
      ...stores.people,
      async get(personId, row, key) {
        await gate.promise;
        return stores.people.get(personId, row, key);
      },
    };
    const read = createReadStatusAt({ ...needs(people), patienceMs: 0 });
    expect(await read('2027-03-01', now)).toEqual({ outcome: 'counting', on: '2027-03-01' });
    gate.resolve();
    await expect.poll(() => read('2027-03-01', now)).toMatchObject({ outcome: 'told' });
  });

  it('is waited for, however long it takes, where nobody waits for the answer to a press', async () => {
    const gate = Promise.withResolvers<void>();
    const people: PersonStore = {
      ...stores.people,
      async get(personId, row, key) {
        await gate.promise;
        return stores.people.get(personId, row, key);
      },
    };
    const read = createReadStatusAt({ ...needs(people), patienceMs: 0 });
    const told = read('2027-03-01', now, 'until-told');
    expect(await read('2027-03-01', now)).toMatchObject({ outcome: 'counting' });
    gate.resolve();
    expect(await told).toMatchObject({ outcome: 'told' });
  });

  it('that storage did not give is asked for anew', async () => {
    let isAway = true;
    const people: PersonStore = {
      ...stores.people,
      async get(personId, row, key) {
        if (isAway) throw new Failure('unavailable', 'storage is away');
        return stores.people.get(personId, row, key);
      },
    };
    const read = createReadStatusAt(needs(people));
    await expect(read('2027-03-01', now)).rejects.toThrow('storage is away');
    isAway = false;
    expect(await read('2027-03-01', now)).toMatchObject({ outcome: 'told' });
  });
});
