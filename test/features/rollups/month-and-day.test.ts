import { describe, expect, it } from 'vitest';
import { membershipFrom } from '../../../src/features/people/member-history.ts';
import { memberRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow } from '../../../src/features/people/person-store.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { doneRow, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { readModuleProgress } from '../../../src/features/progress/read-module-progress.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import { makeRelease } from '../../../src/features/rollups/make-release.ts';
import { readOverview } from '../../../src/features/rollups/read-overview.ts';
import { createReadStatusAt } from '../../../src/features/rollups/read-status-at.ts';
import { withdrawCompletion } from '../../../src/features/use-cases/withdraw-completion.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryRollupStore } from '../../support/memory-rollup-store.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';

const zone = 'Europe/Oslo';
const calendar: CalendarRules = {
  ...{ zone, window: { from: '08:00', to: '15:30' }, localDaysOff: [], halfDays: [], pauses: [], useHolidays: true },
};
const modules = ['bti', 'meldeplikt', 'avverge'].map((moduleId) =>
  aModule(moduleId, { dueAfterDays: 42, renewal: { months: 12, withinDays: 28 } }),
);

/** A unit where `early` of twelve did all in November 2026, so that it is to be done again in November 2027, and the others in March. */
async function aUnit(unitId: string, early: number) {
  const stores = { ...memoryStores(), people: memoryPersonStore(), rollups: memoryRollupStore() };
  const needs = { ...stores, calendar, catalogue: aCatalogue(modules, '2026-08-17'), zone };
  await needs.units.createUnit({ unitId, name: 'Lia', sector: 'school' });
  for (let index = 0; index < 12; index += 1) {
    const person = await addPerson(needs, aPerson(`p${index}`, { unitId, employedOn: '2026-08-17' }));
    const { personId } = person;
    const completedAt = new Date(index < early ? '2026-11-20T10:00:00Z' : '2027-03-10T10:00:00Z');
    const proofs = modules.flatMap(({ moduleId }) => {
      const done = { moduleId, cycle: 1, moduleVersion: 1, completedAt, tickedBy: 'siv' };
      return [
        createRow(progressRow, { ...done, state: 'completed', startedAt: completedAt }),
        createRow(doneRow, done),
      ];
    });
    const writes = [createRow(memberRow, membershipFrom(person, '2026-08-17')), ...proofs];
    await needs.people.commit({ personId, writes });
    await openRenewals(needs, person, new Date('2027-11-21T02:00:00Z'));
  }
  const begin = async (personId: string) => {
    const stored = await readModuleProgress(needs.people, personId, 'bti');
    if (stored?.value.state !== 'started') throw new Error('there is no renewal to begin');
    const writes = [replaceRow(progressRow, { ...stored.value, position: 1 }, stored.etag)];
    await needs.people.commit({ personId, writes });
  };
  const ask = (now: string) =>
    createReadStatusAt({ ...needs, municipality: { name: 'Fjordvik' }, patienceMs: 0 })(
      '2027-12-01',
      new Date(now),
      'until-told',
    );
  return { needs, begin, ask };
}

/** Ids whose cells are rounded in different ways. */
const unitIds = ['u0', 'u1', 'u2', 'u3', 'u4'];

describe('the figures of a month and the status of the same day', () => {
  it('tell the same, also of who has begun a module anew, so that nothing more is known of who holds both', async () => {
    for (const unitId of unitIds) {
      for (const early of [2, 3, 4, 6]) {
        const { needs, begin, ask } = await aUnit(unitId, early);
        await begin('p0');
        await begin('p1');
        await makeRelease(needs, new Date('2027-12-01T03:30:00Z'));
        const month = await readOverview(needs, { place: 'municipality' }, new Date('2027-12-02T10:00:00Z'));
        const day = await ask('2027-12-02T10:00:00Z');
        const { done = 0, late = 0, onTheWay = 0, notStarted = 0 } = month?.counts ?? {};
        const open = onTheWay + notStarted;
        expect(month?.on).toBe('2027-12-01');
        expect(day, `${unitId}, ${early}`).toMatchObject({
          rows: [{ figures: { people: done + late + open, done, late, open } }, ...(done > 0 ? [{}] : [])],
        });
      }
    }
  });
});

/** A unit of eleven: one began a module in November and was ticked in December, the others did it in November. */
async function aTickedUnit(unitId: string) {
  const stores = { ...memoryStores(), people: memoryPersonStore() };
  const needs = { ...stores, catalogue: aCatalogue([aModule('bti', { dueAfterDays: 200 })], '2026-08-17'), zone };
  await needs.units.createUnit({ unitId, name: 'Lia', sector: 'school' });
  for (let index = 0; index < 11; index += 1) {
    const person = await addPerson(needs, aPerson(`p${index}`, { unitId, employedOn: '2026-08-17' }));
    const startedAt = new Date('2026-11-10T10:00:00Z');
    const completedAt = index === 0 ? new Date('2026-12-05T10:00:00Z') : startedAt;
    const done = { moduleId: 'bti', cycle: 1, moduleVersion: 1, completedAt, tickedBy: 'siv' };
    const proof = [createRow(progressRow, { ...done, state: 'completed', startedAt }), createRow(doneRow, done)];
    const writes = [createRow(memberRow, membershipFrom(person, '2026-08-17')), ...proof];
    await needs.people.commit({ personId: person.personId, writes });
  }
  const ask = (now: string) =>
    createReadStatusAt({ ...needs, municipality: { name: 'Fjordvik' }, patienceMs: 0 })(
      '2026-12-01',
      new Date(now),
      'until-told',
    );
  return { needs, ask };
}

describe('a past day', () => {
  it('is told the same when it is asked for again after somebody has taken something back', async () => {
    for (const unitId of unitIds) {
      const { needs, ask } = await aTickedUnit(unitId);
      const before = await ask('2026-12-08T10:00:00Z');
      const takenBack = new Date('2026-12-09T10:00:00Z');
      expect(await withdrawCompletion({ ...needs, due: needs.dues }, 'p0', 'bti', takenBack)).toMatchObject({
        outcome: 'withdrawn',
      });
      expect(await ask('2026-12-10T10:00:00Z'), unitId).toEqual(before);
    }
  });
});
