import { z } from 'zod';
import { localDateSchema } from '../people/local-date-schema.ts';
import type { PublishedArea } from './figures.ts';
import type { Month } from './release-month.ts';

const inFives = z.number().int().min(0).multipleOf(5);
const hiresSchema = z.object({ quarter: z.string(), inTime: inFives, notInTime: inFives });

/** One area of one month as it was told. Unit: done, late, on the way, not started. Module: done, missing. Short: one row holds some hundred units. */
const areaRowSchema = z.object({
  areaId: z.string().min(1),
  units: z.array(z.tuple([z.string(), inFives, inFives, inFives, inFives])),
  modules: z.array(z.tuple([z.string(), inFives, inFives])),
  newHires: hiresSchema.optional(),
});

export const areaSchema = areaRowSchema.transform(
  ({ units, modules, ...rest }): PublishedArea => ({
    ...rest,
    units: units.map(([unitId, done, late, onTheWay, notStarted]) => ({
      unitId,
      counts: { done, late, onTheWay, notStarted },
    })),
    modules: modules.map(([moduleId, done, missing]) => ({ moduleId, done, missing })),
  }),
);

export function areaRow({ areaId, units, modules, newHires }: PublishedArea): z.input<typeof areaSchema> {
  return {
    areaId,
    units: units.map(({ unitId, counts }) => [unitId, counts.done, counts.late, counts.onTheWay, counts.notStarted]),
    modules: modules.map(({ moduleId, done, missing }) => [moduleId, done, missing]),
    ...(newHires && { newHires }),
  };
}

/** That all areas of a month are told. `on`: the day the figures are of. */
export const releaseSchema = z.object({ month: z.string(), on: localDateSchema, areaIds: z.array(z.string()) });
export type ReleaseRow = z.infer<typeof releaseSchema>;

/** What was told, month by month. Append-only: nothing is ever told anew. Calls may throw Failure `unavailable` or `throttled`. */
export type RollupStore = {
  createArea(month: Month, area: PublishedArea): Promise<'created' | 'exists'>;
  /** Of a month that is not finished too. In key order. */
  listAreas(month: Month): AsyncIterable<PublishedArea>;
  createRelease(release: ReleaseRow): Promise<'created' | 'exists'>;
  getRelease(month: Month): Promise<ReleaseRow | undefined>;
};
