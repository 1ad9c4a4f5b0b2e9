/** The written languages that Undring answers in. `nb` and `nn` are equal; `en` stands beside. */
export const locales = ['nb', 'nn', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The same words in every language. */
export type LocalText = Readonly<Record<Locale, string>>;

/** A Map, since the tag comes from the client and may be `constructor`. */
const byPrefix: ReadonlyMap<string, Locale> = new Map([
  ['nb', 'nb'],
  ['no', 'nb'],
  ['nn', 'nn'],
  ['en', 'en'],
  ['da', 'nb'],
  ['sv', 'nb'],
  ['se', 'nb'],
]);

/** The locale for a BCP 47 tag such as `nn-NO`; `undefined` when the tag says nothing we know. Sami, Danish and Swedish get bokmål. */
export function readLocale(tag: string | undefined): Locale | undefined {
  return byPrefix.get((tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '');
}

/** The BCP 47 tag for Intl and for a card's `lang`. */
export function localeTag(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : `${locale}-NO`;
}
