import { type Locale, locales } from '../core/locale.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import type { LoadedModule } from './load-modules.ts';

/** As many words as stand on a card. */
const wordLimit = 60;

type Line = { keys: readonly string[]; name: string; text: string };

/** What stands alone on a card or below an answer: feedback, reflection, what is said in short, what a group talks about. */
export const checkLines = (loaded: LoadedModule): readonly ContentProblem[] => [
  ...checkAlone(loaded),
  ...checkTogether(loaded),
];

const checkAlone = (loaded: LoadedModule): readonly ContentProblem[] =>
  locales.flatMap((locale) => {
    const { file, lineOf } = loaded.words[locale];
    return linesOf(loaded, locale).flatMap(({ keys, name, text }): ContentProblem[] => {
      const count = countWords(text);
      if (count <= wordLimit) return [];
      const told = { code: 'too-many-words', count, most: wordLimit } as const;
      const message = `${name} has ${count} words`;
      return [{ file, line: lineOf(keys), message, remedy: `Shorten it to ${wordLimit}.`, told }];
    });
  });

function linesOf({ words }: LoadedModule, locale: Locale): readonly Line[] {
  const { quiz, reflection, inShort, material, group } = words[locale].value;
  const alone = (part: string, name: string, texts: Readonly<Record<string, string>>): readonly Line[] =>
    Object.entries(texts).map(([id, text]) => ({ keys: [part, id], name: `${name} ${id}`, text }));
  const feedback = Object.entries(quiz).flatMap(([id, { options }]) =>
    Object.entries(options).map(([option, { feedback: text }]) => ({
      ...{ keys: ['quiz', id, 'options', option, 'feedback'], name: `the feedback on ${option} of ${id}`, text },
    })),
  );
  return [
    ...feedback,
    ...alone('reflection', 'the reflection', reflection),
    ...alone('inShort', 'the sentence in short', inShort),
    ...(material === undefined ? [] : [{ keys: ['material'], name: 'what is new', text: material }]),
    ...alone('group', 'the question for groups', group),
  ];
}

/** A question with several right answers shows their feedback together once all are chosen. The question and the answers have been read. */
function checkTogether({ structure, words }: LoadedModule): readonly ContentProblem[] {
  return locales.flatMap((locale) => {
    const { file, value, lineOf } = words[locale];
    return structure.value.quiz.flatMap(({ id, options }): ContentProblem[] => {
      const right = options.filter(({ correct }) => correct).map((option) => option.id);
      const texts = right.map((option) => value.quiz[id]?.options[option]?.feedback ?? '');
      const count = countWords(texts.join(' '));
      // Of one alone it is told above.
      if (right.length < 2 || count <= wordLimit) return [];
      const line = lineOf(['quiz', id, 'options', right[0] ?? '', 'feedback']);
      const message = `the feedback on the right answers of ${id} has ${count} words`;
      const remedy = `Shorten it to ${wordLimit} in all: ${right.join(', ')}.`;
      return [{ file, line, message, remedy, told: { code: 'long-feedback', count, most: wordLimit } }];
    });
  });
}
