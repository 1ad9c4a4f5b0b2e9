import { z } from 'zod';
import { approvalSchema, sourceFields } from './approval-schema.ts';
import { guideIdSchema as id, localTextSchema } from './guide-facts-schema.ts';
import { idSchema } from './pack-schema.ts';

const findBy = z.string().trim().min(2, 'has fewer than two letters').max(60);

const word = z.strictObject({
  id,
  term: localTextSchema,
  meaning: localTextSchema,
  findBy: z.array(findBy).default([]),
  entry: id.optional(),
  modules: z.array(idSchema).default([]),
  tools: z.array(id).default([]),
  laws: z.array(id).default([]),
  /** Where it is left out, the list's own approval holds. */
  approval: approvalSchema.optional(),
  ...sourceFields,
});

/** What `words.yaml` may hold. Unknown keys are refused: a misspelt one would be lost in silence. */
export const wordsFileSchema = z.strictObject({
  version: z.number().int().min(1),
  approval: approvalSchema,
  words: z.array(word),
});
export type WordsFile = z.infer<typeof wordsFileSchema>;
