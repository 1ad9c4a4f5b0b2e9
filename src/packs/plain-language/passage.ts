import type { Locale } from '../../core/locale.ts';
import { dialogueCards } from '../dialogue-cards.ts';
import type { StepEntry } from '../guide-schema.ts';
import type { LoadedModule } from '../load-modules.ts';
import type { ModuleWords } from '../module-schema.ts';
import type { YamlFile } from '../read-yaml.ts';
import type { WordsFile } from '../words-schema.ts';

/** A text as it stands in a file. `lineAt`: the line of a character of it. */
export type WrittenText = { file: string; text: string; lineAt(offset: number): number };

/** What a reader meets at once, in one language: a card, a question with its answers, a step of the guide. `labels`: buttons and links. */
export type Passage = {
  /** For example `the card foresatte`. */
  name: string;
  locale: Locale;
  texts: readonly WrittenText[];
  labels: readonly WrittenText[];
};

/** The cards, questions, dialogues, reflection, group work and link labels of a module in one language. */
export function modulePassages({ structure, words }: LoadedModule, locale: Locale): readonly Passage[] {
  const file: YamlFile<ModuleWords> = words[locale];
  const { title, summary, cards, quiz, dialogues, links, reflection, inShort, material, group } = file.value;
  const at = (text: string, ...keys: string[]): WrittenText => written(file, text, keys);
  const passage = (name: string, texts: readonly WrittenText[], labels: readonly WrittenText[] = []): Passage => ({
    ...{ name, locale, texts, labels },
  });
  const listed = (key: 'links' | 'reflection' | 'inShort' | 'group', byId: Readonly<Record<string, string>>) =>
    Object.entries(byId).map(([id, text]) => at(text, key, id));
  return [
    passage('the module', [at(title, 'title'), at(summary, 'summary')], listed('links', links)),
    ...Object.entries(cards).map(([id, { heading, text }]) =>
      passage(`the card ${id}`, [at(heading, 'cards', id, 'heading'), at(text, 'cards', id, 'text')]),
    ),
    ...Object.entries(quiz).map(([id, { prompt, options }]) => {
      const asked = at(prompt, 'quiz', id, 'prompt');
      const answers = Object.entries(options).map(([option, { text, feedback }]) => ({
        text: at(text, 'quiz', id, 'options', option, 'text'),
        feedback: at(feedback, 'quiz', id, 'options', option, 'feedback'),
      }));
      return passage(`the question ${id}`, [asked, ...answers.flatMap(({ text, feedback }) => [text, feedback])]);
    }),
    ...structure.value.dialogues.flatMap((dialogue) => {
      const said = dialogues[dialogue.id];
      return (said ? dialogueCards(dialogue, said) : []).map(({ name, texts }) =>
        passage(
          `${name} (${dialogue.id})`,
          texts.map(({ text, keys }) => at(text, 'dialogues', dialogue.id, ...keys)),
        ),
      );
    }),
    passage('the reflection', listed('reflection', reflection)),
    passage('the module in short', listed('inShort', inShort)),
    passage('what is new', material === undefined ? [] : [at(material, 'material')]),
    passage('the group work', listed('group', group)),
    passage('the case', [
      at(file.value.case.title, 'case', 'title'),
      at(file.value.case.text, 'case', 'text'),
      at(file.value.case.ask, 'case', 'ask'),
    ]),
  ];
}

/** The steps of a file of the guide in one language. */
export function stepPassages(file: YamlFile<{ steps: readonly StepEntry[] }>, locale: Locale): readonly Passage[] {
  return file.value.steps.map((step, index) => {
    const found = localTexts(step, ['steps', index]).map(({ keys, text }) => ({
      isLabel: keys.includes('label'),
      written: written(file, text[locale], [...keys, locale]),
    }));
    const pick = (isLabel: boolean) => found.filter((one) => one.isLabel === isLabel).map((one) => one.written);
    return { name: `the step ${step.id}`, locale, texts: onceEach(pick(false)), labels: pick(true) };
  });
}

/** What each word means, in one language. */
export function wordPassages(file: YamlFile<WordsFile>, locale: Locale): readonly Passage[] {
  return file.value.words.map(({ id, meaning }, index) => ({
    ...{ name: `the word ${id}`, locale, labels: [] },
    texts: [written(file, meaning[locale], ['words', index, 'meaning', locale])],
  }));
}

/** Variants of a step for other sectors repeat its words; a reader meets one of them. */
const onceEach = (texts: readonly WrittenText[]): WrittenText[] =>
  [...Map.groupBy(texts, ({ text }) => text).values()].flatMap(([first]) => first ?? []);

type LocalTextAt = { keys: readonly PropertyKey[]; text: Readonly<Record<Locale, string>> };

/** Everything below `value` that is written in all languages. */
export function localTexts(value: unknown, keys: readonly PropertyKey[]): LocalTextAt[] {
  if (isLocalText(value)) return [{ keys, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => localTexts(item, [...keys, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => localTexts(item, [...keys, key]));
}

const isLocalText = (value: unknown): value is LocalTextAt['text'] =>
  typeof value === 'object' && value !== null && 'nb' in value && typeof value.nb === 'string';

export const written = (file: YamlFile<unknown>, text: string, keys: readonly PropertyKey[]): WrittenText => ({
  file: file.file,
  text,
  lineAt: (offset) => file.lineOf(keys, offset),
});
