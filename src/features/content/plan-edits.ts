import { type Locale, locales } from '../../core/locale.ts';
import { textMark } from '../../core/text-mark.ts';
import type { EditableText } from './module-editor.ts';
import type { Sheet, SheetCell, SheetProblem, SheetRow, SheetTold } from './sheet.ts';
import type { TextEdit } from './text-edit.ts';

/** `cells`: where each edit stands. */
export type EditPlan = {
  edits: readonly (TextEdit & { at: string; before: string })[];
  problems: readonly SheetProblem[];
};

/**
 * What somebody changed: a cell that is neither what the sheet was made from nor what holds now. Where the text has changed in both
 * places, neither is taken, and the cell is told.
 */
export function planEdits(live: readonly EditableText[], { rows }: Sheet): EditPlan {
  const known = new Map(live.map((text) => [text.path, text]));
  const seen = new Set<string>();
  const problems: SheetProblem[] = [];
  const edits: (TextEdit & { at: string; before: string })[] = [];
  for (const row of rows) {
    const text = known.get(row.path);
    if (!text || seen.has(row.path)) {
      problems.push(error(row.at, rowProblem(row, text)));
      continue;
    }
    seen.add(row.path);
    for (const [index, locale] of locales.entries()) {
      const found = readCell(row.cells[locale], text.text[locale], row.marks[index]);
      if ('told' in found) problems.push(error(row.cells[locale].at, found.told));
      if ('text' in found) {
        const { at } = row.cells[locale];
        edits.push({ path: row.path, locale, text: found.text, at, before: text.text[locale] });
      }
    }
  }
  const missing = live.filter(({ path }) => !seen.has(path));
  return {
    edits,
    problems: [
      ...problems,
      ...missing.map(({ place }): SheetProblem => error(undefined, { code: 'missing-id', place })),
      ...sameInOther(edits, rows),
    ],
  };
}

const error = (at: string | undefined, told: SheetTold): SheetProblem => ({
  ...(at !== undefined && { at }),
  ...{ told, severity: 'error' },
});

function rowProblem({ path }: SheetRow, text: EditableText | undefined): SheetTold {
  if (path === '') return { code: 'no-id' };
  return text ? { code: 'repeated-id', place: text.place } : { code: 'unknown-id', id: path };
}

function readCell(
  cell: SheetCell,
  now: string,
  madeFrom: string | undefined,
): { told: SheetTold } | { text: string } | { same: true } {
  if (cell.holds === 'formula') return { told: { code: 'formula' } };
  if (cell.holds === 'date-or-yes-no') return { told: { code: 'not-text' } };
  const text = tidy(cell.text ?? '');
  if (text === '') return { told: { code: 'empty' } };
  if (text === tidy(now) || textMark(text) === madeFrom) return { same: true };
  if (textMark(tidy(now)) !== madeFrom) return { told: { code: 'changed-meanwhile' } };
  return { text };
}

/** As it is kept: what nobody sees when they write (line ends of Windows, blanks at the ends of lines, invisible characters) is taken away. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?!\n)\p{Cc}/gu, '')
    .replace(/[^\S\n]+$/gm, '')
    .trim();

/** Bokmål and nynorsk say the same: who changed one is asked about the other. */
function sameInOther(edits: readonly (TextEdit & { at: string })[], rows: readonly SheetRow[]): SheetProblem[] {
  const isEdited = (path: string, locale: Locale) => edits.some((edit) => edit.path === path && edit.locale === locale);
  return rows.flatMap(({ path, cells }) =>
    siblings.flatMap(([changed, same]): SheetProblem[] =>
      isEdited(path, changed) && !isEdited(path, same)
        ? [{ at: cells[same].at, told: { code: 'other-language', changed, same }, severity: 'warning' }]
        : [],
    ),
  );
}

const siblings: readonly (readonly [Locale, Locale])[] = [
  ['nb', 'nn'],
  ['nn', 'nb'],
];
