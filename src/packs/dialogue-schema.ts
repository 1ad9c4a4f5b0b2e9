import { z } from 'zod';
import { idSchema, wordsSchema } from './pack-schema.ts';

const replySchema = z.strictObject({ id: idSchema, next: idSchema });

const nodeSchema = z.strictObject({
  id: idSchema,
  replies: z.array(replySchema).min(2, 'has fewer than two replies').max(3, 'has more than three replies'),
});

/** A practice dialogue in module.yaml: the ways through it, without words. The first node is where it begins. */
export const dialogueSchema = z.strictObject({
  id: idSchema,
  nodes: z.tuple([nodeSchema], nodeSchema),
  ends: z.array(z.strictObject({ id: idSchema, outcome: z.enum(['good', 'ok', 'poor']) })),
});
export type DialogueStructure = z.infer<typeof dialogueSchema>;

const byId = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodString, T> => z.record(z.string(), value);

/** Its words in a language file, by the same ids. */
export const dialogueWordsSchema = z.strictObject({
  title: wordsSchema,
  scene: wordsSchema,
  nodes: byId(
    z.strictObject({
      speaker: wordsSchema,
      says: wordsSchema,
      replies: byId(z.strictObject({ text: wordsSchema, feedback: wordsSchema })),
    }),
  ),
  ends: byId(wordsSchema),
});
export type DialogueWords = z.infer<typeof dialogueWordsSchema>;
