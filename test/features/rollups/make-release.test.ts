import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { type Assigned, assignedRow, readAssigned } from '../../../src/features/progress/assigned.ts';
import { doneRow, progressRow, withdrawnRow } from '../../../src/features/progress/progress-rows.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import type { ReminderPolicy } from '../../../src/features/reminders/policy.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { type MakeReleaseNeeds, makeRelease } from '../../../src/features/rollups/make-release.ts';
import { type Place, readOverview } from '../../../src/features/rollups/read-overview.ts';
import { quarterToldIn } from '../../../src/features/rollups/release-month.ts';
import type { RollupStore } from '../../../src/features/rollups/rollup-store.ts';
import { memoryDueStore } from '../../support/memory-due-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryRollupStore } from '../../support/memory-rollup-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';

const calendar: CalendarRules = {
  ...{ zone: 'Europe/Oslo', window: { from: '08:00', to: '15:30' }, localDaysOff: [], halfDays: [], pauses: [] },
  useHolidays: true,
};
const policy: ReminderPolicy = {
  ...{ sendAt: '09:00', maxNudges: 3, maxSnoozes: 3 },
  steps: [{ stepId: 'day-3', anchor: 'employed', offsetDays: 3, class: 'nudge' }],
};
const night = (date: string): Date => new Date(`${date}T03:30:00Z`);
let needs: MakeReleaseNeeds;

async function finishes(personId: string, on: string, moduleId = 'meldeplikt'): Promise<void> {
  const completedAt = new Date(`${on}T10:00:00Z`);
  const done = { moduleId, cycle: 1, moduleVersion: 1, completedAt };
  await needs.people.commit({
    personId,
    writes: [createRow(progressRow, { ...done, state: 'completed', startedAt: completedAt }), createRow(doneRow, done)],
  });
}

beforeEach(async () => {
  needs = {
    ...{ people: memoryPersonStore(), units: memoryUnitStore(), rollups: memoryRollupStore(), calendar },
    ...{ catalogue: aCatalogue([aModule('meldeplikt', { dueAfterDays: 42 })]), zone: 'Europe/Oslo' },
  };
  await needs.units.createUnit({ unitId: 'kommune', name: 'Fjordvik kommune', sector: 'other' });
  await needs.units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other', parentId: 'kommune' });
  await needs.units.createUnit({ unitId: 'solbakken', name: 'Solbakken', sector: 'school', parentId: 'oppvekst' });
  for (let number = 0; number < 20; number += 1) {
    await addPerson(needs, aPerson(`p${number}`, { employedOn: '2026-08-17' }));
  }
  for (let number = 0; number < 10; number += 1) await finishes(`p${number}`, '2026-09-10');
  for (let number = 10; number < 15; number += 1) await finishes(`p${number}`, '2026-11-10');
});

const told = async (month: string) => toArray(needs.rollups.listAreas(month));

