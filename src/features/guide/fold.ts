/** Reading further than this helps nobody: Teams takes messages of about 28,000 characters. */
const mostCharacters = 20_000;

/** A word that is longer is no word. */
export const mostWordLetters = 40;

/**
 * Text as the words it is made of, so that keyboard and typing do not matter: small letters, æøå written the usual ways (aa, ae, oe,
 * ä, ö), no accents, no doubled letters. Linear, and cut at 20,000 characters.
 */
export function foldWords(text: string): readonly string[] {
  return (
    text
      .slice(0, mostCharacters)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\x20-\x7eæøå]/g, foldLetter)
      .replace(/aa/g, 'å')
      .replace(/ae/g, 'æ')
      .replace(/oe/g, 'ø')
      .replace(/['`´’]/g, '')
      .replace(/([a-zæøå])\1+/g, '$1')
      .match(/[a-zæøå0-9]+/g) ?? []
  );
}

function foldLetter(letter: string): string {
  if (letter === 'ä') return 'æ';
  if (letter === 'ö') return 'ø';
  if (letter === '’') return '';
  return letter.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** What people write for æ, ø and å on a keyboard without them. */
const written: Readonly<Record<string, string>> = { æ: 'a', ø: 'o', å: 'a' };

/** Whether a letter that a person wrote may stand for this one of ours: `a` for `å`, but not `å` for `a` ("får" is not "far"). */
export function isLetter(ours: string, theirs: string | undefined): boolean {
  return ours === theirs || (theirs !== undefined && (written[ours]?.includes(theirs) ?? false));
}

/** The word with every æ, ø and å as one plain letter: equal for all words that `isLetter` may take for each other. */
export const plainLetters = (word: string): string => word.replace(/[æå]/g, 'a').replace(/ø/g, 'o');
