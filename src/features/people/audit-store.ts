import { z } from 'zod';

/** Something that one person did about another, or about everybody: who, what, about whom and when. Never content, never a name. */
export const auditEntrySchema = z.object({
  /** Decided by what was done, so that telling it twice leaves one row. */
  entryId: z.string().min(1),
  at: z.coerce.date(),
  actorId: z.string().min(1),
  action: z.enum(['group.tick', 'prior.confirm', 'prior.decline', 'sending.stop', 'sending.resume']),
  /** A personId, or `sending` where everybody is concerned. */
  subjectId: z.string().min(1),
  /** Absent where it was about no module. */
  moduleId: z.string().min(1).optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Append-only, a table for each month: what is too old goes with its table. Calls may throw Failure `unavailable` or `throttled`. */
export type AuditStore = {
  /** Fine if it was told before. */
  create(entry: AuditEntry): Promise<void>;
  /** What somebody did in a month (`YYYYMM`, UTC), the newest first. */
  list(month: string, actorId: string): AsyncIterable<AuditEntry>;
};

export const auditMonthOf = (at: Date): string => at.toISOString().slice(0, 7).replace('-', '');
