import type { Module } from '../catalogue/module.ts';
import { checkWords } from './check-words.ts';
import type { ModuleEditor } from './module-editor.ts';
import { planEdits } from './plan-edits.ts';
import type { Sheet, SheetProblem } from './sheet.ts';
import type { TextEdit } from './text-edit.ts';

export type SheetReview =
  /** All that is wrong, and what is only told. Nothing is to be kept. */
  | { outcome: 'wrong'; problems: readonly SheetProblem[] }
  | { outcome: 'same' }
  | { outcome: 'changed'; edits: readonly TextEdit[]; warnings: readonly SheetProblem[] };

/** A module as it is now: `base` of the files, and `live`, the edits that hold on top of it. `numbers`: as the editor asks for them. */
export type Edited = { base: Module; editor: ModuleEditor; live: readonly TextEdit[]; numbers: ReadonlySet<string> };

/** Holds a sheet against the module as it is now. */
export function reviewSheet({ base, editor, live, numbers }: Edited, sheet: Sheet): SheetReview {
  if (sheet.onFiles !== base.version) {
    return { outcome: 'wrong', problems: [{ told: { code: 'old-files' }, severity: 'error' }] };
  }
  const plan = planEdits(editor.texts(live), sheet);
  const edits = plan.edits.map(({ path, locale, text }): TextEdit => ({ path, locale, text }));
  const cellOf = (path: string, locale: TextEdit['locale']) =>
    sheet.rows.find((row) => row.path === path)?.cells[locale].at ?? '';
  const problems = [
    ...plan.problems,
    ...plan.edits.flatMap(({ at, before, text }) => checkWords(before, text).map((found) => ({ at, ...found }))),
    ...editor.check(live, edits, numbers).map(({ path, locale, ...found }) => ({ at: cellOf(path, locale), ...found })),
  ];
  if (problems.some(({ severity }) => severity === 'error'))
    return { outcome: 'wrong', problems: errorsFirst(problems) };
  if (edits.length === 0) return { outcome: 'same' };
  return { outcome: 'changed', edits, warnings: problems };
}

const errorsFirst = (problems: readonly SheetProblem[]): readonly SheetProblem[] => [
  ...problems.filter(({ severity }) => severity === 'error'),
  ...problems.filter(({ severity }) => severity !== 'error'),
];
