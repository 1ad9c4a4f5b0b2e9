import { describe, expect, test } from 'vitest';
import type { Approval } from '../../../src/core/approval.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { findDiploma } from '../../../src/features/progress/diploma.ts';
import { type Done, doneSchema } from '../../../src/features/progress/progress.ts';
import { doneRow, withdrawnRow } from '../../../src/features/progress/progress-rows.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';

const kari = aPerson('kari');
const approved: Approval = {
  status: 'approved',
  owner: 'a',
  approvedBy: 'b',
  approvedAt: '2026-11-01',
  validTo: '2027-11-01',
};
const catalogue = aCatalogue([aModule('meldeplikt'), aModule('bti', { approval: approved })]);

/** Late in the evening in UTC: the next day in Oslo. */
const done = (changes: Partial<Done> = {}): Done => ({
  ...{ moduleId: 'meldeplikt', cycle: 1, moduleVersion: 3, completedAt: new Date('2026-11-22T23:30:00Z') },
  ...changes,
});

async function findAfter(rows: readonly Done[], asked: { moduleId: string; cycle?: number }, person = kari) {
  const people = memoryPersonStore();
  for (const row of rows) await people.commit({ personId: 'kari', writes: [createRow(doneRow, row)] });
  return findDiploma({ people, catalogue, zone: 'Europe/Oslo' }, person, asked);
}

describe('the diploma of a module', () => {
  test('is made of what is stored about the person and of the pack', async () => {
    expect(await findAfter([done()], { moduleId: 'meldeplikt' })).toEqual({
      outcome: 'found',
      diploma: {
        displayName: kari.displayName,
        module: catalogue.modules[0],
        ...{ moduleVersion: 3, cycle: 1, form: 'alone', isDraft: true },
        completedAt: done().completedAt,
        completedOn: '2026-11-23',
      },
    });
  });

  test('is never that of somebody else', async () => {
    expect(await findAfter([done()], { moduleId: 'meldeplikt' }, aPerson('olav'))).toEqual({
      outcome: 'not-completed',
    });
  });

  test('is not to be had for what is not finished, nor for a time round that never was', async () => {
    expect(await findAfter([done()], { moduleId: 'bti' })).toEqual({ outcome: 'not-completed' });
    expect(await findAfter([done()], { moduleId: 'meldeplikt', cycle: 2 })).toEqual({ outcome: 'not-completed' });
  });

  test('is not made of a proof that the person has said is wrong, but of the one that came after', async () => {
    const wrong = done({ form: 'group', tickedBy: 'rektor' });
    const people = memoryPersonStore();
    const { moduleId, completedAt } = wrong;
    const withdrawn = { moduleId, completedAt, withdrawnAt: new Date('2026-11-24T09:00:00Z') };
    await people.commit({ personId: 'kari', writes: [createRow(doneRow, wrong), createRow(withdrawnRow, withdrawn)] });
    const find = () => findDiploma({ people, catalogue, zone: 'Europe/Oslo' }, kari, { moduleId });
    expect(await find()).toEqual({ outcome: 'not-completed' });
    const own = done({ completedAt: new Date('2026-12-01T09:00:00Z') });
    await people.commit({ personId: 'kari', writes: [createRow(doneRow, own)] });
    expect(await find()).toMatchObject({ diploma: { form: 'alone', completedAt: own.completedAt } });
  });

  test('is of the latest time round, or of the one that is asked for', async () => {
    const again = done({ cycle: 2, completedAt: new Date('2026-12-01T09:00:00Z') });
    expect(await findAfter([done(), again], { moduleId: 'meldeplikt' })).toMatchObject({ diploma: { cycle: 2 } });
    expect(await findAfter([done(), again], { moduleId: 'meldeplikt', cycle: 1 })).toMatchObject({
      diploma: { cycle: 1, completedOn: '2026-11-23' },
    });
  });

  test('says so where the municipality has taken the module away, and where it was learned elsewhere', async () => {
    expect(await findAfter([done({ moduleId: 'borte' })], { moduleId: 'borte' })).toEqual({ outcome: 'module-gone' });
    expect(await findAfter([done({ form: 'prior' })], { moduleId: 'meldeplikt' })).toEqual({
      outcome: 'taken-elsewhere',
    });
  });

  test('tells whether it was done in a group, and whether somebody had approved the content', async () => {
    const inGroup = done({ moduleId: 'bti', moduleVersion: 1, form: 'group' });
    expect(await findAfter([inGroup], { moduleId: 'bti' })).toMatchObject({
      diploma: { form: 'group', isDraft: false },
    });
    const afterwards = done({ moduleId: 'bti', moduleVersion: 1, completedAt: new Date('2028-01-01T09:00:00Z') });
    expect(await findAfter([afterwards], { moduleId: 'bti' })).toMatchObject({ diploma: { isDraft: true } });
  });

  test('is a draft or not as the version was that it names, whatever the module is today', async () => {
    const isDraftAfter = async (changes: Partial<Done>) => {
      const found = await findAfter([done(changes)], { moduleId: changes.moduleId ?? 'meldeplikt' });
      return found.outcome === 'found' && found.diploma.isDraft;
    };
    // Taken when it was approved; the next version is a draft.
    expect(await isDraftAfter({ isDraft: false })).toBe(false);
    // Taken as a draft; it is the next version that was approved.
    expect(await isDraftAfter({ moduleId: 'bti', isDraft: true })).toBe(true);
    // Taken as a draft; this very version was approved afterwards.
    expect(await isDraftAfter({ moduleId: 'bti', moduleVersion: 1, isDraft: true })).toBe(false);
    // From before it was kept, of another version than the one that is approved now: nobody knows.
    expect(await isDraftAfter({ moduleId: 'bti' })).toBe(true);
  });

  test('is found by rows from before there were forms', () => {
    const { form: _, ...old } = done();
    expect(doneSchema.parse(old)).toEqual(old);
  });
});
