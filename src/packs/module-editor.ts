import { type Locale, locales } from '../core/locale.ts';
import type { EditableText, ModuleEditor } from '../features/content/module-editor.ts';
import type { TextEdit } from '../features/content/text-edit.ts';
import type { TextProblem } from '../features/content/text-problem.ts';
import { buildModule } from './build-module.ts';
import { checkCase } from './check-group-plan.ts';
import { checkTexts } from './check-module.ts';
import type { WritingRules } from './check-writing.ts';
import type { WordsByLocale } from './compare-words.ts';
import { type ContentProblem, isWarning } from './content-problem.ts';
import { listTexts, type TextAt, type Tree, wordAt } from './list-texts.ts';
import type { LoadedModule } from './load-modules.ts';
import type { ModuleWords } from './module-schema.ts';
import type { PackFile, PackModule } from './pack-schema.ts';
import { checkPassage } from './plain-language/check-passage.ts';
import { modulePassages } from './plain-language/passage.ts';
import type { PlainLanguageRules } from './plain-language/plain-language-schema.ts';

export type EditorNeeds = {
  entry: PackModule;
  obligation: PackFile['obligation'];
  /** Absent: the pack is not held against any. */
  plainLanguage?: PlainLanguageRules;
  /** Without one nobody knows the numbers of the municipality. */
  hasOwnGuide: boolean;
};

/** What may be done to the words of a module that was read from files: the same rules hold as in the files. */
export function createModuleEditor(loaded: LoadedModule, needs: EditorNeeds): ModuleEditor {
  const texts = listTexts(loaded.structure.value);
  const known = new Set(texts.map(({ keys }) => keys.join('.')));
  const edited = (edits: readonly TextEdit[]): LoadedModule => {
    const words = withWords(
      loaded.words,
      texts,
      edits.filter(({ path }) => known.has(path)),
    );
    return { ...loaded, words, module: buildModule(needs.entry, needs.obligation, loaded.structure.value, words) };
  };
  return {
    texts: (edits) => textsOf(edited(edits), texts),
    withEdits: (edits) => edited(edits).module,
    check(before, edits, numbers) {
      const writing = { numbers: needs.hasOwnGuide ? numbers : undefined };
      const problemsOf = (all: readonly TextEdit[]) => findProblems(edited(all), texts, writing, needs);
      const old = new Set(problemsOf(before).map((problem) => JSON.stringify(problem)));
      return problemsOf([...before, ...edits]).filter((problem) => !old.has(JSON.stringify(problem)));
    },
  };
}

function textsOf({ words }: LoadedModule, texts: readonly TextAt[]): readonly EditableText[] {
  return texts.map(({ keys, place }) => {
    const told = (locale: Locale) => wordAt(words[locale].value, keys);
    return { path: keys.join('.'), place, text: { nb: told('nb'), nn: told('nn'), en: told('en') } };
  });
}

/** A problem is told by its line: here the number of the text, since there is no file. */
function withWords(words: WordsByLocale, texts: readonly TextAt[], edits: readonly TextEdit[]): WordsByLocale {
  const lineOf = lineIn(texts);
  const one = (locale: Locale) => {
    const value = structuredClone(words[locale].value);
    for (const edit of edits) if (edit.locale === locale) setWord(value, edit.path.split('.'), edit.text);
    return { file: locale, value, lineOf };
  };
  return { nb: one('nb'), nn: one('nn'), en: one('en') };
}

/** The number of the first text at or below these keys, from 1. */
function lineIn(texts: readonly TextAt[]): (keys: readonly PropertyKey[]) => number {
  return (keys) => {
    const start = keys.map(String);
    return texts.findIndex((text) => start.every((key, at) => text.keys[at] === key)) + 1;
  };
}

/** The rules of the structure, the links and the dates are for the files; nobody can break them here. */
function findProblems(
  loaded: LoadedModule,
  texts: readonly TextAt[],
  writing: WritingRules,
  { plainLanguage }: EditorNeeds,
): readonly TextProblem[] {
  const passages = plainLanguage ? locales.flatMap((locale) => modulePassages(loaded, locale)) : [];
  return [
    ...checkTexts(loaded, writing),
    ...checkCase(loaded),
    ...passages.flatMap((passage) => (plainLanguage ? checkPassage(passage, plainLanguage) : [])),
  ].flatMap((problem) => toldOf(problem, texts));
}

function toldOf(problem: ContentProblem, texts: readonly TextAt[]): TextProblem[] {
  const locale = locales.find((one) => one === problem.file);
  const at = texts[problem.line - 1];
  if (!problem.told || !locale || !at) return [];
  const severity = isWarning(problem) ? 'warning' : 'error';
  return [{ path: at.keys.join('.'), locale, told: problem.told, severity }];
}

function setWord(words: ModuleWords, keys: readonly string[], text: string): void {
  const [last = ''] = keys.slice(-1);
  let node: string | Tree | undefined = words;
  for (const key of keys.slice(0, -1)) node = typeof node === 'object' ? node[key] : undefined;
  if (typeof node === 'object' && Object.hasOwn(node, last)) node[last] = text;
}
