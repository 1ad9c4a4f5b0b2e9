import { addDays, type LocalDate } from '../../src/core/local-date.ts';
import { seededRandom } from '../faults/random.ts';

export const header = [
  ...['Brukernavn', 'Entra-id', 'Fornavn', 'Etternavn', 'Enhetskode', 'Enhet', 'Overordnet enhetskode', 'Tjeneste'],
  ...['Startdato', 'Sluttdato', 'Stilling', 'Nærmeste leder'],
];

const given = ['Kari', 'Olav', 'Siv', 'Åse', 'Bjørn', 'Ingrid', 'Máret', 'Piotr', 'Amina', 'Jean-Luc'];
const family = ['Lund', 'Moe', 'Hætta', 'O’Brien', 'Øvrebø', 'Åsheim', 'Zieliński', 'Nguyen', 'Dahl Berg', 'Sunde'];
const services = ['Barnehage', 'Skole', 'PPT', 'Helsestasjon', 'Barnevern'];
const norwegian = (date: LocalDate): string => date.split('-').toReversed().join('.');

/** The staff list of a fictional municipality: about forty in a unit, the first of each its leader, ten units under an area. */
export function rosterRows(people: number, seed = 20261123): string[][] {
  const random = seededRandom(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const rows = Array.from({ length: people }, (_, at) => {
    const unit = Math.floor(at / 40);
    const from = addDays('2015-01-01', Math.floor(random() * 4_000));
    return [
      ...[`p${at}@fjordvik.kommune.no`, `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`],
      ...[pick(given), pick(family), `E${unit}`, `Enhet ${unit}`, `O${Math.floor(unit / 10)}`],
      ...[services[unit % services.length] ?? '', norwegian(from), ''],
      ...[at % 40 === 0 ? 'Rektor' : 'Lærer', at % 40 === 0 ? '' : `p${unit * 40}@fjordvik.kommune.no`],
    ];
  });
  return [header, ...rows];
}

/** The same, with the head of schools as one more row, and as the nearest leader of those who lead: as HR systems have it. */
export function withHead([names = [], ...rows]: readonly (readonly string[])[]): string[][] {
  const head = 'sjef@fjordvik.kommune.no';
  const [unit, unitName, parent, leader] = ['Enhetskode', 'Enhet', 'Overordnet enhetskode', 'Nærmeste leder'].map(
    (column) => names.indexOf(column),
  );
  const led = rows.map((row) => row.map((cell, place) => (place === leader && cell === '' ? head : cell)));
  const own = new Map([
    ...([
      [0, head],
      [1, '00000000-0000-4000-8000-0000000fffff'],
      [unit, 'O0'],
      [unitName, 'Oppvekst'],
    ] as const),
    ...([
      [parent, ''],
      [leader, ''],
    ] as const),
  ]);
  return [[...names], ...led, (rows[0] ?? []).map((cell, place) => own.get(place) ?? cell)];
}

export const csvOf = (rows: readonly (readonly string[])[], lineEnd = '\r\n'): string =>
  rows.map((row) => row.map(quoted).join(';')).join(lineEnd) + lineEnd;

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What people, systems and spreadsheets do to a cell. Each meets every column: 25 × 12 is 300 kinds of mess. */
export const messes: Readonly<Record<string, (cell: string) => string>> = {
  'space before': (cell) => `  ${cell}`,
  'space after': (cell) => `${cell}   `,
  'no-break space': (cell) => `\u00a0${cell}\u00a0`,
  tab: (cell) => `\t${cell}`,
  'line break inside': (cell) => `${cell}\n`,
  'quotation marks': (cell) => `"${cell}"`,
  'semicolon inside': (cell) => `${cell};`,
  empty: () => '',
  dash: () => '-',
  'the word NULL': () => 'NULL',
  'an error of Excel': () => '#N/A',
  formula: () => '=HYPERLINK("https://evil.example","klikk")',
  'plus formula': (cell) => `+${cell}`,
  'at formula': (cell) => `@${cell}`,
  'no width': (cell) => `\u200b${cell}\ufeff`,
  'control character': (cell) => `${cell}\u0007`,
  'turned direction': (cell) => `\u202e${cell}`,
  capitals: (cell) => cell.toLocaleUpperCase('nb'),
  'letters in two parts': (cell) => cell.normalize('NFD'),
  'very long': (cell) => cell.repeat(200),
  html: (cell) => `<b>${cell}</b>`,
  markdown: (cell) => `[${cell}](https://evil.example)`,
  'wrong encoding': (cell) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(cell)),
  emoji: (cell) => `${cell}🙂`,
  'half a letter': (cell) => `${cell}\ud800`,
};
