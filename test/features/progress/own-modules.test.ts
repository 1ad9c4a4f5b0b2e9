import { describe, expect, it } from 'vitest';
import type { Module } from '../../../src/features/catalogue/module.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { createRow, type PersonStore } from '../../../src/features/people/person-store.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import { nextPriorityModule, readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aCatalogue, aModule, words } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const completed = (moduleId: string, cycle = 1) => ({
  ...{ state: 'completed' as const, moduleId, cycle, moduleVersion: 1 },
  ...{ startedAt: now, completedAt: now },
});

const first = aModule('first');
const second = aModule('second', { dueAfterDays: 7 });
const free = aModule('free', { isPriority: false, dueAfterDays: undefined });
const leadersOnly = aModule('leaders', {
  audience: { sectors: [], roles: ['leader'] },
  renewal: { months: 24, withinDays: 30 },
});
/** Neither recommended nor waiting for another. */
const plain = { cycle: 1, focus: [], waitsFor: [] };
const counted = { countedFrom: '2026-11-09' as const };
const catalogue = aCatalogue([first, second, free, leadersOnly]);
const kari = aPerson('kari');

describe('own modules', () => {
  it('tell what is done, on the way, left and due', async () => {
    const people = memoryPersonStore();
    await people.commit({ personId: 'kari', writes: [createRow(progressRow, completed('first'))] });
    await moveInModule({ people }, 'kari', free, { position: 2 }, now);
    expect(await readOwnModules({ people, catalogue }, kari, '2026-11-23')).toEqual([
      { module: first, standing: 'done', completedAt: now, dueOn: '2026-11-23', lateByDays: 0, ...plain, ...counted },
      { module: second, standing: 'not-started', dueOn: '2026-11-16', lateByDays: 7, ...plain, ...counted },
      {
        ...{ module: free, standing: 'on-the-way', position: 2, of: 6, dueOn: undefined, lateByDays: 0, ...plain },
        ...{ keptPosition: 2, startedAt: now },
      },
    ]);
  });

  it('are not late on the due date itself, and late the day after', async () => {
    const people = memoryPersonStore();
    const lateOn = async (today: '2026-11-16' | '2026-11-17') =>
      (await readOwnModules({ people, catalogue }, kari, today)).find(({ module }) => module === second)?.lateByDays;
    expect(await lateOn('2026-11-16')).toBe(0);
    expect(await lateOn('2026-11-17')).toBe(1);
  });

  it('keep what was done before somebody changed work', async () => {
    const people = memoryPersonStore();
    await people.commit({ personId: 'kari', writes: [createRow(progressRow, completed('leaders'))] });
    const own = await readOwnModules({ people, catalogue }, kari, '2026-11-23');
    expect(own.map(({ module }) => module.moduleId)).toContain('leaders');
  });

  it('keep it also where a renewal has opened since, which is theirs no more', async () => {
    const people = memoryPersonStore();
    const renewal = { lastDoneAt: now, opensOn: '2028-11-23', dueOn: '2028-12-23' } as const;
    const open = {
      ...{ state: 'started' as const, moduleId: 'leaders', cycle: 2, moduleVersion: 1, position: 3, answers: {} },
      ...{ startedAt: new Date('2028-11-23T02:00:00Z'), renewal },
    };
    const writes = [createRow(progressRow, completed('leaders')), createRow(progressRow, open)];
    await people.commit({ personId: 'kari', writes });
    const findIn = async (person: Person) =>
      (await readOwnModules({ people, catalogue }, person, '2029-01-10')).find(({ module }) => module === leadersOnly);
    expect(await findIn(kari)).toMatchObject({ standing: 'done', completedAt: now, cycle: 1, lateByDays: 0 });
    const leader = { ...kari, roles: ['employee', 'leader'] } satisfies Person;
    expect(await findIn(leader)).toMatchObject({ standing: 'on-the-way', cycle: 2, lateByDays: 18 });
  });

  it('stand as done where a renewal has opened that the pack asks for no more, and go on without a date once begun', async () => {
    const people = memoryPersonStore();
    const renewal = { lastDoneAt: now, opensOn: '2028-11-23', dueOn: '2028-12-23' } as const;
    const again = { ...first, renewal: { months: 24, withinDays: 30 } };
    const open = {
      ...{ state: 'started' as const, moduleId: 'first', cycle: 2, moduleVersion: 1, position: 0, answers: {} },
      ...{ startedAt: new Date('2028-11-23T02:00:00Z'), renewal },
    };
    const writes = [createRow(progressRow, completed('first')), createRow(progressRow, open)];
    await people.commit({ personId: 'kari', writes });
    const findIn = async (module: Module) =>
      (await readOwnModules({ people, catalogue: aCatalogue([module]) }, kari, '2029-01-10'))[0];
    expect(await findIn(again)).toMatchObject({ standing: 'not-started', cycle: 2, lateByDays: 18 });
    expect(await findIn(first)).toMatchObject({ standing: 'done', completedAt: now, cycle: 1, lateByDays: 0 });
    await moveInModule({ people }, 'kari', first, { position: 1 }, now);
    const begun = await findIn(first);
    expect(begun).toMatchObject({ standing: 'on-the-way', cycle: 2, dueOn: undefined, lateByDays: 0 });
    expect(begun?.countedFrom).toBeUndefined();
    expect(await findIn(again)).toMatchObject({ standing: 'on-the-way', cycle: 2, dueOn: '2028-12-23' });
  });

  it('follow the latest time round', async () => {
    const people = memoryPersonStore();
    const again = { ...completed('first', 2), completedAt: new Date('2027-11-23T09:00:00Z') };
    const writes = [createRow(progressRow, completed('first')), createRow(progressRow, again)];
    await people.commit({ personId: 'kari', writes });
    const [own] = await readOwnModules({ people, catalogue }, kari, '2027-12-01');
    expect(own).toMatchObject({ standing: 'done', completedAt: again.completedAt });
  });

  it('name the open priority module with the earliest date as the next', async () => {
    const people = memoryPersonStore();
    const own = await readOwnModules({ people, catalogue }, kari, '2026-11-10');
    expect(nextPriorityModule(own)?.module).toBe(second);
    expect(nextPriorityModule(own.filter(({ module }) => module === free))).toBeUndefined();
  });

  describe('where the pack asks for an order', () => {
    const basis = aModule('basis', { isPriority: false, dueAfterDays: undefined });
    const forLeaders = aModule('for-leaders', { audience: { sectors: [], roles: ['leader'] } });
    const after = aModule('after', { takeFirst: ['basis', 'for-leaders', 'gone'], dueAfterDays: 7 });
    const ordered = aCatalogue([basis, forLeaders, after]);
    const waits = async (people: PersonStore) =>
      (await readOwnModules({ people, catalogue: ordered }, kari, '2026-11-23')).find(({ module }) => module === after);

    it('wait for what is not finished, and never for a module that is gone or is for others', async () => {
      expect((await waits(memoryPersonStore()))?.waitsFor).toEqual([basis]);
    });

    it('wait no more when it is finished', async () => {
      const people = memoryPersonStore();
      await people.commit({ personId: 'kari', writes: [createRow(progressRow, completed('basis'))] });
      expect((await waits(people))?.waitsFor).toEqual([]);
    });

    it('wait no more either when what comes first is to be taken again', async () => {
      const people = memoryPersonStore();
      const renewal = { lastDoneAt: now, opensOn: '2026-11-20', dueOn: '2026-12-18' } as const;
      const open = {
        state: 'started' as const,
        moduleId: 'basis',
        cycle: 2,
        moduleVersion: 1,
        startedAt: now,
        renewal,
      };
      const rows = [completed('basis'), { ...open, position: 0, answers: {} }];
      await people.commit({ personId: 'kari', writes: rows.map((row) => createRow(progressRow, row)) });
      expect((await waits(people))?.waitsFor).toEqual([]);
    });

    it('go on where they were begun before the pack asked', async () => {
      const people = memoryPersonStore();
      await moveInModule({ people }, 'kari', after, { position: 2 }, now);
      expect(await waits(people)).toMatchObject({ standing: 'on-the-way', waitsFor: [] });
    });

    it('are not the next one while they wait', async () => {
      const own = await readOwnModules({ people: memoryPersonStore(), catalogue: ordered }, kari, '2026-11-23');
      expect(nextPriorityModule(own)).toBeUndefined();
    });
  });

  it('are recommended by the area that the municipality works on, until they are done', async () => {
    const area = { areaId: 'samarbeid', name: words('samarbeid') };
    const module = aModule('m', { areaIds: ['samarbeid', 'atferd'] });
    const focused = { ...aCatalogue([module, free]), focusAreas: [area] };
    const people = memoryPersonStore();
    const focusNow = async () =>
      (await readOwnModules({ people, catalogue: focused }, kari, '2026-11-23')).map(({ focus }) => focus);
    expect(await focusNow()).toEqual([[area], []]);
    await people.commit({ personId: 'kari', writes: [createRow(progressRow, completed('m'))] });
    expect(await focusNow()).toEqual([[], []]);
  });
});
