import { z } from 'zod';

/** How one import went: counts, and where in the file something was wrong. No names: a row is a number, a problem a word. */
export const rosterRunSchema = z.object({
  runId: z.string().min(1),
  at: z.coerce.date(),
  /** Rows of the directory are counted in the order of user names. */
  source: z.enum(['file', 'directory']).default('file'),
  /**
   * `tried`: a dry run. `stopped`: more would leave than one import may take away. `fewer-columns`: the list lacks a column that the one
   * before had, and rights depend on it. `partly`: some rows could not be written; run it again.
   * Of the directory only, `unchanged`: it had nothing new, and the counts are those of the import before; `no-answer` and `not-let-in`:
   * it could not be read, and nobody is changed.
   */
  outcome: z.enum([
    ...(['tried', 'applied', 'partly', 'stopped', 'fewer-columns', 'refused'] as const),
    ...(['unchanged', 'no-answer', 'not-let-in'] as const),
  ]),
  joined: z.number().int().min(0),
  changed: z.number().int().min(0),
  moved: z.number().int().min(0),
  /** In no row, or with a last day that has come or comes within a month. */
  left: z.number().int().min(0),
  same: z.number().int().min(0),
  refused: z.number().int().min(0),
  noted: z.number().int().min(0),
  /** The columns that rights depend on and that said something of anybody; absent in runs from before this was kept. */
  told: z.array(z.string()).optional(),
  /** The first of them. */
  problems: z.array(
    z.object({
      row: z.number().int(),
      column: z.string().optional(),
      /** What the pack calls the column; absent in runs from before this was kept. */
      header: z.string().optional(),
      problem: z.string(),
      severity: z.enum(['refused', 'noted']),
    }),
  ),
});
export type RosterRun = z.infer<typeof rosterRunSchema>;

/** An import after which people are as its list says. */
export const hasChangedPeople = ({ outcome }: RosterRun): boolean =>
  ['applied', 'partly', 'unchanged'].includes(outcome);

/** How an import may end that somebody has to look at. One that Microsoft 365 did not answer is tried again by itself. */
export const rosterTroubles = ['stopped', 'fewer-columns', 'refused', 'partly', 'not-let-in'] as const;
export type RosterTrouble = (typeof rosterTroubles)[number];

/** What imports did. Calls may throw Failure `unavailable` or `throttled`. */
export type RosterRunStore = {
  /** Fine if it was told before. */
  create(run: RosterRun): Promise<void>;
  /** The newest. */
  latest(): Promise<RosterRun | undefined>;
  /** The newest first. */
  list(): AsyncIterable<RosterRun>;
};
