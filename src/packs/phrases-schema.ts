import { z } from 'zod';
import { levels } from '../features/guide/understanding/rule.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'write it with a–z, 0–9 and hyphens');
/** Of three letters or more: a shorter one would be found everywhere. `|` and `/` separate ways and words. */
const phrase = z
  .string()
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d *~/|-]{2,99}$/u, 'write words, with * for any ending');

/** What `phrases.yaml` may hold: the municipality's own words, by what they mean. */
export const phrasesFileSchema = z.strictObject({
  phrases: z.array(z.strictObject({ id, level: z.enum(levels), entry: id, any: z.array(phrase).min(1) })),
});
