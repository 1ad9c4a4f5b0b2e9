import { z } from 'zod';
import { localTextSchema } from './guide-facts-schema.ts';
import { idSchema } from './pack-schema.ts';

/** drawings.yaml: which drawings there are, and what each shows, in every language. */
export const drawingsFileSchema = z.strictObject({
  drawings: z.array(z.strictObject({ id: idSchema, alt: localTextSchema })),
});
export type DrawingEntry = z.infer<typeof drawingsFileSchema>['drawings'][number];
