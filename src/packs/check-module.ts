import type { LocalDate } from '../core/local-date.ts';
import { type Locale, locales } from '../core/locale.ts';
import { notWritten } from '../features/catalogue/unwritten.ts';
import { checkAge, checkApproval } from './check-dates.ts';
import { checkDialogues } from './check-dialogues.ts';
import { checkLines } from './check-lines.ts';
import { checkModuleWords } from './check-module-words.ts';
import { checkWriting, type WritingRules } from './check-writing.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import type { LoadedModule } from './load-modules.ts';
import { moduleTexts } from './written-texts.ts';

/** What a module is held against: the rest of the pack, and the day. `lawIds` and `entryIds` are missing where the guide could not be read. */
export type Around = WritingRules & {
  moduleIds: ReadonlySet<string>;
  areaIds: ReadonlySet<string>;
  lawIds: ReadonlySet<string> | undefined;
  entryIds: ReadonlySet<string> | undefined;
  today: LocalDate;
};

const wordLimit = 60;

const localRoutine: Readonly<Record<Locale, RegExp>> = {
  nb: /lokal rutine/i,
  nn: /lokal rutine/i,
  en: /local routine/i,
};

/** What the schema cannot see: length, age, references to other files, and whether words and structure agree. */
export function checkModule(loaded: LoadedModule, around: Around): readonly ContentProblem[] {
  return [
    ...checkTexts(loaded, around),
    ...checkModuleWords(loaded),
    ...checkReferences(loaded, around),
    ...checkLinks(loaded),
    ...checkMaterial(loaded),
    ...checkDates(loaded, around.today),
  ];
}

/** What somebody may break who writes words only, in a file or in a workbook. */
export const checkTexts = (loaded: LoadedModule, rules: WritingRules): readonly ContentProblem[] => [
  ...checkWriting(moduleTexts(loaded), rules),
  ...checkCards(loaded),
  ...checkQuestions(loaded),
  ...checkLines(loaded),
  ...checkRoutines(loaded),
  ...checkDialogues(loaded),
];

function checkCards({ words }: LoadedModule): ContentProblem[] {
  return locales.flatMap((locale) => {
    const { file, value, lineOf } = words[locale];
    return Object.entries(value.cards).flatMap(([id, { heading, text }]) => {
      if (text === notWritten) return [unwrittenCard(file, lineOf(['cards', id]), id)];
      const count = countWords(`${heading} ${text}`);
      if (count <= wordLimit) return [];
      const message = `the card ${id} has ${count} words`;
      const remedy = `Shorten it to ${wordLimit}, heading included.`;
      const told = { code: 'too-many-words', count, most: wordLimit } as const;
      return [{ file, line: lineOf(['cards', id]), message, remedy, told }];
    });
  });
}

/** All that is read before an answer: the question and what may be chosen, never the feedback. */
function checkQuestions({ words }: LoadedModule): ContentProblem[] {
  return locales.flatMap((locale) => {
    const { file, value, lineOf } = words[locale];
    return Object.entries(value.quiz).flatMap(([id, { prompt, options }]) => {
      const count = countWords([prompt, ...Object.values(options).map(({ text }) => text)].join(' '));
      if (count <= wordLimit) return [];
      const message = `the question ${id} has ${count} words with its answers`;
      const remedy = `Shorten it to ${wordLimit}, answers included: ${['prompt', ...Object.keys(options)].join(', ')}.`;
      const told = { code: 'too-many-words', count, most: wordLimit } as const;
      return [{ file, line: lineOf(['quiz', id, 'prompt']), message, remedy, told }];
    });
  });
}

function unwrittenCard(file: string, line: number, id: string): ContentProblem {
  const message = `the card ${id} is not written yet`;
  return { file, line, message, remedy: `Write it in place of «${notWritten}».`, told: { code: 'not-written' } };
}

