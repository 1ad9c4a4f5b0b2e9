import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry, AuditStore } from '../../src/features/people/audit.ts';

export type OpenAudit = { store: AuditStore; read(): Promise<readonly AuditEntry[]> };

const entry: AuditEntry = {
  at: new Date('2026-11-23T09:00:00.123Z'),
  byPersonId: 'rektor',
  action: 'prior.confirm',
  personId: 'kari',
  moduleId: 'meldeplikt',
};

/** What every AuditStore does. `open` gives a new empty store, and a way to read all of it. */
export function auditStoreContract(name: string, open: () => Promise<OpenAudit>): void {
  describe(`AuditStore: ${name}`, () => {
    let audit: OpenAudit;
    beforeEach(async () => {
      audit = await open();
    });

    it('keeps who did what, to whom, when', async () => {
      await audit.store.append(entry);
      expect(await audit.read()).toEqual([entry]);
    });

    it('keeps an entry that concerns nobody and no module', async () => {
      const bare = { at: entry.at, byPersonId: 'rektor', action: 'prior.decline' };
      await audit.store.append(bare);
      expect(await audit.read()).toEqual([bare]);
    });

    it('keeps the same entry once, and entries that differ in anything beside each other', async () => {
      const others = [
        { ...entry, at: new Date('2026-11-23T09:00:00.124Z') },
        { ...entry, byPersonId: 'inspektør' },
        { ...entry, action: 'prior.decline' },
        { ...entry, personId: 'olav' },
        { ...entry, moduleId: 'avvergingsplikt' },
      ];
      for (const each of [entry, ...others, entry]) await audit.store.append(each);
      expect(await audit.read()).toHaveLength(6);
    });

    it('keeps entries of two months, also when both come at once', async () => {
      const december = { ...entry, at: new Date('2026-12-01T00:00:00Z') };
      await Promise.all([audit.store.append(entry), audit.store.append(december), audit.store.append(december)]);
      expect(await audit.read()).toHaveLength(2);
    });

    it('is a bug for an id that no storage key can hold', async () => {
      await expect(audit.store.append({ ...entry, personId: 'a/b' })).rejects.toMatchObject({ kind: 'bug' });
    });
  });
}
