import { z } from 'zod';
import { localDateSchema } from './local-date-schema.ts';

/** How far the directory was read, and by which rules. Nobody's name, and nobody's id. */
export const directoryStateSchema = z.object({
  mark: z.array(z.string().min(1)),
  /** A hash of the rules: read by others, everything is read anew. */
  rulesKey: z.string().min(1),
  /** The day that everybody was read. */
  readOn: localDateSchema,
});
export type DirectoryState = z.infer<typeof directoryStateSchema>;

/** One row. Calls may throw Failure `unavailable` or `throttled`, and writes `conflict` when somebody else was first. */
export type DirectoryMarkStore = {
  get(): Promise<{ value: DirectoryState; etag: string } | undefined>;
  create(state: DirectoryState): Promise<void>;
  replace(state: DirectoryState, etag: string): Promise<void>;
};