/** The mark and the words "følg lokal rutine" go together in every language; until the municipality has written its own, it is told. */
function checkRoutines({ structure, words }: LoadedModule): ContentProblem[] {
  return structure.value.cards.flatMap(({ id, awaitsLocalRoutine }, at) => {
    const wrong = locales.filter(
      (locale) => localRoutine[locale].test(words[locale].value.cards[id]?.text ?? '') !== awaitsLocalRoutine,
    );
    const problems: ContentProblem[] = wrong.map((locale) => ({
      file: words[locale].file,
      line: words[locale].lineOf(['cards', id]),
      message: awaitsLocalRoutine
        ? `the card ${id} awaits the local routine, but does not say so`
        : `the card ${id} says to follow the local routine, but is not marked`,
      remedy: `Make the words and awaitsLocalRoutine in ${structure.file} agree.`,
      told: { code: awaitsLocalRoutine ? 'routine-missing' : 'routine-unmarked' },
    }));
    if (!awaitsLocalRoutine) return problems;
    return [
      ...problems,
      {
        file: structure.file,
        line: structure.lineOf(['cards', at]),
        message: `the card ${id} says "følg lokal rutine"`,
        remedy: "Write the municipality's own routine and take awaitsLocalRoutine away.",
        severity: 'warning',
        notReady: 'missing',
      },
    ];
  });
}

function checkReferences(
  { module, structure }: LoadedModule,
  { moduleIds, areaIds, lawIds, entryIds }: Around,
): ContentProblem[] {
  const { file, value, lineOf } = structure;
  const modules = value.seeAlso
    .filter((id) => id === module.moduleId || !moduleIds.has(id))
    .map((id) => ({
      file,
      line: lineOf(['seeAlso']),
      message: `seeAlso names the module ${id}, which is not another module of the pack`,
      remedy: 'Correct the id, or add the module to pack.yaml.',
    }));
  const laws = value.cards.flatMap((card, at) =>
    card.laws
      .filter((id) => lawIds !== undefined && !lawIds.has(id))
      .map((id) => ({
        file,
        line: lineOf(['cards', at, 'laws']),
        message: `the card ${card.id} names the section ${id}, which does not exist`,
        remedy: 'Correct the id, or add the section to laws.yaml.',
      })),
  );
  const areas = value.areas
    .filter((id) => !areaIds.has(id))
    .map((id) => ({
      file,
      line: lineOf(['areas']),
      message: `the area ${id} is not in pack.yaml`,
      remedy: 'Correct the id, or add it under areas in pack.yaml.',
    }));
  const { guide } = value;
  const isLost = guide !== undefined && entryIds !== undefined && !entryIds.has(guide);
  const message = `guide names the entry ${guide}, which does not exist`;
  const remedy = 'Correct the id, or add it under entries in guides/worried.yaml.';
  const entries = isLost ? [{ file, line: lineOf(['guide']), message, remedy }] : [];
  return [...modules, ...entries, ...areas, ...laws];
}

/** A change that is not out yet would be told to people who cannot read it. */
function checkMaterial({ structure: { file, value, lineOf } }: LoadedModule): ContentProblem[] {
  const { material, version } = value;
  if (material === undefined || material <= version) return [];
  const message = `material names version ${material}, but the module is version ${version}`;
  return [{ file, line: lineOf(['material']), message, remedy: 'Name the version that the change came with.' }];
}

function checkLinks({ structure: { file, value, lineOf } }: LoadedModule): ContentProblem[] {
  return value.links
    .map((link, at) => ({ link, line: lineOf(['links', at]) }))
    .filter(({ link }) => new URL(link.url).protocol !== 'https:')
    .map(({ link, line }) => ({
      file,
      line,
      message: `the link ${link.id} is not https`,
      remedy: 'Use the address that begins with https://.',
    }));
}

function checkDates({ structure: { file, value, lineOf } }: LoadedModule, today: LocalDate): ContentProblem[] {
  const dated = [
    ...value.sources.map(({ source, verifiedAt }, at) => ({ name: source, verifiedAt, keys: ['sources', at] })),
    ...value.links.map(({ id, verifiedAt }, at) => ({ name: `the link ${id}`, verifiedAt, keys: ['links', at] })),
  ];
  return [
    ...dated.flatMap(({ name, verifiedAt, keys }) => checkAge(name, verifiedAt, { file, line: lineOf(keys) }, today)),
    ...checkApproval('the module', value.approval, { file, line: lineOf(['approval']) }, today),
  ];
}
