/** A cell that a spreadsheet would run. */
const runs = /^[=+\-@\t\r]/;

/** Rows as Norwegian Excel opens them: a mark for UTF-8, `;` between the cells. What would be run as a formula is made text. */
export const listCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`;

function cellOf(text: string): string {
  const harmless = runs.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
