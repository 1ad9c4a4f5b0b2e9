import { type Locale, type LocalText, locales } from '../core/locale.ts';
import { certificatesSchema, leaderChoicesSchema, policiesSchema, priorLearningSchema } from './asks-schema.ts';
import type { Place } from './check-dates.ts';
import { drawingsFileSchema } from './drawings-schema.ts';
import { contactsFileSchema, lawsFileSchema, levelsFileSchema, toolsFileSchema } from './guide-facts-schema.ts';
import { introductionSchema } from './introduction-schema.ts';
import { listTexts, wordAt } from './list-texts.ts';
import {
  certificatesFile,
  introductionFile,
  leaderChoicesFile,
  policiesFile,
  priorLearningFile,
  readIfThere,
} from './load-asks.ts';
import { drawingsFile } from './load-drawings.ts';
import { readGuideFiles } from './load-guide.ts';
import type { LoadedModule } from './load-modules.ts';
import { rosterFile } from './load-roster.ts';
import type { Placed } from './load-texts.ts';
import { readWordsFile } from './load-words.ts';
import { localTexts } from './plain-language/passage.ts';
import type { YamlFile } from './read-yaml.ts';
import { rosterSchema } from './roster-schema.ts';

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
): readonly { all: LocalText; locale: Locale; text: string; at(offset?: number): Place }[] =>
  texts.flatMap(({ text, at }) =>
    locales.map((locale) => ({ all: text, locale, text: text[locale], at: (offset?: number) => at(locale, offset) })),
  );

/** Everything in a file that is written in all languages side by side. */
const fileTexts = (file: YamlFile<unknown>): readonly TextInAll[] =>
  localTexts(file.value, []).map(({ keys, text }) => ({
    text,
    at: (locale, offset) => ({ file: file.file, line: file.lineOf([...keys, locale], offset) }),
  }));

/** The words of buttons and short sentences, which stand in a file for each language. One that is missing in a language is told elsewhere. */
const placedTexts = (placed: readonly Placed[]): readonly TextInAll[] =>
  [...Map.groupBy(placed, ({ key }) => key).values()].map((ones) => {
    const of = (locale: Locale) => ones.find((one) => one.locale === locale);
    return {
      text: { nb: of('nb')?.text ?? '', nn: of('nn')?.text ?? '', en: of('en')?.text ?? '' },
      at: (locale) => ({ file: of(locale)?.file ?? '', line: of(locale)?.line ?? 1 }),
    };
  });

/** Every text of the pack that is in no module: of the guide, of what it names, of the lists, and of the buttons. */
export async function otherTexts(folder: string, placed: readonly Placed[]): Promise<readonly TextInAll[]> {
  const files = await Promise.all([
    ...(await readGuideFiles(folder)),
    readIfThere(folder, 'contacts.yaml', contactsFileSchema),
    readIfThere(folder, 'laws.yaml', lawsFileSchema),
    readIfThere(folder, 'levels.yaml', levelsFileSchema),
    readIfThere(folder, 'tools.yaml', toolsFileSchema),
    readIfThere(folder, policiesFile, policiesSchema),
    readIfThere(folder, introductionFile, introductionSchema),
    readIfThere(folder, certificatesFile, certificatesSchema),
    readIfThere(folder, priorLearningFile, priorLearningSchema),
    readIfThere(folder, leaderChoicesFile, leaderChoicesSchema),
    readIfThere(folder, rosterFile, rosterSchema),
    readIfThere(folder, drawingsFile, drawingsFileSchema),
    readWordsFile(folder),
  ]);
  return [...files.flatMap(({ value }) => (value ? fileTexts(value) : [])), ...placedTexts(placed)];
}
