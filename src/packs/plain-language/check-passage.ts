import type { Locale } from '../../core/locale.ts';
import type { ContentProblem } from '../content-problem.ts';
import { countWords } from '../count-words.ts';
import { findAvoided } from './find-avoided.ts';
import { findPassives } from './find-passives.ts';
import { lixOf, longWordsIn } from './lix.ts';
import type { Passage, WrittenText } from './passage.ts';
import type { PlainLanguageRules } from './plain-language-schema.ts';
import { splitSentences } from './split-sentences.ts';

const active: Readonly<Record<Locale, string>> = {
  nb: '«du melder», not «det meldes»',
  nn: '«du melder», not «det blir meldt»',
  en: '“you report”, not “it is reported”',
};

/** What makes a passage heavy to read. Only warnings: whoever writes decides. */
export function checkPassage(passage: Passage, rules: PlainLanguageRules): readonly ContentProblem[] {
  return [
    ...passage.texts.flatMap((text) => [...longSentences(passage, text, rules), ...avoidedWords(passage, text, rules)]),
    ...hardToRead(passage, rules),
    ...manyPassives(passage, rules),
    ...longLabels(passage, rules),
  ];
}

function longSentences({ name }: Passage, written: WrittenText, { limits }: PlainLanguageRules): ContentProblem[] {
  return splitSentences(written.text).flatMap(({ text, at }) => {
    const count = countWords(text);
    if (count <= limits.sentenceWords) return [];
    const message = `${name}: ${quote(text)} is a sentence of ${count} words`;
    const remedy = `Make two of it, of at most ${limits.sentenceWords} words each.`;
    const told = { code: 'long-sentence', sentence: quote(text), count, most: limits.sentenceWords } as const;
    return [{ ...warning(written, at, message, remedy), told }];
  });
}

function avoidedWords(
  { name, locale }: Passage,
  written: WrittenText,
  { words }: PlainLanguageRules,
): ContentProblem[] {
  return findAvoided(written.text, words[locale]).map(({ found, at, use }) => ({
    ...warning(written, at, `${name}: «${found}» is a heavy word`, `Write: ${use}.`),
    told: { code: 'heavy-word', found, use },
  }));
}

function hardToRead({ name, texts }: Passage, { limits }: PlainLanguageRules): ContentProblem[] {
  const [first] = texts;
  const whole = texts.map(({ text }) => text).join('\n\n');
  const lix = lixOf(whole);
  if (!first || countWords(whole) < limits.lixFromWords || lix <= limits.lix) return [];
  const longest = [...new Set(longWordsIn(whole))].sort((one, other) => other.length - one.length).slice(0, 4);
  const remedy = `Shorter sentences and shorter words, down to ${limits.lix}. The longest: ${longest.join(', ')}.`;
  const told = { code: 'hard-to-read', lix, most: limits.lix, longest: longest.join(', ') } as const;
  return [{ ...warning(first, 0, `${name}: LIX ${lix}, which is hard to read`, remedy), told }];
}

function manyPassives({ name, locale, texts }: Passage, { limits }: PlainLanguageRules): ContentProblem[] {
  const all = texts.flatMap((written) =>
    findPassives(written.text, locale).map((passive) => ({ ...passive, written })),
  );
  const [first] = all;
  if (!first || all.length <= limits.passives) return [];
  const found = all.map((passive) => `«${passive.found}»`).join(', ');
  const message = `${name}: ${all.length} passives hide who acts: ${found}`;
  const told = { code: 'passives', count: all.length, found } as const;
  return [{ ...warning(first.written, first.at, message, `Say who does it: ${active[locale]}.`), told }];
}

function longLabels({ labels }: Passage, { limits }: PlainLanguageRules): ContentProblem[] {
  return labels.flatMap((label) => {
    const count = [...label.text].length;
    if (count <= limits.labelCharacters) return [];
    const message = `the button «${label.text}» has ${count} characters, and a phone cuts it`;
    const told = { code: 'long-label', count, most: limits.labelCharacters } as const;
    return [{ ...warning(label, 0, message, `Shorten it to ${limits.labelCharacters}.`), told }];
  });
}

const quote = (text: string): string => {
  const words = text.replaceAll('*', '').split(/\s+/);
  return words.length <= 6 ? `«${words.join(' ')}»` : `«${words.slice(0, 6).join(' ')} …»`;
};

const warning = (written: WrittenText, at: number, message: string, remedy: string): ContentProblem => ({
  ...{ file: written.file, line: written.lineAt(at), message, remedy },
  severity: 'warning',
});
