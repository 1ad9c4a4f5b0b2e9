import type { TransactionAction } from '@azure/data-tables';
import { Failure, isFailure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { patientRequest } from '../azure-storage/patient-request.ts';
import { type Columns, checkKeys, isRowAbsent, type RowKeys, type Table } from './table.ts';

export type RowWrite =
  | { op: 'create'; rowKey: string; columns: Columns }
  | { op: 'replace'; rowKey: string; columns: Columns; etag: string }
  | { op: 'delete'; rowKey: string };

/**
 * Up to 100 writes of different rows in one partition, all or none. All share one `writeId`, so a commit whose answer was lost is
 * recognised by any row it wrote. Throws Failure `conflict` when a created row exists, or a replaced one has another etag or is
 * gone; then nothing was written.
 *
 * Deleting is fine if absent, but storage fails the whole transaction for it: absent rows are then left out and the rest is tried
 * again. Each round leaves out at least one, so it ends.
 */
export async function transact(table: Table, partitionKey: string, writes: readonly RowWrite[]): Promise<void> {
  const keysOf = ({ rowKey }: RowWrite): RowKeys => ({ partitionKey, rowKey });
  for (const write of writes) checkKeys(keysOf(write));
  const writeId = newId();
  const written = writes.filter(({ op }) => op !== 'delete').map(keysOf);

  for (let pending = writes; pending.length > 0; ) {
    const outcome = await submit(table, partitionKey, pending, writeId);
    if (outcome === 'done' || (await table.hasWritten(writeId, written))) return;
    const left = outcome === 'row-missing' ? await withoutAbsentDeletes(table, partitionKey, pending) : pending;
    if (left.length === pending.length) {
      throw new Failure('conflict', 'Another writer changed these rows first; read again and decide again');
    }
    pending = left;
  }
}

async function submit(
  table: Table,
  partitionKey: string,
  writes: readonly RowWrite[],
  writeId: string,
): Promise<'done' | 'conflict' | 'row-missing'> {
  const actions = writes.map((write) => actionOf(partitionKey, write, writeId));
  try {
    return await patientRequest(`commit in table ${table.client.tableName}`, table.patience.writeMs, (abortSignal) =>
      table.client.submitTransaction(actions, { abortSignal }).then(() => 'done' as const, rowMissingIfAbsent),
    );
  } catch (error) {
    if (isFailure(error, 'conflict')) return 'conflict';
    throw error;
  }
}

function rowMissingIfAbsent(error: unknown): 'row-missing' {
  if (isRowAbsent(error)) return 'row-missing';
  throw error;
}

async function withoutAbsentDeletes(
  table: Table,
  partitionKey: string,
  writes: readonly RowWrite[],
): Promise<readonly RowWrite[]> {
  const isKept = await Promise.all(
    writes.map(async ({ op, rowKey }) => op !== 'delete' || (await table.get({ partitionKey, rowKey })) !== undefined),
  );
  return writes.filter((_, index) => isKept[index]);
}

function actionOf(partitionKey: string, write: RowWrite, writeId: string): TransactionAction {
  const { rowKey } = write;
  if (write.op === 'delete') return ['delete', { partitionKey, rowKey }];
  const entity = { ...write.columns, partitionKey, rowKey, writeId };
  if (write.op === 'create') return ['create', entity];
  return ['update', entity, 'Replace', { etag: write.etag }];
}
