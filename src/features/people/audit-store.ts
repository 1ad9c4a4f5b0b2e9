import { z } from 'zod';

/** Something that one person did about another, about everybody or about a text, or was refused: who, what, about whom and when. Never content, never a name. */
export const auditEntrySchema = z.object({
  /** Decided by what was done, so that telling it twice leaves one row. */
  entryId: z.string().min(1),
  at: z.coerce.date(),
  /** A personId, or `roster:file` or `roster:directory` where a list was read in by nobody of the chat. */
  actorId: z.string().min(1),
  action: z.enum([
    ...(['group.tick', 'prior.confirm', 'prior.decline', 'sending.stop', 'sending.resume'] as const),
    ...([
      'staff.remind',
      'staff.remind-unit',
      'staff.more-time',
      'staff.exempt',
      'staff.lift',
      'staff.set-aside',
    ] as const),
    ...(['delegation.give', 'delegation.end'] as const),
    ...(['roster.apply', 'roster.many-leave', 'roster.rights'] as const),
    ...(['reports.close', 'intro.tick', 'refused'] as const),
  ]),
  /** A personId, a unitId, `sending` where everybody is concerned, or the id of a text. Absent for a refusal: what a card names is not to be believed. */
  subjectId: z.string().min(1).optional(),
  /** Absent where it was about no module. */
  moduleId: z.string().min(1).optional(),
  /** What was refused; one of our own verbs. */
  verb: z.string().min(1).optional(),
  /** How many people a list has changed. */
  joined: z.number().int().optional(),
  changed: z.number().int().optional(),
  /** In no row, or with a last day that has come or comes within a month. */
  left: z.number().int().optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Append-only, a table for each month: what is too old goes with its table. Calls may throw Failure `unavailable` or `throttled`. */
export type AuditStore = {
  /** Fine if it was told before. */
  create(entry: AuditEntry): Promise<void>;
  /** What somebody did in a month (`YYYYMM`, UTC), the newest first. */
  list(month: string, actorId: string): AsyncIterable<AuditEntry>;
  /** All that happened in a month, in no order. */
  listMonth(month: string): AsyncIterable<AuditEntry>;
  /** What somebody did, and what others did about them, in a month, in no order. */
  listAbout(month: string, personId: string): AsyncIterable<AuditEntry>;
  /** The months (`YYYYMM`) that have a table, the oldest first. */
  listMonths(): AsyncIterable<string>;
  /** Drops the whole month. Fine if it is absent. */
  deleteMonth(month: string): Promise<void>;
};

export const auditMonthOf = (at: Date): string => at.toISOString().slice(0, 7).replace('-', '');
