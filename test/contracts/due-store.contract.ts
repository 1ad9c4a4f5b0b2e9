import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../src/core/local-date.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import type { Due, DueRow, DueStore, ModuleDue, PingDue } from '../../src/features/reminders/due-store.ts';

const day: LocalDate = '2026-12-31';
const queuedAt = new Date('2026-12-31T08:00:00.500Z');
const due = (personId: string, dueOn: LocalDate = day): ModuleDue => ({
  dueOn,
  dueTime: '09:05',
  personId,
  moduleId: 'meldeplikt',
  cycle: 1,
  stepId: 'first',
});
const ping = (personId: string, dueOn: LocalDate = day): PingDue => ({
  kind: 'ping',
  dueOn,
  dueTime: '09:05',
  personId,
});
const manyPeople = Array.from({ length: 40 }, (_, index) => `person${index}`);

/** What every DueStore does. */
export function dueStoreContract(name: string, open: () => Promise<DueStore>): void {
  describe(`DueStore: ${name}`, () => {
    let store: DueStore;
    beforeEach(async () => {
      store = await open();
    });

    const list = (from: LocalDate = day, to: LocalDate = day) => toArray(store.list(from, to));
    const people = (rows: readonly DueRow[]) => rows.map(({ personId }) => personId).sort();
    async function onlyRow(): Promise<DueRow> {
      const [row] = await list();
      if (!row) throw new Error('there is no row');
      return row;
    }

    it('lists what was created, not queued', async () => {
      await store.create(due('kari'));
      const row = await onlyRow();
      expect(row).toEqual({ ...due('kari'), etag: expect.any(String) });
      expect(row.queuedAt).toBeUndefined();
    });

    it('lists the dates from the first to the last, both included, over a new year', async () => {
      for (const [index, personId] of ['early', 'first', 'middle', 'last', 'late'].entries()) {
        await store.create(due(personId, addDays(day, index - 2)));
      }
      expect(people(await list('2026-12-30', '2027-01-01'))).toEqual(['first', 'last', 'middle']);
      expect(people(await list('2026-12-31', '2026-12-31'))).toEqual(['middle']);
      expect(await list('2027-01-05', '2027-02-01')).toEqual([]);
    });

    it('lists each row once, wherever its person belongs', async () => {
      await Promise.all(manyPeople.map((personId) => store.create(due(personId))));
      expect(people(await list())).toEqual([...manyPeople].sort());
    });

    it('keeps the rows of one person apart by time, module, cycle and step', async () => {
      const base = due('kari');
      const variants: Due[] = [
        base,
        { ...base, dueTime: '10:00' },
        { ...base, moduleId: 'avvergingsplikt' },
        { ...base, cycle: 2 },
        { ...base, stepId: 'second' },
      ];
      for (const each of variants) await store.create(each);
      expect(await list()).toHaveLength(variants.length);
      await store.delete(base);
      expect(await list()).toHaveLength(variants.length - 1);
    });

    it('keeps what a person has asked for apart from modules, with nothing but whom and when', async () => {
      await store.create(ping('kari'));
      await store.create(due('kari'));
      await store.create(ping('ola'));
      await store.create(ping('kari'));
      expect(await list()).toHaveLength(3);
      await store.delete(due('kari'));
      await store.delete(ping('ola'));
      expect(await onlyRow()).toEqual({ ...ping('kari'), etag: expect.any(String) });
      await store.markQueued(await onlyRow(), queuedAt);
      expect(await onlyRow()).toEqual({ ...ping('kari'), queuedAt, etag: expect.any(String) });
      await store.delete(await onlyRow());
      await store.delete(ping('kari'));
      expect(await list()).toEqual([]);
    });

    it('is fine with creating a row that exists, and leaves it as it is', async () => {
      await store.create(due('kari'));
      await store.markQueued(await onlyRow(), queuedAt);
      await store.create(due('kari'));
      expect(await list()).toEqual([expect.objectContaining({ personId: 'kari', queuedAt })]);
    });

    it('marks a row as queued, and again later', async () => {
      await store.create(due('kari'));
      await store.markQueued(await onlyRow(), queuedAt);
      const marked = await onlyRow();
      expect(marked).toEqual({ ...due('kari'), queuedAt, etag: expect.any(String) });
      const later = new Date('2026-12-31T09:00:00Z');
      await store.markQueued(marked, later);
      expect((await onlyRow()).queuedAt).toEqual(later);
    });

    it('lets one of many who mark the same row win', async () => {
      await store.create(due('kari'));
      const row = await onlyRow();
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => store.markQueued(row, queuedAt)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(losers.every(({ reason }) => reason.kind === 'conflict')).toBe(true);
    });

    it('calls it a conflict to mark a row that somebody deleted', async () => {
      await store.create(due('kari'));
      const row = await onlyRow();
      await store.delete(due('kari'));
      await expect(store.markQueued(row, queuedAt)).rejects.toMatchObject({ kind: 'conflict' });
      expect(await list()).toEqual([]);
    });

    it('is fine with deleting a row that is absent', async () => {
      await store.delete(due('kari'));
      await store.create(due('kari'));
      await store.delete(await onlyRow());
      await store.delete(due('kari'));
      expect(await list()).toEqual([]);
    });

    it('refuses as a bug an id that cannot be stored', async () => {
      const bad = { ...due('kari'), moduleId: 'melde/plikt' };
      await expect(store.create(bad)).rejects.toMatchObject({ kind: 'bug' });
      await expect(store.delete(bad)).rejects.toMatchObject({ kind: 'bug' });
    });
  });
}
