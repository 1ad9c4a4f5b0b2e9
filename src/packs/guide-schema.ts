import { z } from 'zod';
import { type Deadline, duties } from '../features/guide/guide.ts';
import { localDateSchema } from '../features/people/local-date-schema.ts';
import { sectors } from '../features/people/person.ts';
import { approvalSchema, sourceFields } from './approval-schema.ts';
import { localTimeSchema } from './calendar-schema.ts';

/** What `contacts.yaml`, `laws.yaml` and `guides/*.yaml` may hold. Unknown keys are refused: a misspelt one would be lost in silence. */

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'write it with a–z, 0–9 and hyphens');
const words = z.string().trim().min(1, 'is empty');
const localText = z.strictObject({ nb: words, nn: words, en: words });
const texts = z.array(localText).default([]);

const ownedFact = { ...sourceFields, owner: words, validTo: localDateSchema };

const contact = z.strictObject({
  id,
  name: localText,
  number: z
    .string()
    .regex(/^\+?\d[\d ]{1,17}$/, 'write digits and spaces')
    .optional(),
  use: localText,
  opening: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('always') }),
      z.strictObject({ kind: z.literal('weekdays'), from: localTimeSchema, to: localTimeSchema }),
    ])
    .optional(),
  isExample: z.boolean().default(false),
  ...ownedFact,
});
export const contactsFileSchema = z.strictObject({ contacts: z.array(contact).min(1) });

const law = z.strictObject({
  id,
  duty: z.enum(duties),
  sectors: z.array(z.enum(sectors)),
  title: localText,
  lovdata: words,
  url: z.url({ protocol: /^https$/ }),
  items: z.array(localText),
  note: localText.optional(),
  ...ownedFact,
});
export const lawsFileSchema = z.strictObject({ laws: z.array(law).min(1) });

const choice = z.strictObject({
  id,
  label: localText,
  to: id,
  unsure: z.boolean().default(false),
  sector: z.enum(sectors).optional(),
});

const deadline = z.union([
  z.enum(['none', 'local']).transform((kind): Deadline => ({ kind })),
  z
    .number()
    .int()
    .min(1)
    .max(365)
    .transform((days): Deadline => ({ kind: 'days', days })),
]);

const stepBase = {
  id,
  place: localText.optional(),
  heading: localText,
  text: texts,
  dos: texts,
  donts: texts,
  contacts: z.array(id).default([]),
  links: z
    .array(z.strictObject({ id, url: z.url({ protocol: /^https$/ }), label: localText, ...sourceFields }))
    .default([]),
  question: localText.optional(),
  choices: z.array(choice).default([]),
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
  z.strictObject({ kind: z.literal('end'), ...stepBase }),
  z.strictObject({
    kind: z.literal('duty'),
    ...stepBase,
    laws: z.strictObject({ duty: z.enum(duties), detail: z.enum(['titles', 'items']) }).optional(),
  }),
  z.strictObject({
    kind: z.literal('ordinary'),
    ...stepBase,
    parts: z.strictObject({ what: localText, how: localText, who: localText, tools: localText }).optional(),
    involvesParents: z.boolean().default(false),
    deadline: deadline.default({ kind: 'none' }),
  }),
]);

export const guideFileSchema = z.strictObject({
  id,
  start: id,
  acute: id,
  approval: approvalSchema,
  steps: z.array(step).min(1),
});

export type ContactEntry = z.infer<typeof contact>;
export type LawEntry = z.infer<typeof law>;
export type GuideEntry = z.infer<typeof guideFileSchema>;
export type StepEntry = z.infer<typeof step>;
