import type { TableClient, TableEntityResult } from '@azure/data-tables';
import { Failure, isFailure } from '../../core/failure.ts';
import { isSafeKey, newId } from '../../core/ids.ts';
import { type Patience, patientRequest } from '../azure-storage/patient-request.ts';
import { readStorageError } from '../azure-storage/translate-error.ts';

export type Columns = Readonly<Record<string, string | number | boolean>>;
export type RowKeys = { partitionKey: string; rowKey: string };
/** A row as storage has it: keys, etag and columns that nobody has checked yet. */
export type StoredRow = TableEntityResult<Record<string, unknown>>;

/**
 * One table with the few verbs we use. Every call may throw Failure `unavailable` or `throttled`, and `bug` for a key that
 * storage cannot hold, before any request.
 *
 * Every write carries a random `writeId`. A try may be done and its answer lost; the next try then meets its own row and is told
 * 409 or 412. So after a conflict the row is read again: if it bears our `writeId`, the write succeeded. (If somebody replaced our
 * row in that moment, we report `conflict`; whoever reads again then sees the newer state.)
 */
export type Table = {
  readonly client: TableClient;
  readonly patience: Patience;
  get(keys: RowKeys): Promise<StoredRow | undefined>;
  /** In key order, page by page. `filter` is OData, made by `odata`, which escapes. A small page is for who takes the first rows only. */
  list(filter: string, select?: readonly string[], pageSize?: number): AsyncIterable<StoredRow>;
  /** Throws Failure `conflict` when the row exists. */
  create(keys: RowKeys, columns: Columns): Promise<void>;
  /** Throws Failure `conflict` when the row has another etag or is gone. */
  replace(keys: RowKeys, columns: Columns, etag: string): Promise<void>;
  /** Fine if absent. */
  delete(keys: RowKeys): Promise<void>;
  /** Whether one of these rows was written by the write with this id. */
  hasWritten(writeId: string, rows: readonly RowKeys[]): Promise<boolean>;
};

export function openTable(client: TableClient, patience: Patience): Table {
  const told = (verb: string) => `${verb} in table ${client.tableName}`;

  async function get(keys: RowKeys): Promise<StoredRow | undefined> {
    checkKeys(keys);
    return patientRequest(told('get'), patience.readMs, (abortSignal) =>
      client.getEntity(keys.partitionKey, keys.rowKey, { abortSignal }).catch(undefinedIfAbsent),
    );
  }

  async function hasWritten(writeId: string, rows: readonly RowKeys[]): Promise<boolean> {
    for (const keys of rows) if ((await get(keys))?.writeId === writeId) return true;
    return false;
  }

  async function write(
    verb: string,
    keys: RowKeys,
    request: (writeId: string, signal: AbortSignal) => Promise<unknown>,
  ) {
    checkKeys(keys);
    const writeId = newId();
    try {
      await patientRequest(told(verb), patience.writeMs, (signal) => request(writeId, signal));
    } catch (error) {
      if (isFailure(error, 'conflict') && (await hasWritten(writeId, [keys]))) return;
      throw error;
    }
  }

  return {
    client,
    patience,
    get,
    hasWritten,

    async *list(filter, select, maxPageSize = 1_000) {
      const queryOptions = { filter, ...(select ? { select: [...select] } : {}) };
      let continuationToken: string | undefined;
      do {
        const settings = { maxPageSize, ...(continuationToken ? { continuationToken } : {}) };
        const page = await patientRequest(told('list'), patience.pageMs, async (abortSignal) => {
          const pages = client.listEntities({ queryOptions, abortSignal }).byPage(settings);
          for await (const first of pages) return first;
          return undefined;
        });
        yield* page ?? [];
        continuationToken = page?.continuationToken;
      } while (continuationToken);
    },

    create: (keys, columns) =>
      write('create', keys, (writeId, abortSignal) =>
        client.createEntity({ ...columns, ...keys, writeId }, { abortSignal }),
      ),

    // The etag counts only in the options: on the entity it is ignored and the write overwrites whatever is there.
    replace: (keys, columns, etag) =>
      write('replace', keys, (writeId, abortSignal) =>
        client.updateEntity({ ...columns, ...keys, writeId }, 'Replace', { etag, abortSignal }).catch(conflictIfAbsent),
      ),

    async delete(keys) {
      checkKeys(keys);
      await patientRequest(told('delete'), patience.writeMs, (abortSignal) =>
        client.deleteEntity(keys.partitionKey, keys.rowKey, { abortSignal }).catch(undefinedIfAbsent),
      );
    },
  };
}

/** Throws Failure `bug` for a key that storage cannot hold; says nothing of what the key was. */
export function checkKeys({ partitionKey, rowKey }: RowKeys): void {
  if (isSafeKey(partitionKey) && isSafeKey(rowKey)) return;
  throw new Failure(
    'bug',
    'A storage key is empty, too long or holds a forbidden character; make it from ids (see isSafeKey)',
  );
}

/** The row is not there, which is another thing than a missing table (also 404). */
export function isRowAbsent(error: unknown): boolean {
  const { status, code } = readStorageError(error);
  return status === 404 && (code === 'ResourceNotFound' || code === 'EntityNotFound');
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isRowAbsent(error)) throw error;
}

function conflictIfAbsent(error: unknown): never {
  throw isRowAbsent(error) ? new Failure('conflict', 'The row to replace is gone; read again and decide again') : error;
}
