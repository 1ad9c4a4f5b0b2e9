import { z } from 'zod';

/** A word or several; `*` at the end of a word is any ending, so that `iverksett*` finds `iverksettes` too. */
const avoided = z.strictObject({
  avoid: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} .*-]*$/u, 'write words, with * for any ending'),
  use: z.string().trim().min(1, 'is empty'),
});
const list = z.array(avoided);

const limit = z.number().int().min(1);

/** What `plain-language.yaml` may hold. */
export const plainLanguageSchema = z.strictObject({
  limits: z.strictObject({
    sentenceWords: limit,
    lix: limit,
    /** A shorter text has no LIX: one long word would decide it. */
    lixFromWords: limit,
    passives: z.number().int().min(0),
    labelCharacters: limit,
  }),
  words: z.strictObject({ nb: list, nn: list, en: list }),
});

export type PlainLanguageRules = z.infer<typeof plainLanguageSchema>;
export type AvoidedWord = z.infer<typeof avoided>;
