import type { ZodType } from 'zod';
import type { Versioned } from '../../core/versioned.ts';

/**
 * A kind of row in a person's partition. Each room defines its own rows; the store keeps them all, so that progress,
 * reminders and the ledger of one person change in one transaction.
 */
export type PersonRow<T> = {
  /** First part of the row key, for example `progress`. */
  readonly kind: string;
  /** Parses what storage holds; a row that does not parse is a `bug` Failure. */
  readonly schema: ZodType<T>;
  /** The rest of the row key (`progress:{key}`), or `''` when a person has only one such row. Keys sort as text. */
  keyOf(value: T): string;
};

export type PersonWrite =
  | { op: 'create'; kind: string; key: string; value: unknown }
  | { op: 'replace'; kind: string; key: string; value: unknown; etag: string }
  | { op: 'delete'; kind: string; key: string };

/** Up to 100 writes, all or none. A row may occur once. */
export type PersonChange = { personId: string; writes: readonly PersonWrite[] };

export const createRow = <T>(row: PersonRow<T>, value: T): PersonWrite => ({
  op: 'create',
  kind: row.kind,
  key: row.keyOf(value),
  value,
});

export const replaceRow = <T>(row: PersonRow<T>, value: T, etag: string): PersonWrite => ({
  op: 'replace',
  kind: row.kind,
  key: row.keyOf(value),
  value,
  etag,
});

/** Fine if the row is absent. */
export const deleteRow = <T>(row: PersonRow<T>, key: string): PersonWrite => ({ op: 'delete', kind: row.kind, key });

/** The truth about people: one partition each. Every call may throw Failure `unavailable` or `throttled`. */
export type PersonStore = {
  get<T>(personId: string, row: PersonRow<T>, key?: string): Promise<Versioned<T> | undefined>;
  /** In key order. */
  list<T>(personId: string, row: PersonRow<T>): AsyncIterable<Versioned<T>>;
  /** Throws Failure `conflict` when a created row exists or an etag is stale; then nothing was written. */
  commit(change: PersonChange): Promise<void>;
};

/** Collects an async iterable. For lists that are small by nature (one person's rows). */
export async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
