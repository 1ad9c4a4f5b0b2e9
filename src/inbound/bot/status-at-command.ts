/** A date as somebody wrote it. Without a year, the latest such day that has been. */
export type WrittenDate = { day: number; month: number; year?: number };

/** Each month as nb, nn and en write it, in full and cut short; compared by the first three letters. */
const months: readonly (readonly string[])[] = [
  ...[['jan'], ['feb'], ['mar'], ['apr'], ['mai', 'may'], ['jun'], ['jul'], ['aug'], ['sep'], ['okt', 'oct'], ['nov']],
  ['des', 'dec'],
];
const month =
  '(?<name>(?:januar|january|februar|february|mars|march|april|mai|may|juni|june|juli|july|august|september|oktober|october|november|' +
  'desember|december|jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|des|dec)\\.?)';
const year = '(?<year>20\\d\\d)';
/** With a month in figures it may be cut short: 1.3.26. */
const shortYear = '(?<year>(?:20)?\\d\\d)';
const forms = [
  `${year}-(?<month>\\d{1,2})-(?<day>\\d{1,2})`,
  `(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})(?:\\. ?${shortYear})?`,
  `(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:[/ -]${shortYear})?`,
  `(?<day>\\d{1,2})\\.? ${month}(?: ${year})?`,
  `${month} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? ${year})?`,
].map(
  (form) =>
    new RegExp(`^(?:vis |show )?status(?:en)? (?:(?:per|pr\\.?|på|at|as of|as at|on|for) )?(?:den )?${form}$`, 'u'),
);

/** The longest way of writing it has about fifty characters; in a longer text, marks at the end would be looked for ever again. */
const mostCharacters = 60;

/** "Status per 1. mars 2026": only the whole text is one, since an ordinary sentence may name a date. */
export function readStatusAt(text: string): WrittenDate | undefined {
  const bare = text.trim();
  if (bare.length > mostCharacters) return undefined;
  const plain = bare
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[?!.]+$/u, '')
    .trim();
  for (const form of forms) {
    const found = form.exec(plain)?.groups;
    if (!found) continue;
    const month = found.name === undefined ? Number(found.month) : monthOf(found.name);
    return { day: Number(found.day), month, ...(found.year !== undefined && { year: yearOf(found.year) }) };
  }
  return undefined;
}

const yearOf = (written: string): number => (written.length === 2 ? 2000 : 0) + Number(written);

const monthOf = (name: string): number => months.findIndex((known) => known.includes(name.slice(0, 3))) + 1;
