import { z } from 'zod';
import { contactKinds, duties } from '../features/guide/facts.ts';
import type { Deadline } from '../features/guide/guide.ts';
import { sectors } from '../features/people/person.ts';
import { approvalSchema, sourceFields } from './approval-schema.ts';
import { guideIdSchema as id, localTextSchema as localText, pageSchema } from './guide-facts-schema.ts';

/** What `guides/*.yaml` may hold. Unknown keys are refused: a misspelt one would be lost in silence. */

const texts = z.array(localText).default([]);

const choice = z.strictObject({
  id,
  label: localText,
  to: id,
  unsure: z.boolean().default(false),
  sector: z.enum(sectors).optional(),
});

const deadline = z.union([
  z.enum(['none', 'local', 'level']).transform((kind): Deadline => ({ kind })),
  z
    .number()
    .int()
    .min(1)
    .max(365)
    .transform((days): Deadline => ({ kind: 'days', days })),
]);

const parts = z.strictObject({ what: localText, how: localText, who: localText, tools: localText.optional() });

const variant = z
  .strictObject({
    sectors: z.array(z.enum(sectors)).min(1),
    text: z.array(localText).optional(),
    dos: z.array(localText).optional(),
    donts: z.array(localText).optional(),
    contacts: z.array(id).optional(),
    tools: z.array(id).optional(),
    parts: parts.partial().optional(),
  })
  .transform(({ contacts, tools, ...words }) => ({
    ...words,
    ...(contacts && { contactIds: contacts }),
    ...(tools && { toolIds: tools }),
  }));

const awaitsApproval = z
  .strictObject({ approval: approvalSchema, dos: texts, donts: texts })
  .refine(({ dos, donts }) => dos.length + donts.length > 0, 'has neither dos nor donts');

const stepBase = {
  id,
  place: localText.optional(),
  heading: localText,
  text: texts,
  dos: texts,
  donts: texts,
  contacts: z.array(id).default([]),
  tools: z.array(id).default([]),
  also: z.array(id).default([]),
  variants: z.array(variant).default([]),
  links: z.array(z.strictObject({ id, url: pageSchema, label: localText, ...sourceFields })).default([]),
  question: localText.optional(),
  choices: z.array(choice).default([]),
  /** Advice without a verified source, with an approval of its own: nobody sees it before that. */
  awaitsApproval: awaitsApproval.optional(),
  /** Where it is left out, the guide's own approval holds. */
  approval: approvalSchema.optional(),
  sources: z.array(z.strictObject(sourceFields)).default([]),
};

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), ...stepBase }),
  z.strictObject({ kind: z.literal('acute'), ...stepBase }),
  z.strictObject({ kind: z.literal('safety'), ...stepBase }),
  z.strictObject({ kind: z.literal('advice'), ...stepBase }),
  z.strictObject({ kind: z.literal('protect'), ...stepBase }),
  z.strictObject({ kind: z.literal('workplace'), ...stepBase }),
  z.strictObject({ kind: z.literal('tools'), ...stepBase }),
  z.strictObject({ kind: z.literal('levels'), ...stepBase }),
  z.strictObject({ kind: z.literal('end'), ...stepBase }),
  z.strictObject({
    kind: z.literal('call'),
    ...stepBase,
    groups: z.array(z.strictObject({ title: localText, kinds: z.array(z.enum(contactKinds)).min(1) })).min(1),
  }),
  z.strictObject({
    kind: z.literal('duty'),
    ...stepBase,
    laws: z.strictObject({ duty: z.enum(duties), detail: z.enum(['titles', 'brief', 'items']) }).optional(),
  }),
  z.strictObject({
    kind: z.literal('ordinary'),
    ...stepBase,
    at: z.strictObject({ level: id, stage: z.number().int().min(1) }).optional(),
    parts: parts.optional(),
    involvesParents: z.boolean().default(false),
    deadline: deadline.default({ kind: 'none' }),
  }),
]);

const entry = z.strictObject({ id, to: id, label: localText });

/** The first file of the guide: where it starts, and the files that its other steps stand in. */
export const guideFileSchema = z.strictObject({
  id,
  start: id,
  acute: id,
  approval: approvalSchema,
  include: z.array(id).default([]),
  entries: z.array(entry).default([]),
  steps: z.array(step).min(1),
});

/** A file that the first one includes. */
export const guidePartSchema = z.strictObject({ steps: z.array(step).min(1) });

export type GuideEntry = z.infer<typeof guideFileSchema>;
export type StepEntry = z.infer<typeof step>;
