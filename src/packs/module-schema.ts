import { z } from 'zod';
import { linkKinds } from '../features/catalogue/module.ts';
import { approvalSchema, sourceFields } from './approval-schema.ts';
import { moduleAudienceSchema } from './audience-schema.ts';
import { dialogueSchema, dialogueWordsSchema } from './dialogue-schema.ts';
import { webPage } from './guide-facts-schema.ts';
import { idSchema, wordsSchema as words } from './pack-schema.ts';

const minutes = z.number().int().min(1);

const optionSchema = z.strictObject({ id: idSchema, correct: z.literal(true).optional() });
type Option = z.infer<typeof optionSchema>;

export const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1);
export const areaIdsSchema = z.array(idSchema).default([]);

/** A page outside. What is not said of it is not known. */
const linkSchema = z.strictObject({
  id: idSchema,
  // That it is https is told by a check of its own.
  url: z.url(webPage),
  kind: z.enum(linkKinds).default('page'),
  name: z.string().trim().min(1, 'is empty').optional(),
  owner: z.string().trim().min(1, 'is empty').optional(),
  minutes: minutes.optional(),
  language: z.enum(['nb', 'nn']).optional(),
  ...sourceFields,
});

/** Three buttons would be more than a narrow card has room for, and more than anybody opens. */
const linkIds = z.array(idSchema).max(2, 'has more than two links').default([]);

const isRight = (option: Option): boolean => option.correct === true;

const questionSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(['single', 'multiple']),
    options: z.array(optionSchema).min(2, 'has fewer than two options'),
  })
  .refine(({ kind, options }) => kind === 'multiple' || options.filter(isRight).length === 1, {
    path: ['options'],
    message: 'a question of kind single has exactly one option with "correct: true"',
  })
  .refine(({ kind, options }) => kind === 'single' || options.some(isRight), {
    path: ['options'],
    message: 'a question of kind multiple has at least one option with "correct: true"',
  });

/** module.yaml: what the module is made of, without words. */
export const moduleStructureSchema = z.strictObject({
  version: z.number().int().min(1),
  minutes,
  level: levelSchema,
  areas: areaIdsSchema,
  hiddenUntilApproved: z.boolean().default(false),
  audience: moduleAudienceSchema,
  seeAlso: z.array(idSchema).default([]),
  guide: idSchema.optional(),
  approval: approvalSchema,
  sources: z.array(z.strictObject(sourceFields)).min(1, 'names no source'),
  links: z.array(linkSchema).default([]),
  learnMore: linkIds,
  cards: z
    .array(
      z.strictObject({
        id: idSchema,
        links: linkIds,
        laws: z.array(idSchema).default([]),
        awaitsLocalRoutine: z.boolean().default(false),
      }),
    )
    .min(1, 'has no cards'),
  quiz: z.array(questionSchema),
  passShare: z.number().min(0).max(1),
  dialogues: z.array(dialogueSchema).default([]),
  reflection: z.array(idSchema),
  inShort: z.array(idSchema).max(3, 'has more than three sentences').default([]),
  renewal: z
    .strictObject({
      months: z.number().int().min(1).max(120),
      withinDays: z.number().int().min(1).max(365).default(28),
    })
    .optional(),
  material: z.number().int().min(2, 'is the first version, which nobody has taken an earlier one of').optional(),
  group: z.strictObject({
    minutes,
    opening: minutes,
    questions: z.array(z.strictObject({ id: idSchema, minutes })),
    case: minutes,
    closing: minutes,
  }),
});
export type ModuleStructure = z.infer<typeof moduleStructureSchema>;

const byId = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodString, T> => z.record(z.string(), value);

/** nb.yaml, nn.yaml, en.yaml: the words of a module, by the ids of module.yaml. */
export const moduleWordsSchema = z.strictObject({
  title: words,
  summary: words,
  cards: byId(z.strictObject({ heading: words, text: words })),
  links: byId(words).default({}),
  quiz: byId(
    z.strictObject({ prompt: words, options: byId(z.strictObject({ text: words, feedback: words })) }),
  ).default({}),
  dialogues: byId(dialogueWordsSchema).default({}),
  reflection: byId(words).default({}),
  inShort: byId(words).default({}),
  material: words.optional(),
  group: byId(words).default({}),
  case: z.strictObject({ title: words, text: words, ask: words }),
});
export type ModuleWords = z.infer<typeof moduleWordsSchema>;
