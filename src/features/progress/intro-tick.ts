import { z } from 'zod';
import { introTickers } from '../catalogue/intro-plan.ts';
import type { PersonRow } from '../people/person-store.ts';

/** That a step of somebody's introduction is done: who ticked it, as what, and when. The first one of an employment counts, and stays. */
const introTickSchema = z.object({
  stepId: z.string().min(1),
  at: z.coerce.date(),
  by: z.string().min(1),
  as: z.enum(introTickers),
});
export type IntroTick = z.infer<typeof introTickSchema>;

export const introTickRow: PersonRow<IntroTick> = {
  kind: 'intro',
  schema: introTickSchema,
  keyOf: ({ stepId }) => stepId,
};
