import { z } from 'zod';
import type { LocalDate } from '../../core/local-date.ts';
import { localDateSchema } from '../people/local-date-schema.ts';
import type { PersonRow, PersonStore } from '../people/person-store.ts';

const sinceSchema = z.union([z.literal('start'), localDateSchema]);
/**
 * `until`: from that day on it was otherwise. `isExempt`: because a leader exempted the person, who has been so ever since. `isAhead`: because
 * its date is counted from a later day since; it was no less theirs until then.
 */
const wasSchema = z.object({
  since: sinceSchema,
  until: localDateSchema,
  isExempt: z.literal(true).optional(),
  isAhead: z.literal(true).optional(),
});

/**
 * By moduleId: since when a module with a date is this person's. `start`: since the first day here, or the unit's, like nearly all. Planning
 * writes it, so there is none before the first planning, and a module that is not in it has just become the person's. `was`: what it said
 * before, oldest first: what a past day is rebuilt from. `firstOn`: which day `start` was at the last planning; absent in rows from before that
 * was kept.
 */
const assignedSchema = z.object({
  since: z.record(z.string(), sinceSchema),
  firstOn: localDateSchema.optional(),
  was: z.record(z.string(), z.array(wasSchema)).optional(),
});
export type Assigned = z.infer<typeof assignedSchema>;
export type Since = z.infer<typeof sinceSchema>;
export type Was = z.infer<typeof wasSchema>;

export const assignedRow: PersonRow<Assigned> = { kind: 'assigned', schema: assignedSchema, keyOf: () => '' };

/**
 * Pure: the day that goes into the deadline; `undefined` when the module has been there from the start. That is the start as it was last
 * planned by: when it moves back, planning decides what that means for a date that somebody was told.
 */
export function assignedOn(assigned: Assigned | undefined, moduleId: string, today: LocalDate): LocalDate | undefined {
  if (!assigned) return undefined;
  const since = assigned.since[moduleId] ?? today;
  return since === 'start' ? assigned.firstOn : since;
}

/**
 * Pure: as it was at the end of a day. What is in it neither now nor before was the person's from the start, as it was in rows from the time
 * when what was before was not kept.
 */
export function assignedAt(
  assigned: Assigned | undefined,
  moduleIds: readonly string[],
  on: LocalDate,
): Assigned | undefined {
  if (!assigned) return undefined;
  return {
    since: Object.fromEntries(moduleIds.map((moduleId) => [moduleId, sinceAt(assigned, moduleId, on) ?? 'start'])),
  };
}

/** Pure: whether a module that is the person's now was so that day. Since then its date may have moved, and it is no less theirs for that. */
export function wasAssignedOn(assigned: Assigned | undefined, moduleId: string, on: LocalDate): boolean {
  if (!assigned) return true;
  const since = sinceAt(assigned, moduleId, on);
  if (since === 'start' || (since !== undefined && since <= on)) return true;
  return assigned.was?.[moduleId]?.findLast(({ until }) => until <= on)?.isAhead === true;
}

const sinceAt = ({ since, was }: Assigned, moduleId: string, on: LocalDate): Since | undefined =>
  was?.[moduleId]?.find(({ until }) => until > on)?.since ?? since[moduleId];

/** Throws Failure `unavailable` or `throttled`. */
export const readAssigned = async (people: PersonStore, personId: string): Promise<Assigned | undefined> =>
  (await people.get(personId, assignedRow))?.value;
