import type { PersonWrite } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { memoryStores } from '../support/memory-stores.ts';

/**
 * Stores in memory that hold what must never be written against every write: a completion that goes back or comes twice, and the
 * mark that every invented text carries. What is found stands in `broken`.
 */
export function watchedStores(mark: string): { stores: TableStores; broken: string[] } {
  const stores = memoryStores();
  const broken: string[] = [];
  const completed = new Set<string>();
  const proven = new Set<string>();

  function watch(personId: string, write: PersonWrite): void {
    const row = `${personId} ${write.kind} ${write.key}`;
    if (write.op === 'delete') watchDelete(row, write.kind);
    else if (write.kind === progressRow.kind) watchProgress(row, write.value);
    else if (write.kind === doneRow.kind) watchDone(personId, write.value);
  }

  function watchDelete(row: string, kind: string): void {
    if (kind === doneRow.kind || completed.has(row)) broken.push(`${row} was deleted`);
  }

  function watchProgress(row: string, value: unknown): void {
    const { state } = progressRow.schema.parse(value);
    if (state === 'completed') completed.add(row);
    else if (completed.has(row)) broken.push(`${row} went back from completed`);
  }

  function watchDone(personId: string, value: unknown): void {
    const { moduleId, cycle } = doneRow.schema.parse(value);
    const proof = `${personId} ${moduleId} ${cycle}`;
    if (proven.has(proof)) broken.push(`${proof} was done twice`);
    proven.add(proof);
  }

  const people: TableStores['people'] = {
    ...stores.people,
    async commit(change) {
      await stores.people.commit(change);
      const { personId, writes } = change;
      if (JSON.stringify(writes).includes(mark)) broken.push(`${personId}: a row holds what somebody wrote`);
      for (const write of writes) watch(personId, write);
    },
  };
  const reports: TableStores['reports'] = {
    ...stores.reports,
    async create(report) {
      if (JSON.stringify(report).includes(mark)) broken.push('a report holds what somebody wrote');
      return stores.reports.create(report);
    },
  };
  return { stores: { ...stores, people, reports }, broken };
}
