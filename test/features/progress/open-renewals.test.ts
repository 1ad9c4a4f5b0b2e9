import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { completeInGroup } from '../../../src/features/groups/complete-in-group.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import type { Progress } from '../../../src/features/progress/progress.ts';
import { doneRow, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { startModule } from '../../../src/features/progress/start-module.ts';
import { completeModule } from '../../../src/features/use-cases/complete-module.ts';
import { withdrawCompletion } from '../../../src/features/use-cases/withdraw-completion.ts';
import { memoryDueStore } from '../../support/memory-due-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';

const yearly = aModule('vold', { quiz: [], reflection: [], renewal: { months: 12, withinDays: 28 } });
const once = aModule('tegn');
const kari = aPerson('kari');
const took = { moduleVersion: 1, cycle: 1, startedAt: new Date('2025-11-20T08:00:00Z') };
/** 23:30 in UTC, which is the 24th in Oslo. */
const completedAt = new Date('2025-11-23T23:30:00Z');

async function aWorld(tickedBy?: string) {
  const people = memoryPersonStore();
  const about = { ...took, completedAt, ...(tickedBy && { tickedBy, form: 'group' as const }) };
  for (const moduleId of ['vold', 'tegn']) {
    const done: Progress = { state: 'completed', moduleId, ...about };
    await people.commit({ personId: 'kari', writes: [createRow(progressRow, done)] });
  }
  const needs = { people, due: memoryDueStore(), catalogue: aCatalogue([yearly, once]), zone: 'Europe/Oslo' as const };
  const rows = async () => (await toArray(people.list('kari', progressRow))).map(({ value }) => value);
  const own = async (on: LocalDate = '2026-11-24') =>
    (await readOwnModules(needs, kari, on)).find(({ module }) => module.moduleId === 'vold');
  return { needs, rows, own };
}
const theDay = new Date('2026-11-24T02:00:00Z');

describe('a module that has to be taken again', () => {
  it('opens when so many months have passed on the local calendar, once, and others do not', async () => {
    const { needs, rows, own } = await aWorld();
    await openRenewals(needs, kari, new Date('2026-11-23T02:00:00Z'));
    expect(await rows()).toHaveLength(2);
    expect(await own()).toMatchObject({ standing: 'done' });
    await Promise.all([1, 2].map(() => openRenewals(needs, kari, theDay)));
    expect(await rows()).toMatchObject([
      { moduleId: 'tegn', cycle: 1 },
      { moduleId: 'vold', cycle: 1, state: 'completed' },
      { moduleId: 'vold', cycle: 2, renewal: { lastDoneAt: completedAt, opensOn: '2026-11-24', dueOn: '2026-12-22' } },
    ]);
    expect(await own()).toMatchObject({
      standing: 'not-started',
      cycle: 2,
      dueOn: '2026-12-22',
      lastDoneAt: completedAt,
    });
  });

  it('is taken as the first time, and leaves two proofs', async () => {
    const { needs, rows, own } = await aWorld();
    await openRenewals(needs, kari, theDay);
    expect(await startModule(needs, 'kari', yearly, theDay)).toMatchObject({
      progress: { state: 'started', cycle: 2, position: 0 },
    });
    expect(await completeModule(needs, 'kari', yearly, theDay)).toMatchObject({ outcome: 'completed' });
    expect(await completeModule(needs, 'kari', yearly, theDay)).toMatchObject({ outcome: 'already-completed' });
    expect(await own()).toMatchObject({ standing: 'done', completedAt: theDay });
    expect((await rows()).map(({ moduleId, cycle, state }) => `${moduleId} ${cycle} ${state}`)).toEqual([
      'tegn 1 completed',
      'vold 1 completed',
      'vold 2 completed',
    ]);
    const proofs = await toArray(needs.people.list('kari', doneRow));
    expect(proofs.map(({ value }) => value.cycle)).toEqual([2]);
    await openRenewals(needs, kari, new Date('2027-11-24T02:00:00Z'));
    expect(await own('2027-11-24')).toMatchObject({ standing: 'not-started', cycle: 3 });
  });

  it('does not open for who has left, or for who is no longer meant', async () => {
    const { needs, rows } = await aWorld();
    await openRenewals(needs, aPerson('kari', { endsOn: '2026-11-23' }), theDay);
    const others = aCatalogue([{ ...yearly, audience: { sectors: ['health'], roles: [] } }]);
    await openRenewals({ ...needs, catalogue: others }, kari, theDay);
    expect(await rows()).toHaveLength(2);
  });

  it('does not open beside a completion that is taken back in the same moment', async () => {
    const { needs, own } = await aWorld('rektor');
    await Promise.all([withdrawCompletion(needs, 'kari', 'vold', theDay), openRenewals(needs, kari, theDay)]);
    const now = await own();
    // Either of the two came first; never are there an open first and an open second time round.
    expect([now?.cycle, now?.withdrawnAt !== undefined]).toEqual(now?.cycle === 2 ? [2, false] : [1, true]);
  });
});

describe('a meeting about a module that is soon to be taken again', () => {
  const meetingAt = (completedAt: Date, tickedBy?: string) => ({
    ...{ moduleId: 'vold', moduleVersion: 1, startedAt: completedAt, completedAt, module: yearly },
    ...(tickedBy && { tickedBy }),
  });
  const twoWeeksBefore = new Date('2026-11-10T12:00:00Z');

  it('counts as taking it again: the day itself opens nothing, and the next one comes a year after the meeting', async () => {
    const { needs, rows, own } = await aWorld();
    expect(await completeInGroup(needs, 'kari', meetingAt(twoWeeksBefore))).toEqual({ outcome: 'completed' });
    expect(await completeInGroup(needs, 'kari', meetingAt(twoWeeksBefore))).toEqual({ outcome: 'recorded-before' });
    expect(await own()).toMatchObject({ standing: 'done', cycle: 2, completedAt: twoWeeksBefore, form: 'group' });
    const proofs = await toArray(needs.people.list('kari', doneRow));
    expect(proofs.map(({ value }) => value)).toMatchObject([
      { cycle: 2, form: 'group', completedAt: twoWeeksBefore, isDraft: true },
    ]);
    await openRenewals(needs, kari, theDay);
    await openRenewals(needs, kari, new Date('2027-11-09T02:00:00Z'));
    expect(await rows()).toHaveLength(3);
    await openRenewals(needs, kari, new Date('2027-11-10T02:00:00Z'));
    expect(await own('2027-11-10')).toMatchObject({
      standing: 'not-started',
      cycle: 3,
      lastDoneAt: twoWeeksBefore,
    });
  });

  it('changes nothing for who took it not so long ago, or where nobody has to take it again', async () => {
    const { needs, rows } = await aWorld();
    const before = await rows();
    const early = meetingAt(new Date('2026-10-26T12:00:00Z'));
    const { module: _, ...withdrawn } = meetingAt(twoWeeksBefore);
    for (const completion of [early, withdrawn, { ...meetingAt(twoWeeksBefore), moduleId: 'tegn', module: once }]) {
      expect(await completeInGroup(needs, 'kari', completion)).toEqual({ outcome: 'already-completed' });
    }
    expect(await rows()).toEqual(before);
    // 28 days before, as the pack gives 28 days after.
    const first = meetingAt(new Date('2026-10-27T12:00:00Z'));
    expect(await completeInGroup(needs, 'kari', first)).toEqual({ outcome: 'completed' });
  });

  it('that somebody was not at after all leaves it done until its day, and then to be taken by the day that it would have been', async () => {
    const { needs, rows, own } = await aWorld();
    await completeInGroup(needs, 'kari', meetingAt(twoWeeksBefore, 'rektor'));
    expect(await withdrawCompletion(needs, 'kari', 'vold', twoWeeksBefore)).toEqual({ outcome: 'withdrawn' });
    const before = await own('2026-11-23');
    expect(before).toMatchObject({ standing: 'done', completedAt, withdrawnAt: twoWeeksBefore });
    expect((await rows()).flatMap((row) => row.renewal?.opensOn ?? [])).toEqual(['2026-11-24']);
    expect(await own('2026-11-24')).toMatchObject({ standing: 'not-started', cycle: 2, dueOn: '2026-12-22' });
  });

  it('keeps how it was done the time before', async () => {
    const { needs, rows, own } = await aWorld('rektor');
    expect((await rows()).find(({ moduleId }) => moduleId === 'vold')).toHaveProperty('form', 'group');
    await openRenewals(needs, kari, theDay);
    expect(await own()).toMatchObject({ lastDoneAt: completedAt, lastForm: 'group' });
  });

  it('and the nightly round that opens it leave one next time round', async () => {
    const { needs, rows, own } = await aWorld();
    await Promise.all([completeInGroup(needs, 'kari', meetingAt(theDay)), openRenewals(needs, kari, theDay)]);
    expect(await rows()).toHaveLength(3);
    expect(await own()).toMatchObject({ standing: 'done', cycle: 2 });
  });
});
