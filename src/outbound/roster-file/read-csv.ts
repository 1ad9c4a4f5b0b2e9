import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { Failure } from '../../core/failure.ts';

/** More than any municipality's staff, and little enough to be read whole. */
const mostBytes = 64 * 1024 * 1024;

/** The rows of a file as Norwegian Excel writes it. Throws Failure `invalid` for a file that cannot be read. */
export async function readCsv(file: string): Promise<string[][]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('invalid', 'the file cannot be read; check its name and who may read it', { cause });
  });
  if (bytes.length > mostBytes)
    throw new Failure('invalid', 'the file is larger than 64 MB; export the staff list only');
  return parseCsv(decodeText(bytes));
}

/**
 * UTF-8 where it is UTF-8, UTF-16 where its mark says so, and else Windows-1252, which Excel still writes. Where most letters are UTF-8 and a few
 * are cut, only those cells are unreadable: read as Windows-1252, every "Sør skole" would be another unit.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return isMostlyRead(text) ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Letters beyond ASCII are seldom UTF-8 by chance. */
function isMostlyRead(text: string): boolean {
  const cut = text.match(/\ufffd/g)?.length ?? 0;
  const read = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return read > cut;
}

/** `;` as Norwegian Excel writes, or `,` or tab where the header has more of those. Short and long rows are let through. */
export function parseCsv(text: string): string[][] {
  const [header = ''] = text.split(/\r\n|\r|\n/, 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  const [delimiter = ';'] = [';', ',', '\t'].toSorted((a, b) => count(b) - count(a));
  try {
    const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
    return parse(text, { ...options, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (cause) {
    // What the library says may quote the file.
    throw new Failure('invalid', 'the file is no CSV: a quotation mark is not closed', { cause });
  }
}