describe('the figures of a month', () => {
  it('are told on the first working day, and not before', async () => {
    expect(await makeRelease(needs, night('2026-11-01'))).toEqual({ outcome: 'not-due', areas: 0 });
    expect(await told('2026-11')).toEqual([]);
    expect(await makeRelease(needs, night('2026-11-02'))).toEqual({ outcome: 'made', areas: 2 });
    expect(await needs.rollups.getRelease('2026-11')).toEqual({
      month: '2026-11',
      on: '2026-11-02',
      areaIds: ['-', 'oppvekst'],
    });
  });

  it('are computed from the rows as they are, and frozen', async () => {
    await makeRelease(needs, night('2026-12-01'));
    const [rest, area] = await told('2026-12');
    expect(area).toMatchObject({
      units: [{ unitId: 'solbakken', counts: { done: 15, late: 5, onTheWay: 0, notStarted: 0 } }],
      modules: [{ moduleId: 'meldeplikt', done: 15, missing: 5 }],
    });
    for (let number = 15; number < 20; number += 1) await finishes(`p${number}`, '2026-12-01');
    expect(await makeRelease(needs, night('2026-12-02'))).toEqual({ outcome: 'exists', areas: 0 });
    expect(await told('2026-12')).toEqual([rest, area]);
  });

  it('are told late in the month where nobody was there on the first working day', async () => {
    expect((await makeRelease(needs, night('2026-12-19'))).outcome).toBe('made');
  });

  it('are told in a pause too', async () => {
    const paused = { ...calendar, pauses: [{ from: '07-01', to: '08-14' } as const] };
    expect((await makeRelease({ ...needs, calendar: paused }, night('2027-07-01'))).outcome).toBe('made');
  });

  it('leave out who begins later, who has left and who has moved', async () => {
    await addPerson(needs, aPerson('later', { employedOn: '2027-01-04' }));
    await addPerson(needs, aPerson('left', { employedOn: '2020-01-06', endsOn: '2026-10-30' }));
    await needs.units.createMember('oppvekst', 'p3');
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.units[1]?.counts).toEqual({ done: 15, late: 5, onTheWay: 0, notStarted: 0 });
  });

  it('say of no unit without staff that it has too few, also not of an area that has none', async () => {
    await needs.units.createUnit({ unitId: 'merged', name: 'Lia', sector: 'school', parentId: 'oppvekst' });
    await needs.units.createUnit({ unitId: 'helse', name: 'Helse', sector: 'health', parentId: 'kommune' });
    await needs.units.createUnit({ unitId: 'ppt', name: 'PPT', sector: 'ppt', parentId: 'helse' });
    await needs.units.createUnit({ unitId: 'few', name: 'Vika', sector: 'school', parentId: 'oppvekst' });
    await addPerson(needs, aPerson('alone', { unitId: 'few', employedOn: '2026-11-30' }));
    await makeRelease(needs, night('2026-12-01'));
    const few = async (place: Place) => (await readOverview(needs, place, night('2026-12-01')))?.fewParts;
    expect(await few({ place: 'municipality' })).toBe(0);
    expect(await few({ place: 'below', unitId: 'oppvekst' })).toBe(1);
  });

  it('go on where somebody died, and what was told stays as it was', async () => {
    await needs.units.createUnit({ unitId: 'helse', name: 'Helse', sector: 'health', parentId: 'kommune' });
    await needs.units.createUnit({ unitId: 'ppt', name: 'PPT', sector: 'ppt', parentId: 'helse' });
    for (let number = 0; number < 10; number += 1) {
      await addPerson(needs, aPerson(`ppt-${number}`, { unitId: 'ppt', sector: 'ppt', employedOn: '2026-11-30' }));
    }
    const { rollups } = needs;
    const mortal: RollupStore = {
      ...rollups,
      async createArea(month, area) {
        if (area.areaId === 'oppvekst') throw new Error('killed');
        return rollups.createArea(month, area);
      },
    };
    await expect(makeRelease({ ...needs, rollups: mortal }, night('2026-12-01'))).rejects.toThrow('killed');
    expect(await rollups.getRelease('2026-12')).toBeUndefined();
    const first = await told('2026-12');
    expect(first.map(({ areaId }) => areaId)).toEqual(['-', 'helse']);
    for (let number = 0; number < 10; number += 1) await finishes(`ppt-${number}`, '2026-12-01');
    expect(await makeRelease(needs, night('2026-12-01'))).toEqual({ outcome: 'made', areas: 1 });
    expect((await told('2026-12')).slice(0, 2)).toEqual(first);
    expect((await rollups.getRelease('2026-12'))?.areaIds).toEqual(['-', 'helse', 'oppvekst']);
  });

  it('are the same from two replicas at once', async () => {
    const both = await Promise.all([makeRelease(needs, night('2026-12-01')), makeRelease(needs, night('2026-12-01'))]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['made', 'made']);
    expect(await told('2026-12')).toHaveLength(2);
  });
});

