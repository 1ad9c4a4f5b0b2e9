import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { type RosterRun, type RosterRunStore, rosterRunSchema } from '../../features/people/roster-run-store.ts';
import { createOnce } from './create-once.ts';
import { newestFirstKey } from './newest-first-key.ts';
import { readJson } from './read-json.ts';
import { readRow } from './read-row.ts';
import type { RowKeys, StoredRow, Table } from './table.ts';

const partition = 'run';
const dataSchema = z.object({ data: z.string() });

/** Table Roster: one partition, the newest import first. */
export function rosterRunTable(table: Table): RosterRunStore {
  return {
    async create(run) {
      await createOnce(table, runKeys(run), { data: JSON.stringify(run) });
    },
    async latest() {
      for await (const stored of table.list(ofRuns, undefined, 1)) return readRun(stored);
      return undefined;
    },
    async *list() {
      for await (const stored of table.list(ofRuns)) yield readRun(stored);
    },
  };
}

const ofRuns = odata`PartitionKey eq ${partition}`;

const readRun = (stored: StoredRow): RosterRun =>
  readRow('roster run', rosterRunSchema, readJson(readRow('roster run', dataSchema, stored).data));

export const runKeys = ({ at, runId }: RosterRun): RowKeys => ({
  partitionKey: partition,
  rowKey: newestFirstKey(at, runId),
});
