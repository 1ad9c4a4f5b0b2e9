import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { locales } from '../../../../src/core/locale.ts';
import { planEdits, tidy } from '../../../../src/features/content/plan-edits.ts';
import type { TextEdit } from '../../../../src/features/content/text-edit.ts';
import { readSheet } from '../../../../src/inbound/bot/sheet/read-sheet.ts';
import { loadPack } from '../../../../src/packs/load-pack.ts';
import { contentFolder } from '../../../support/content-strings.ts';
import { copyPack } from '../../../support/copy-pack.ts';
import { editWorkbook, rowsOf } from '../../../support/edit-workbook.ts';
import { editingOf, makeWorkbook, reviewWorkbook } from '../../../support/sheet-maker.ts';

const { editors } = await loadPack(contentFolder);
const moduleIds = [...editors.keys()];
const editing = await editingOf(contentFolder, 'meldeplikt');
const uro = async () => editingOf(await copyPack(), 'uro');
const paths = editing.editor.texts([]).map(({ path }) => path);

/** What an editor may write, and what a spreadsheet would like to take for something else. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '=1+1',
      '+4722000000',
      '-ikke',
      '@navn',
      "'sitat",
      '007',
      '1e9',
      '12.5.2026',
      'true',
      'a\nb',
      '& < > "',
      '_x000D_',
      'toString',
      'constructor',
      '__proto__',
    ),
  )
  .filter((text) => tidy(text) !== '');
const anyEdits = fc.uniqueArray(
  fc.record({ path: fc.constantFrom(...paths), locale: fc.constantFrom(...locales), text: anyText }),
  { selector: ({ path, locale }) => `${path} ${locale}`, maxLength: 8 },
);

describe('a workbook', () => {
  test.each(moduleIds)('of the module %s comes back with nothing changed', async (moduleId) => {
    const real = await editingOf(contentFolder, moduleId);
    expect(await reviewWorkbook(real, await makeWorkbook(real))).toEqual({ outcome: 'same' });
  });

  test('brings back every text as it was written, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, async (edits) => {
        const read = await readSheet(await makeWorkbook(editing, edits));
        if (read.outcome !== 'read') throw new Error(`it could not be read: ${read.reason.code}`);
        const plan = planEdits(editing.editor.texts([]), read.sheet);
        const now = new Map(editing.editor.texts([]).map(({ path, text }) => [path, text]));
        const wanted = edits.filter(({ path, locale, text }) => tidy(text) !== now.get(path)?.[locale]);
        const key = ({ path, locale, text }: TextEdit) => JSON.stringify([path, locale, tidy(text)]);
        expect(plan.edits.map(key).sort()).toEqual(wanted.map(key).sort());
        expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('is understood when rows are sorted, columns moved, blank rows and own sheets added, and line ends are those of Windows', async () => {
    const small = await uro();
    const bytes = await editWorkbook(await makeWorkbook(small), ([head = [], ...rows]) => {
      const moved = [head, ...rows.reverse()].map((row) => [
        row[6] ?? null,
        row[4] ?? null,
        row[0] ?? null,
        row[3] ?? null,
        row[2] ?? null,
      ]);
      return [...moved.slice(0, 3), [], [null, ' '], ...moved.slice(3)].map((row) =>
        row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\n', '\r\n') : cell)),
      );
    });
    expect(await reviewWorkbook(small, bytes)).toEqual({ outcome: 'same' });
  });

  test('says which texts are which, keeps the ids out of the way, and freezes the headings', async () => {
    const bytes = await makeWorkbook(editing);
    const [how, texts] = await rowsOf(bytes);
    expect(how?.rows.length).toBeGreaterThan(4);
    expect(texts?.rows[0]?.slice(0, 6)).toEqual(['id', 'Hva', 'nb (bokmål)', 'nn (nynorsk)', 'en (English)', 'Råd']);
    const labels = texts?.rows.map(([, label]) => label) ?? [];
    expect(new Set(labels).size).toBe(labels.length);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<col min="1" max="1"[^>]*hidden="1"/);
    expect(xml).toMatch(/<col min="7" max="7"[^>]*hidden="1"/);
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  test('has cells of the format Text for the words, in which Excel lets a line begin with "- "', async () => {
    const parts = unzipSync(await makeWorkbook(editing));
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const styles = part('xl/styles.xml');
    const codes = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
    );
    const [, formats = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? [];
    const codeOf = [...formats.matchAll(/<xf\b[^>]*>/g)].map(([xf]) =>
      codes.get(/numFmtId="(\d+)" applyNumberFormat="1"/.exec(xf)?.[1]),
    );
    const cells = [...part('xl/worksheets/sheet2.xml').matchAll(/<c r="[C-E](\d+)" s="(\d+)"/g)];
    const used = cells.filter(([, row]) => row !== '1').map(([, , style]) => codeOf[Number(style)]);
    expect(used).toHaveLength(paths.length * locales.length);
    expect(new Set(used)).toEqual(new Set(['@']));
  });
});
