import { daysBetween, type LocalDate } from '../core/local-date.ts';
import type { GuideContent } from '../features/guide/guide.ts';
import { checkAge, checkApproval } from './check-dates.ts';
import type { ContentProblem } from './content-problem.ts';
import { readWordsFile } from './load-words.ts';
import type { YamlFile } from './read-yaml.ts';
import type { WordsFile } from './words-schema.ts';

/** What the words are held against. `guide` is missing where it could not be read. */
export type AroundWords = { moduleIds: ReadonlySet<string>; guide: GuideContent | undefined; today: LocalDate };

type Entry = WordsFile['words'][number];

/** What nobody has read for so long is out of date. */
const mostDays = 365;

/** References that lead nowhere, and words that nobody has checked lately or answers for. What cannot be read is told when it is loaded. */
export async function checkWords(folder: string, around: AroundWords): Promise<readonly ContentProblem[]> {
  const { value: file } = await readWordsFile(folder);
  if (!file) return [];
  const approval = { file: file.file, line: file.lineOf(['approval']) };
  return [
    ...checkApproval('the list of words', file.value.approval, approval, around.today),
    ...file.value.words.flatMap((word, at) => [
      ...checkReferences(file, word, at, around),
      ...checkDates(file, word, at, around.today),
    ]),
  ];
}

function checkReferences(
  { file, lineOf }: YamlFile<WordsFile>,
  word: Entry,
  at: number,
  { moduleIds, guide }: AroundWords,
): ContentProblem[] {
  const missing = (key: string, ids: readonly string[], exists: (id: string) => boolean, home: string) =>
    ids
      .filter((id) => !exists(id))
      .map((id) => ({
        file,
        line: lineOf(['words', at, key]),
        message: `${word.id}: ${key} names ${id}, which is not in ${home}`,
        remedy: `Correct the id, or add it to ${home}.`,
      }));
  const modules = missing('modules', word.modules, (id) => moduleIds.has(id), 'pack.yaml');
  if (!guide) return modules;
  return [
    ...modules,
    ...missing(
      'entry',
      word.entry === undefined ? [] : [word.entry],
      (id) => guide.entries.has(id),
      'guides/worried.yaml',
    ),
    ...missing('tools', word.tools, (id) => guide.tools.has(id), 'tools.yaml'),
    ...missing('laws', word.laws, (id) => guide.laws.some(({ lawId }) => lawId === id), 'laws.yaml'),
  ];
}

function checkDates({ file, lineOf }: YamlFile<WordsFile>, word: Entry, at: number, today: LocalDate) {
  const place = { file, line: lineOf(['words', at, 'verifiedAt']) };
  const own = word.approval
    ? checkApproval(`the word ${word.id}`, word.approval, { file, line: lineOf(['words', at, 'approval']) }, today)
    : [];
  if (daysBetween(word.verifiedAt, today) <= mostDays) {
    return [...checkAge(`the word ${word.id}`, word.verifiedAt, place, today), ...own];
  }
  const message = `the word ${word.id} is out of date: it was last checked on ${word.verifiedAt}`;
  return [{ ...place, message, remedy: 'Check it again and set verifiedAt.' }, ...own];
}
