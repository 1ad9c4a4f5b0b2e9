import writeExcelFile, { type Feature, type Image, type Row } from 'write-excel-file/node';
import { locales } from '../../core/locale.ts';
import { textMark } from '../../core/text-mark.ts';
import type { Module } from '../../features/catalogue/module.ts';
import type { EditableText, TextKind } from '../../features/content/module-editor.ts';
import { tidy } from '../../features/content/plan-edits.ts';
import type { ViewKit } from '../define-view.ts';
import { columnNames, writeMarks, writeOrigin } from './sheet-layout.ts';
import { textCell } from './text-cell.ts';
import { placeWords } from './text-place-words.ts';

export type SheetModel = {
  /** As the files have it. */
  base: Module;
  /** As everybody sees it now: a cell that differs from it is a change. */
  live: readonly EditableText[];
  /** What stands in the cells: `live`, or what somebody has sent and nobody has approved yet. */
  shown: readonly EditableText[];
};

const blue = '#D9E8F6';
const grey = '#6B7280';
const heading = { fontWeight: 'bold', backgroundColor: blue, alignVertical: 'center', wrap: true } as const;
const quiet = { textColor: grey, alignVertical: 'top', wrap: true } as const;
const words = { alignVertical: 'top', wrap: true } as const;
/** `@` is Text: in a cell of another format Excel takes a line that begins with `-` for a formula, and lets nobody leave the cell. */
const written = { ...words, format: '@' } as const;
/** In characters: id, what, three languages, hint, marks. */
const widths = [24, 26, 52, 52, 52, 16, 12];
const textsSheet = 1;
const hiddenColumns = new Set([0, 6]);

/** The workbook of a module's texts: how to go about it, and one row a text. */
export async function drawSheet(model: SheetModel, kit: ViewKit): Promise<Uint8Array> {
  const columns = widths.map((width) => ({ width }));
  const buffer = await writeExcelFile(
    [
      { sheet: kit.t('content.sheet.how'), data: howTo(kit), columns: [{ width: 90 }] },
      { sheet: kit.t('content.sheet.texts'), data: rowsOf(model, kit), columns, stickyRowsCount: 1 },
    ],
    { fontFamily: 'Calibri', fontSize: 11, features: [hideColumns] },
  ).toBuffer();
  return new Uint8Array(buffer);
}

function howTo(kit: ViewKit): Row[] {
  const steps = [
    ...[kit.t('content.sheet.how-edit'), kit.t('content.sheet.how-languages'), kit.t('content.sheet.how-leave')],
    ...[kit.t('content.sheet.how-marks'), kit.t('content.sheet.how-people'), kit.t('content.sheet.how-send')],
  ];
  return [
    [textCell(kit.t('content.sheet.how'), { fontWeight: 'bold' })],
    ...steps.map((step) => [textCell(step, words)]),
  ];
}

function rowsOf({ base, live, shown }: SheetModel, kit: ViewKit): Row[] {
  const origin = writeOrigin({ moduleId: base.moduleId, onFiles: base.version });
  const names = [
    ...[columnNames.id, kit.t('content.sheet.what')],
    ...[`${columnNames.nb} (bokmål)`, `${columnNames.nn} (nynorsk)`, `${columnNames.en} (English)`],
    ...[kit.t('content.sheet.hint'), origin],
  ];
  const now = new Map(live.map((one) => [one.path, one.text]));
  const rows = shown.map((one): Row => {
    const marks = locales.map((locale) => textMark(tidy((now.get(one.path) ?? one.text)[locale])));
    return [
      ...[textCell(one.path, quiet), textCell(placeWords(one.place, kit), quiet)],
      ...locales.map((locale) => textCell(tidy(one.text[locale]), written)),
      ...[textCell(hintOf(one.place.kind, kit), quiet), textCell(writeMarks(marks), quiet)],
    ];
  });
  return [names.map((name) => textCell(name, heading)), ...rows];
}

function hintOf(kind: TextKind, kit: ViewKit): string {
  const isCard = kind === 'card-heading' || kind === 'card-text';
  return isCard ? kit.t('content.sheet.hint-card', { most: 60 }) : '';
}

/** What only the machine reads is in nobody's way. */
const hideColumns: Feature<Image['content']> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tagName, attributes, index, _options, { sheetIndex }) =>
          tagName === 'col' && sheetIndex === textsSheet && hiddenColumns.has(index ?? -1)
            ? { ...attributes, hidden: 1 }
            : attributes,
      },
    },
  },
};
