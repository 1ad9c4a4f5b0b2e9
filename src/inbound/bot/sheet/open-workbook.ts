import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile, { type CellValue } from 'read-excel-file/universal';
import type { SheetRefusal } from '../../../features/content/sheet.ts';

/** One sheet of a workbook. `formulas`: the addresses of cells that are worked out by Excel. */
export type WorkbookSheet = { rows: readonly (readonly (CellValue | null)[])[]; formulas: ReadonlySet<string> };

export type OpenWorkbookResult =
  | { outcome: 'opened'; sheets: readonly WorkbookSheet[] }
  | { outcome: 'refused'; reason: SheetRefusal };

/** What a module's workbook needs, many times over. */
const mostParts = 200;
const mostUnpackedBytes = 8_000_000;
const mostSheets = 10;
const mostRows = 2_000;
const mostCells = 50_000;
const mostTagCharacters = 400;
/** A to Z: a cell further out makes a reader fill in all the empty ones before it. */
const mostLetters = 1;

/** All that is read of a workbook; pictures, macros, links and comments stay where they are. */
const partNames =
  /^(\[Content_Types\]\.xml|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w.-]{1,100}\.xml)$/;

/**
 * Opens a workbook that somebody sent. It may be made to harm: what it unpacks to is bounded, XML with definitions of its own is refused,
 * and the reader gets a new archive of the parts that were looked at, so that no two readers see different ones. Never throws.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbookResult> {
  const kind = kindOf(bytes);
  if (kind !== 'zip') return refused(kind);
  const parts = unpack(bytes);
  if (typeof parts === 'string') return refused(parts);
  const texts = Object.entries(parts).map(([name, part]) => ({ name, xml: withoutEmptyRows(strFromU8(part)) }));
  if (!parts['xl/workbook.xml']) return refused('not-excel');
  if (texts.some(({ xml }) => /<!(?:DOCTYPE|ENTITY)/i.test(xml))) return refused('damaged');
  const sheets = texts.filter(({ name }) => name.startsWith('xl/worksheets/'));
  if (sheets.length > mostSheets || sheets.some(({ xml }) => isTooWide(xml))) return refused('too-many-rows');
  try {
    const looked = Object.fromEntries(texts.map(({ name, xml }) => [name, strToU8(xml)]));
    const file = new Blob([new Uint8Array(zipSync(looked, { level: 0 }))]);
    const read = await readXlsxFile(file, { trim: false });
    // The file of a sheet cannot be told from its name, so a formula anywhere counts in all of them.
    const formulas = new Set(sheets.flatMap(({ xml }) => formulasIn(xml)));
    return { outcome: 'opened', sheets: read.map(({ data }) => ({ rows: data, formulas })) };
  } catch {
    return refused('damaged');
  }
}

const refused = (code: Exclude<SheetRefusal['code'], 'no-column'>): OpenWorkbookResult => ({
  outcome: 'refused',
  reason: { code },
});

/** The part that a workbook with a password has in place of all others. */
const locked = 'EncryptedPackage';

/** By its first bytes: a name says nothing. A workbook with a password, and one of before 2007, lie in the same old container. */
function kindOf(bytes: Uint8Array): 'zip' | 'not-excel' | 'old-excel' | 'locked' {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (start === '504b0304') return 'zip';
  if (start !== 'd0cf11e0') return 'not-excel';
  return Buffer.from(bytes).includes(locked, 0, 'utf16le') ? 'locked' : 'old-excel';
}

/** The parts that count, or why not. Each is given the room that it says it needs, so one that lies is cut off and cannot be read. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | 'too-large' | 'damaged' {
  let count = 0;
  let size = 0;
  let isTooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1;
        if (count > mostParts) isTooLarge = true;
        if (!partNames.test(name)) return false;
        size += originalSize;
        if (size > mostUnpackedBytes) isTooLarge = true;
        return !isTooLarge;
      },
    });
    return isTooLarge ? 'too-large' : parts;
  } catch {
    return 'damaged';
  }
}

/** LibreOffice writes the very last row of a sheet, with nothing in it, for the sake of its height. */
const withoutEmptyRows = (xml: string): string => xml.replace(/<(?:\w+:)?row\b[^<>]*(?:\/>|><\/(?:\w+:)?row>)/g, '');

/**
 * Whether a row or a cell says that it stands far out, or there are too many. What is written in another way than Excel does is not
 * believed. Every pattern here stops at the next `<`, so that a long file without an end of a tag is read once and not again and again.
 */
function isTooWide(xml: string): boolean {
  let read = 0;
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?(?:c|row)\b([^<>]*)>/g)) {
    read += 1;
    if (read > mostCells + mostRows || isFarOut(attributes)) return true;
  }
  return count(xml, /<(?:\w+:)?row\b/g) > mostRows || count(xml, /<(?:\w+:)?(?:c|row)\b/g) !== read;
}

function isFarOut(attributes: string): boolean {
  if (attributes.length > mostTagCharacters) return true;
  const quotes = attributes.match(/["']/g) ?? [];
  const [, , letters = '', number = '0'] = /\sr=(["'])([A-Z]*)(\d+)\1/.exec(attributes) ?? [];
  const isOdd = quotes.length % 2 === 1 || (/\br\s*=/.test(attributes) && number === '0');
  return isOdd || letters.length > mostLetters || Number(number) > mostRows;
}

function count(xml: string, tag: RegExp): number {
  let found = 0;
  for (const _ of xml.matchAll(tag)) found += 1;
  return found;
}

const formulaCell = /<(?:\w+:)?c\b[^<>]{0,200}?\sr=["']([A-Z]+\d+)["'][^<>]{0,200}?(?<!\/)>\s*<(?:\w+:)?f\b/g;
const formulasIn = (xml: string): readonly string[] => [...xml.matchAll(formulaCell)].map(([, at = '']) => at);
