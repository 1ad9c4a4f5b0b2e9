import type { ZodType } from 'zod';
import { Failure } from '../../core/failure.ts';

/** The checked columns of a stored row. Throws Failure `bug` that names the columns which are wrong, never their values. */
export function readRow<T>(what: string, schema: ZodType<T>, stored: unknown): T {
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  const columns = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? 'row')))].join(', ');
  throw new Failure('bug', `A stored ${what} does not parse (wrong: ${columns}); repair the row`);
}
