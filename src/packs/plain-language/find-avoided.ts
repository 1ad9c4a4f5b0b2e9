import type { AvoidedWord } from './plain-language-schema.ts';

/** A word of the list that was found: as it stands, where, and what to write. */
export type Avoided = { found: string; at: number; use: string };

/** A list as it is looked for: nearly no text has any of its words, and `any` tells so at once. */
type Patterns = { any: RegExp; each: readonly { pattern: RegExp; use: string }[] };

/** A list stands for thousands of texts. */
const known = new WeakMap<readonly AvoidedWord[], Patterns>();

/** The words of `list` in `text`, in the order they stand. Whole words only; capital letters make no difference. */
export function findAvoided(text: string, list: readonly AvoidedWord[]): readonly Avoided[] {
  const { any, each } = known.get(list) ?? keepPatterns(list);
  if (!any.test(text)) return [];
  return each
    .flatMap(({ pattern, use }) =>
      [...text.matchAll(pattern)].map((match) => ({ found: match[0], at: match.index, use })),
    )
    .sort((one, other) => one.at - other.at);
}

function keepPatterns(list: readonly AvoidedWord[]): Patterns {
  const all = list.map(({ avoid, use }) => ({ source: sourceOf(avoid), use }));
  const patterns = {
    any: new RegExp(wholeWords(all.map(({ source }) => source).join('|')), 'iu'),
    each: all.map(({ source, use }) => ({ pattern: new RegExp(wholeWords(source), 'giu'), use })),
  };
  known.set(list, patterns);
  return patterns;
}

const sourceOf = (avoid: string): string =>
  avoid
    .split(/\s+/)
    .map((word) => word.replace(/[.-]/g, '\\$&').replaceAll('*', '\\p{L}*'))
    .join('\\s+');

const wholeWords = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;
