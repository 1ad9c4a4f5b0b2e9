import type { Person } from './person.ts';

type Named = Pick<Person, 'displayName' | 'givenName'>;

/** In whatever order they stand: `Lund, Kari` is `Kari Lund`. */
const wordsIn = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .normalize('NFC')
      .toLocaleLowerCase('nb')
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );

const allWords = ({ displayName, givenName }: Named): readonly string[] => [...wordsIn(`${displayName} ${givenName}`)];

/** The same words, so that nobody has been renamed. */
export const hasSameName = (one: Named, other: Named): boolean =>
  [...wordsIn(one.displayName)].toSorted().join(' ') === [...wordsIn(other.displayName)].toSorted().join(' ');

/** A given or a family name in common, as when somebody marries. An initial says nothing. */
export const sharesName = (one: Named, other: Named): boolean => {
  const words = new Set(allWords(other));
  return allWords(one).some((word) => word.length > 1 && words.has(word));
};
