import type { Locale } from '../../core/locale.ts';

/**
 * Words that stand in one language and not in another: what is left of them in a text was forgotten in translation. None of these may be
 * written in both (nynorsk has «uke» and «flere» beside «veke» and «fleire», bokmål has «ei» and «heim»), so none of those is here.
 */
const bokmaal =
  'ikke|jeg|hvem|hvilken|hvilket|hvilke|noe|noen|hva|hvordan|hvis|hvor|hvorfor|mer|fra|være|gjør|gjøre|hun|dere|deres|hver|kommer|sier|vet|selv|hjemme';
const nynorsk =
  'ikkje|eg|kven|noko|nokon|nokre|kva|korleis|kvar|kvifor|meir|ein|frå|vere|gjer|gjere|dykkar|kvarandre|kjem|seier|sjølv|fleire|berre|då|eit|saman|dei|sjå';
const norwegian = 'og|ikke|ikkje|jeg|på|eller|som';
const english = 'the|and|you|your|with|child|children|not';

const wholeWord = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}{])(?:${words})(?![\\p{L}\\p{N}}])`, 'giu');

const strange: Readonly<Record<Locale, RegExp>> = {
  nb: wholeWord(`${nynorsk}|${english}`),
  nn: wholeWord(`${bokmaal}|${english}`),
  en: wholeWord(norwegian),
};

/** What is quoted is as somebody else wrote it: a form, a law, what a child said. */
const quoted = /«[^»]*»|“[^”]*”|"[^"]*"/g;

/** The words of another language in `text`, each once, as they stand. */
export const strangeWords = (text: string, locale: Locale): readonly string[] => [
  ...new Set(text.replace(quoted, ' ').match(strange[locale]) ?? []),
];

/** So long may a text be and still be the same in both. Words. */
const mostAlike = { norwegian: 14, english: 6 };

/** The language that `text` is the same in, letter by letter, and should not be. Bokmål and nynorsk often have a short sentence in common. */
export function sameAs(
  text: Readonly<Record<Locale, string>>,
  locale: Locale,
  countWords: (text: string) => number,
): Locale | undefined {
  const own = text[locale];
  if (locale === 'nb') return undefined;
  const isLonger = (most: number): boolean => countWords(own) > most;
  if (locale === 'nn') return own === text.nb && isLonger(mostAlike.norwegian) ? 'nb' : undefined;
  return (['nb', 'nn'] as const).find((other) => own === text[other] && isLonger(mostAlike.english));
}