describe('the newcomers of a quarter', () => {
  it('are told of four times a year, when the last of them have had six weeks', () => {
    expect(quarterToldIn('2026-12')).toEqual({ name: '2026-Q3', from: '2026-07-01', to: '2026-09-30' });
    expect(quarterToldIn('2027-03')).toEqual({ name: '2026-Q4', from: '2026-10-01', to: '2026-12-31' });
    expect(quarterToldIn('2027-06')?.name).toBe('2027-Q1');
    expect(quarterToldIn('2027-09')?.name).toBe('2027-Q2');
    expect(['2027-01', '2027-02', '2027-04'].map(quarterToldIn)).toEqual([undefined, undefined, undefined]);
  });

  it('count as in time when all was done within six weeks of the first day', async () => {
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 10, notInTime: 10 });
  });

  it('do not count as in time by a proof that was withdrawn', async () => {
    for (let number = 0; number < 5; number += 1) {
      const completedAt = new Date('2026-09-10T10:00:00Z');
      const withdrawn = { moduleId: 'meldeplikt', completedAt, withdrawnAt: new Date('2026-09-11T10:00:00Z') };
      await needs.people.commit({ personId: `p${number}`, writes: [createRow(withdrawnRow, withdrawn)] });
    }
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 5, notInTime: 15 });
  });

  it('are not those who began before the municipality did', async () => {
    await hires(20, '2026-05-04', '2026-08-25');
    await makeRelease(needs, night('2026-09-01'));
    expect((await told('2026-09'))[1]?.newHires).toEqual({ quarter: '2026-Q2', inTime: 0, notInTime: 0 });
  });

  it('are not those who began before the wave of their unit did', async () => {
    needs = { ...needs, catalogue: { ...needs.catalogue, waves: new Map([['solbakken', '2027-01-11']]) } };
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 0, notInTime: 0 });
  });

  it('begin on the day that the unit does, too', async () => {
    needs = { ...needs, catalogue: { ...needs.catalogue, waves: new Map([['solbakken', '2026-08-17']]) } };
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 10, notInTime: 10 });
  });

  it('are asked for the modules that they had from the first day, and for no other', async () => {
    await comesLater('2026-11-20');
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 10, notInTime: 10 });
  });

  it('are asked for a module that came before they did', async () => {
    await comesLater('2026-08-17');
    for (let number = 0; number < 5; number += 1) await finishes(`p${number}`, '2026-09-11', 'avverge');
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 5, notInTime: 15 });
  });

  it('are asked for what was theirs on the first day, also where its date has moved because a pause held back all word of it', async () => {
    const rules = {
      catalogue: needs.catalogue,
      calendar: { ...calendar, pauses: [{ from: '07-01', to: '08-14' } as const] },
      policy,
    };
    const firstOn: LocalDate = '2027-07-01';
    const summer = await Promise.all(
      Array.from({ length: 10 }, (_, at) => addPerson(needs, aPerson(`summer-${at}`, { employedOn: firstOn }))),
    );
    for (const { personId } of summer.slice(0, 5)) await finishes(personId, '2027-08-06');
    const stores = { people: needs.people, due: memoryDueStore() };
    for (let day: LocalDate = '2027-06-30'; day <= '2027-08-20'; day = addDays(day, 1)) {
      for (const person of summer) await scheduleReminders(stores, person, rules, night(day));
    }
    expect((await readAssigned(needs.people, 'summer-9'))?.since).toEqual({ meldeplikt: '2027-08-16' });
    await makeRelease(needs, night('2027-12-01'));
    expect((await told('2027-12'))[1]?.newHires).toEqual({ quarter: '2027-Q3', inTime: 5, notInTime: 5 });
  });

  it('are not asked for what has come since the last planning', async () => {
    for (let number = 0; number < 20; number += 1) await assigns(`p${number}`, { meldeplikt: 'start' });
    needs = { ...needs, catalogue: aCatalogue([...needs.catalogue.modules, aModule('avverge', { dueAfterDays: 42 })]) };
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 10, notInTime: 10 });
  });

  it('are not those who had no module from the first day', async () => {
    for (let number = 0; number < 20; number += 1) await assigns(`p${number}`, { meldeplikt: '2026-11-20' });
    await makeRelease(needs, night('2026-12-01'));
    expect((await told('2026-12'))[1]?.newHires).toEqual({ quarter: '2026-Q3', inTime: 0, notInTime: 0 });
  });
});

/** So many more, who did all on that day. */
async function hires(count: number, employedOn: LocalDate, doneOn: LocalDate): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const { personId } = await addPerson(needs, aPerson(`hire-${number}`, { employedOn }));
    await finishes(personId, doneOn);
  }
}

/** A second module, which is everybody's from that day on. */
async function comesLater(on: LocalDate): Promise<void> {
  const added = aModule('avverge', { dueAfterDays: 42 });
  needs = { ...needs, catalogue: aCatalogue([...needs.catalogue.modules, added]) };
  for (let number = 0; number < 20; number += 1) await assigns(`p${number}`, { meldeplikt: 'start', avverge: on });
}

const assigns = (personId: string, since: Assigned['since']) =>
  needs.people.commit({ personId, writes: [createRow(assignedRow, { since })] });
