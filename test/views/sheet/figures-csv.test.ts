import { describe, expect, it } from 'vitest';
import { decodeText, parseCsv } from '../../../src/outbound/roster-file/read-csv.ts';
import { csvFile } from '../../../src/views/sheet/figures-csv.ts';

describe('a list written to a file', () => {
  it('is read back as it was', () => {
    const rows = [
      ['upn', 'displayName'],
      ['p1@fjordvik.kommune.no', 'Lund; Kari "Kaja"'],
    ];
    expect(parseCsv(decodeText(csvFile(rows)))).toEqual(rows);
  });

  it('has nothing in it that a spreadsheet would run', () => {
    expect(csvFile([['=HYPERLINK("https://evil.example")', '+1', '@a', '-']]).toString()).toBe(
      `\ufeff"'=HYPERLINK(""https://evil.example"")";"'+1";"'@a";"'-"\r\n`,
    );
  });

  it.each(['\0=1+1', '\n=1+1', ' =1+1', ' \0=1', '＝1', '\0x'])('makes no formula of %j', (text) => {
    expect(csvFile([[text]]).toString()).toBe(`\ufeff"'${text}"\r\n`);
  });
});
