import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/outbound/roster-file/read-csv.ts';
import { listCsv } from '../../../src/tools/roster/list-csv.ts';

describe('a list written to a file', () => {
  it('is read back as it was', () => {
    const rows = [
      ['upn', 'displayName'],
      ['p1@fjordvik.kommune.no', 'Lund; Kari "Kaja"'],
    ];
    expect(parseCsv(listCsv(rows))).toEqual(rows);
  });

  it('has nothing in it that a spreadsheet would run', () => {
    expect(listCsv([['=HYPERLINK("https://evil.example")', '+1', '@a', '-']])).toBe(
      `\ufeff"'=HYPERLINK(""https://evil.example"")";'+1;'@a;'-\r\n`,
    );
  });
});
