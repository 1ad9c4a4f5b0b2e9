import { z } from 'zod';
import { contactKinds, duties } from '../features/guide/facts.ts';
import { localDateSchema, localTimeSchema } from '../features/people/local-date-schema.ts';
import { sectors } from '../features/people/person.ts';
import { sourceFields } from './approval-schema.ts';

/** What `contacts.yaml`, `laws.yaml`, `levels.yaml` and `tools.yaml` may hold. Unknown keys are refused: a misspelt one would be lost in silence. */

export const guideIdSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'write it with a–z, 0–9 and hyphens');
const id = guideIdSchema;
const words = z.string().trim().min(1, 'is empty');
export const localTextSchema = z.strictObject({ nb: words, nn: words, en: words });
const localText = localTextSchema;

/** A page on the web, whose name has an ending such as `.no`. */
export const webPage = {
  hostname: z.regexes.domain,
  error: 'is no address of a page (write https:// and the whole name, with its ending)',
};
export const pageSchema = z.url({ ...webPage, protocol: /^https$/ });

const ownedFact = { ...sourceFields, owner: words, validTo: localDateSchema };

const contact = z.strictObject({
  id,
  kind: z.enum(contactKinds),
  units: z.array(words).default([]),
  name: localText,
  number: z
    .string()
    .regex(/^\+?\d[\d ]{1,17}$/, 'write digits and spaces')
    .optional(),
  use: localText,
  opening: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('always') }),
      z.strictObject({
        kind: z.literal('weekdays'),
        days: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
        from: localTimeSchema,
        to: localTimeSchema,
      }),
      z.strictObject({ kind: z.literal('outside'), contactId: id }),
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
  service: localText.optional(),
  title: localText,
  lovdata: words,
  url: pageSchema,
  recipient: localText.optional(),
  items: z.array(localText),
  note: localText.optional(),
  ...ownedFact,
});
export const lawsFileSchema = z.strictObject({ laws: z.array(law).min(1) });

const level = z.strictObject({
  id,
  title: localText,
  explained: localText,
  deadlineDays: z.number().int().min(1).max(365).optional(),
});
export const levelsFileSchema = z.strictObject({
  targetGroup: localText.optional(),
  levels: z.array(level).min(1),
  starts: z.array(z.strictObject({ fromLevel: id, title: localText, explained: localText })).default([]),
});

const tool = z.strictObject({
  id,
  name: localText,
  use: localText,
  url: pageSchema.optional(),
  levels: z.array(id).default([]),
  sectors: z.array(z.enum(sectors)).default([]),
  ...ownedFact,
});
export const toolsFileSchema = z.strictObject({ tools: z.array(tool) });

export type ContactEntry = z.infer<typeof contact>;
export type LawEntry = z.infer<typeof law>;
export type LevelsEntry = z.infer<typeof levelsFileSchema>;
export type ToolEntry = z.infer<typeof tool>;
