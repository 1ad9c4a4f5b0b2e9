import type { AvoidedWord } from './plain-language-schema.ts';

/** A word of the list that was found: as it stands, where, and what to write. */
export type Avoided = { found: string; at: number; use: string };

/** The words of `list` in `text`, in the order they stand. Whole words only; capital letters make no difference. */
export function findAvoided(text: string, list: readonly AvoidedWord[]): readonly Avoided[] {
  return list
    .flatMap(({ avoid, use }) =>
      [...text.matchAll(patternOf(avoid))].map((match) => ({ found: match[0], at: match.index, use })),
    )
    .sort((one, other) => one.at - other.at);
}

function patternOf(avoid: string): RegExp {
  const words = avoid
    .split(/\s+/)
    .map((word) => word.replace(/[.-]/g, '\\$&').replaceAll('*', '\\p{L}*'))
    .join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'giu');
}
