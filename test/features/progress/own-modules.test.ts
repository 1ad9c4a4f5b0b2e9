import { describe, expect, it } from 'vitest';
import { createRow } from '../../../src/features/people/person-store.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import { nextPriorityModule, readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const completed = (moduleId: string, cycle = 1) => ({
  ...{ state: 'completed' as const, moduleId, cycle, moduleVersion: 1 },
  ...{ startedAt: now, completedAt: now },
});

const first = aModule('first');
const second = aModule('second', { dueAfterDays: 7 });
const free = aModule('free', { isPriority: false, dueAfterDays: undefined });
const leadersOnly = aModule('leaders', { audience: { sectors: [], roles: ['leader'] } });
const catalogue = aCatalogue([first, second, free, leadersOnly]);
const kari = aPerson('kari');

describe('own modules', () => {
  it('tell what is done, on the way, left and due', async () => {
    const people = memoryPersonStore();
    await people.commit({ personId: 'kari', writes: [createRow(progressRow, completed('first'))] });
    await moveInModule({ people }, 'kari', free, 2, now);
    expect(await readOwnModules({ people, catalogue }, kari, '2026-11-23')).toEqual([
      { module: first, standing: 'done', completedAt: now, dueOn: '2026-11-23', lateByDays: 0 },
      { module: second, standing: 'not-started', dueOn: '2026-11-16', lateByDays: 7 },
      { module: free, standing: 'on-the-way', position: 2, of: 6, dueOn: undefined, lateByDays: 0 },
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
});
