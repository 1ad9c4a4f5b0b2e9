import { z } from 'zod';
import { locales } from '../core/locale.ts';
import { localDateSchema, localTimeSchema } from '../features/people/local-date-schema.ts';
import { localTextSchema } from './guide-facts-schema.ts';

/** What a module, a card, a question or an option is called in the files. Part of row keys and card data, so letters, digits and hyphens only. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id (write small letters a–z, digits and hyphens)');

/** Words that somebody reads. */
export const wordsSchema = z.string().trim().min(1, 'is empty');

const zoneSchema = z.string().refine(isTimeZone, 'is no time zone (write for example Europe/Oslo)');

/** pack.yaml: the decisions of one municipality. */
export const packSchema = z.strictObject({
  version: z.string().min(1),
  municipality: z.strictObject({ name: z.string().min(1) }),
  zone: zoneSchema,
  defaultLocale: z.enum(locales),
  startsOn: localDateSchema,
  obligation: z.enum(['recommended', 'required']).default('recommended'),
  digest: z.strictObject({
    weekday: z.number().int().min(1).max(7),
    time: localTimeSchema,
    whenNothingNew: z.enum(['silent', 'send']).default('silent'),
    areaLeaders: z.enum(['monthly', 'weekly']).default('monthly'),
  }),
  namedLists: z
    .strictObject({ discussedOn: localDateSchema.optional() })
    .nullish()
    .transform((lists) => lists ?? {}),
  areas: z
    .array(z.strictObject({ id: idSchema, name: localTextSchema, focus: z.boolean().default(false) }))
    .default([]),
  modules: z
    .array(
      z.strictObject({
        id: idSchema,
        priority: z.strictObject({ dueAfterDays: z.number().int().min(1) }).optional(),
        takeFirst: z.array(idSchema).default([]),
        general: z.boolean().default(false),
      }),
    )
    .min(1),
});
export type PackFile = z.infer<typeof packSchema>;
export type PackModule = PackFile['modules'][number];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
