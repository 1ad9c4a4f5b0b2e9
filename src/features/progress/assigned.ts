import { z } from 'zod';
import type { LocalDate } from '../../core/local-date.ts';
import { localDateSchema } from '../people/local-date-schema.ts';
import type { PersonRow, PersonStore } from '../people/person-store.ts';

/**
 * By moduleId: since when a module with a date is this person's. `start`: since the first day here, or the unit's, like nearly all. Planning
 * writes it, so there is none before the first planning, and a module that is not in it has just become the person's.
 */
const assignedSchema = z.object({ since: z.record(z.string(), z.union([z.literal('start'), localDateSchema])) });
export type Assigned = z.infer<typeof assignedSchema>;

export const assignedRow: PersonRow<Assigned> = { kind: 'assigned', schema: assignedSchema, keyOf: () => '' };

/** Pure: the day that goes into the deadline; `undefined` when the module has been there from the start. */
export function assignedOn(assigned: Assigned | undefined, moduleId: string, today: LocalDate): LocalDate | undefined {
  if (!assigned) return undefined;
  const since = assigned.since[moduleId] ?? today;
  return since === 'start' ? undefined : since;
}

/** Throws Failure `unavailable` or `throttled`. */
export const readAssigned = async (people: PersonStore, personId: string): Promise<Assigned | undefined> =>
  (await people.get(personId, assignedRow))?.value;
