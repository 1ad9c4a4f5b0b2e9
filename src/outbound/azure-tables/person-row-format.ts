import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import { isSafeKey } from '../../core/ids.ts';
import type { PersonChange, PersonRow } from '../../features/people/person-store.ts';
import { readJson } from './read-json.ts';

/** A string column holds at most 64 KiB, which is this many UTF-16 characters. */
const maxDataLength = 32_768;
const maxWrites = 100;

/** How a value lies in storage: JSON (dates as ISO 8601) and the version of this format. */
export type PersonRowData = { data: string; schema: number };
const schemaVersion = 1;
const rowDataSchema = z.object({ data: z.string(), schema: z.literal(schemaVersion) });

/**
 * `kind:key`, and of a kind that a person has one of `kind:person`: Azurite looks a row up by its row key first, and one that everybody shared made
 * each person dearer than the one before. Throws Failure `bug` for a kind or key that would not be found again or cannot be stored.
 */
export function personRowKey(personId: string, kind: string, key: string): string {
  const rowKey = `${kind}:${key === '' ? personId : key}`;
  if (!/^[a-z][a-z-]*$/.test(kind)) throw new Failure('bug', 'A kind of row is a word of a–z and -; rename the kind');
  if (!isSafeKey(rowKey)) throw new Failure('bug', `A ${kind} row has a key that cannot be stored; make it from ids`);
  return rowKey;
}

/** The row keys of a kind all lie in `[from, to)`, and no others. */
export const personRowRange = (kind: string): { from: string; to: string } => ({ from: `${kind}:`, to: `${kind};` });

/** Throws Failure `bug` for a change that storage would refuse for its form. */
export function checkPersonChange({ personId, writes }: PersonChange): void {
  if (!isSafeKey(personId)) throw new Failure('bug', 'A personId cannot be a storage key; make it with newId');
  if (writes.length > maxWrites) throw new Failure('bug', `A commit holds at most ${maxWrites} writes; split it`);
  const rowKeys = writes.map(({ kind, key }) => personRowKey(personId, kind, key));
  if (new Set(rowKeys).size < rowKeys.length)
    throw new Failure('bug', 'A row occurs twice in one commit; join the writes');
}

/** Throws Failure `bug` when the value is too large or no JSON. */
export function encodePersonRow(rowKey: string, value: unknown): PersonRowData {
  const data: string | undefined = JSON.stringify(value);
  if (data === undefined) throw new Failure('bug', `Row ${rowKey} has no value; give one`);
  if (data.length <= maxDataLength) return { data, schema: schemaVersion };
  throw new Failure('bug', `Row ${rowKey} is larger than ${maxDataLength} characters; split the value over rows`);
}

/** The stored value, parsed by the row's schema. Throws Failure `bug` that names kind and key, never the value. */
export function decodePersonRow<T>(row: PersonRow<T>, rowKey: string, stored: unknown): T {
  const outer = rowDataSchema.safeParse(stored);
  if (!outer.success) throw unreadable(rowKey, 'its columns are not ours, or written by a newer version');
  const value = row.schema.safeParse(readJson(outer.data.data));
  if (value.success) return value.data;
  const fields = value.error.issues.map(({ path }) => String(path[0] ?? 'value'));
  throw unreadable(rowKey, `wrong: ${[...new Set(fields)].join(', ')}`);
}

function unreadable(rowKey: string, why: string): Failure {
  return new Failure('bug', `Row ${rowKey} does not parse (${why}); repair the row or teach its schema the old form`);
}
