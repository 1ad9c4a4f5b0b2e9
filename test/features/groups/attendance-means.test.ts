import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { readAttendanceMeans } from '../../../src/features/groups/attendance-means.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import type { Progress } from '../../../src/features/progress/progress.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aModule } from '../../support/module-builder.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';
import { monday } from './group-world.ts';

const module = aModule('meldeplikt', { renewal: { months: 12, withinDays: 28 } });
const zone = 'Europe/Oslo';
const about = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, startedAt: new Date('2025-01-01T09:00:00Z') };
const doneAt = (completedAt: string): Progress => ({
  ...about,
  ...{ state: 'completed', completedAt: new Date(completedAt) },
});

async function meansAfter(...rows: readonly Progress[]) {
  const people = memoryPersonStore();
  for (const row of rows) await people.commit({ personId: 'kari', writes: [createRow(progressRow, row)] });
  return readAttendanceMeans({ people, zone }, 'kari', module, monday);
}

describe('what being at a meeting means for somebody', () => {
  it('is that the module is registered, for who has not done it or is soon to take it again', async () => {
    expect(await meansAfter()).toBe('registered');
    expect(await meansAfter({ ...about, state: 'started', position: 2, answers: {} })).toBe('registered');
    expect(await meansAfter(doneAt('2025-12-07T09:00:00Z'))).toBe('registered');
  });

  it('is nothing for who has it, this time round or the next', async () => {
    expect(await meansAfter(doneAt('2026-06-07T09:00:00Z'))).toBe('has-it');
    const again = { ...doneAt('2026-10-07T09:00:00Z'), cycle: 2 };
    expect(await meansAfter(doneAt('2025-10-07T09:00:00Z'), again)).toBe('has-it');
  });

  it('is nothing for whom the module is not made, and the same for who need not take it', async () => {
    const stores = { people: memoryPersonStore(), units: memoryUnitStore() };
    const forLeaders = { ...module, audience: { sectors: [], roles: ['leader' as const] } };
    await addPerson(stores, aPerson('kari'));
    expect(await readAttendanceMeans({ ...stores, zone }, 'kari', forLeaders, monday)).toBe('not-for-you');
    const forSchools = { ...module, audience: { sectors: ['school' as const], roles: [] } };
    await addPerson(stores, aPerson('olav', { exemptFrom: ['meldeplikt'], sector: 'school' }));
    expect(await readAttendanceMeans({ ...stores, zone }, 'olav', forSchools, monday)).toBe('registered');
  });

  it('is not known while storage is away, which keeps nobody out', async () => {
    const people = memoryPersonStore();
    const get = () => Promise.reject(new Failure('unavailable', 'storage is away'));
    expect(await readAttendanceMeans({ people: { ...people, get }, zone }, 'kari', module, monday)).toBe('not-known');
  });
});
