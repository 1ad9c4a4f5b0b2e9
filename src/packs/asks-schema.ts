import { z } from 'zod';
import type { LocalText } from '../core/locale.ts';
import { localDateSchema } from '../features/people/local-date-schema.ts';
import { approvalSchema } from './approval-schema.ts';
import { audienceFields } from './audience-schema.ts';
import { localTextSchema, pageSchema } from './guide-facts-schema.ts';
import { idSchema } from './pack-schema.ts';

/** What a municipality asks of people beside the modules: `prior-learning.yaml`, `leader-choices.yaml`, `policies.yaml` and `certificates.yaml`. */

const audience = z.strictObject(audienceFields).default({ sectors: [], roles: [] });

const hasUniqueIds = (all: readonly { id: string }[]): boolean => new Set(all.map(({ id }) => id)).size === all.length;
const twice = 'two of them have the same id';

/** Longer ones are cut on a phone. */
const mostButtonLetters = 30;
const fits =
  (most: number) =>
  (name: LocalText): boolean =>
    Object.values(name).every((text) => text.length <= most);

/** What the file is called, and who answers for it. */
export const aboutSchema = z.strictObject({
  title: localTextSchema,
  version: z.number().int().min(1),
  approval: approvalSchema,
});

const place = z.strictObject({ id: idSchema, name: localTextSchema });
const reason = z.strictObject({
  id: idSchema,
  name: localTextSchema.refine(
    fits(mostButtonLetters),
    `stands on a button and is longer than ${mostButtonLetters} letters`,
  ),
});
// Beside them the card has a way back, and Teams shows six buttons.
const reasons = z
  .array(reason)
  .min(1)
  .max(5, 'has more than five, which is more than a card has room for')
  .refine(hasUniqueIds, twice);

export const priorLearningSchema = z.strictObject({
  places: z.array(place).min(1).refine(hasUniqueIds, twice),
  reasons,
});
export type PriorLearningFile = z.infer<typeof priorLearningSchema>;

export const leaderChoicesSchema = z.strictObject({ moreTime: reasons, exempt: reasons });
export type LeaderChoicesFile = z.infer<typeof leaderChoicesSchema>;

const version = z.strictObject({
  version: z.number().int().min(1),
  validFrom: localDateSchema,
  material: z.boolean().default(false),
});
const isRising = (versions: readonly { version: number }[]): boolean =>
  versions.every(({ version: number }, at) => at === 0 || number > (versions[at - 1]?.version ?? 0));

const policy = z
  .strictObject({
    id: idSchema,
    title: localTextSchema,
    text: localTextSchema.optional(),
    url: pageSchema.optional(),
    audience,
    approval: approvalSchema,
    versions: z.array(version).min(1).refine(isRising, 'the numbers do not rise'),
  })
  .refine(({ text, url }) => text !== undefined || url !== undefined, {
    path: ['text'],
    message: 'there is nothing to read: write a text, or the url of the page',
  });
export const policiesSchema = z.strictObject({ policies: z.array(policy).refine(hasUniqueIds, twice) });
export type PoliciesFile = z.infer<typeof policiesSchema>;

/** With the word before it ("Registrer: …") it fits on a button. */
const mostCourseLetters = 19;
const kind = z.strictObject({
  id: idSchema,
  name: localTextSchema.refine(
    fits(mostCourseLetters),
    `stands on a button and is longer than ${mostCourseLetters} letters`,
  ),
  validMonths: z.number().int().min(1).max(240),
  audience,
});
export const certificatesSchema = z.strictObject({
  about: aboutSchema.optional(),
  remindDaysBefore: z.number().int().min(1).max(365),
  kinds: z.array(kind).refine(hasUniqueIds, twice),
});
export type CertificatesFile = z.infer<typeof certificatesSchema>;
