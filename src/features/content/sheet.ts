import type { Locale } from '../../core/locale.ts';
import type { TextPlace } from './module-editor.ts';
import type { Told } from './text-problem.ts';

/** A cell for words. `at`: as the editor sees it, for example `C14`. Without `text` it holds something else, or nothing. */
export type SheetCell = { at: string; text?: string; holds: 'text' | 'nothing' | 'formula' | 'date-or-yes-no' };

/** A row for one text; `at`: its first cell that is not hidden. `marks`: of the texts that it was made from, in the order of the locales. */
export type SheetRow = {
  at: string;
  path: string;
  marks: readonly string[];
  cells: Readonly<Record<Locale, SheetCell>>;
};

/** The texts of one module as somebody sent them. */
export type Sheet = { moduleId: string; onFiles: number; rows: readonly SheetRow[] };

/** Why a file cannot be read as such a sheet at all. */
export type SheetRefusal =
  | { code: 'not-excel' | 'old-excel' | 'locked' | 'too-large' | 'damaged' | 'too-many-rows' }
  | { code: 'no-sheet' }
  | { code: 'no-column'; column: string };

export type SheetTold =
  | Told
  | SheetRefusal
  | { code: 'formula' | 'not-text' | 'empty' | 'changed-meanwhile' | 'no-id' | 'old-files' }
  | { code: 'unknown-id'; id: string }
  | { code: 'repeated-id' | 'missing-id'; place: TextPlace }
  | { code: 'other-language'; changed: Locale; same: Locale };

/** Something wrong in a workbook, with the cell that it stands in. A warning is told and let through. */
export type SheetProblem = { at?: string; told: SheetTold; severity: 'error' | 'warning' };
