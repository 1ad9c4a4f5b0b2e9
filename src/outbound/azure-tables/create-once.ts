import { isFailure } from '../../core/failure.ts';
import type { Columns, RowKeys, Table } from './table.ts';

/** Creates the row, or leaves the one that is there as it is. */
export async function createOnce(table: Table, keys: RowKeys, columns: Columns): Promise<'created' | 'exists'> {
  try {
    await table.create(keys, columns);
    return 'created';
  } catch (error) {
    if (isFailure(error, 'conflict')) return 'exists';
    throw error;
  }
}
