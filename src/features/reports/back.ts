import { z } from 'zod';
import { mostAnswers } from '../guide/guide.ts';

const id = z.string().max(200);

/** Where somebody was when they said that a text is wrong, as the card carries it. Only ever shown again, never kept. */
export const backSchema = z.union([
  z.object({
    to: z.literal('module'),
    moduleId: id,
    position: z.number().int().min(0).max(1000),
    stepId: id.optional(),
    mode: z.literal('reread').optional(),
  }),
  z.object({
    to: z.literal('guide'),
    guideId: id,
    packVersion: id,
    entry: id.optional(),
    answers: z.array(id).max(mostAnswers).readonly(),
  }),
  z.object({ to: z.literal('word'), wordId: id }),
  z.object({ to: z.literal('policy'), policyId: id }),
  z.object({ to: z.literal('share'), moduleId: id }),
  z.object({ to: z.literal('group-plan'), moduleId: id }),
  z.object({ to: z.literal('refresher'), moduleId: id, questionId: id }),
  z.object({ to: z.enum(['use-it', 'reread', 'done']), moduleId: id }),
  z.object({ to: z.literal('certificates') }),
  z.object({ to: z.literal('introduction'), personId: id.optional() }),
]);
export type Back = z.infer<typeof backSchema>;
