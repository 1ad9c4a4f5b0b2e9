import { type Locale, type LocalText, locales } from '../core/locale.ts';
import type { Place } from './check-dates.ts';
import { listTexts, wordAt } from './list-texts.ts';
import type { LoadedModule } from './load-modules.ts';

/** A text in every language. `at`: where it stands in one; with `offset`, where that character of it stands. */
export type TextInAll = { text: LocalText; at(locale: Locale, offset?: number): Place };

/** Every text of a module. */
export const moduleTexts = ({ structure, words }: LoadedModule): readonly TextInAll[] =>
  listTexts(structure.value).map(({ keys }) => ({
    text: {
      nb: wordAt(words.nb.value, keys),
      nn: wordAt(words.nn.value, keys),
      en: wordAt(words.en.value, keys),
    },
    at: (locale, offset) => ({ file: words[locale].file, line: words[locale].lineOf(keys, offset) }),
  }));

/** Each text in each language by itself. */
export const inEachLanguage = (
  texts: readonly TextInAll[],
): readonly { locale: Locale; text: string; at(offset?: number): Place }[] =>
  texts.flatMap(({ text, at }) =>
    locales.map((locale) => ({ locale, text: text[locale], at: (offset?: number) => at(locale, offset) })),
  );
