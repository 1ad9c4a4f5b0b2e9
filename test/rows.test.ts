import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { storedKinds } from '../src/features/use-cases/stored-kinds.ts';
import { readFiles } from './support/source-files.ts';

/** Guard: whatever is stored about a person is in "mine data" and has an end. */

const defined = readFiles('src/features', '.ts').flatMap(({ code }) =>
  [...code.matchAll(/: PersonRow<[^>]+> = \{\s*kind: '([a-z-]+)'/g)].map(([, kind = '']) => kind),
);
const kinds = Object.values(storedKinds).map(({ kind }) => kind);

/** What the tables beside People hold of a person, where "mine data" finds it, and what ends it. */
const otherTables: Readonly<Record<string, { about: string; endedBy: string } | 'nobody'>> = {
  PersonKeys: { about: 'the keys of the profile', endedBy: 'forgetPerson' },
  Due: { about: 'an index of reminders and pings', endedBy: 'forgetPerson' },
  Units: { about: 'an index of profiles', endedBy: 'forgetPerson' },
  Leaders: { about: 'an index of profiles', endedBy: 'forgetPerson' },
  Groups: { about: 'listMeetingsOf', endedBy: 'deleteSession' },
  Audit: { about: 'listAbout', endedBy: 'deleteMonth' },
  /** Who approved what is shown to everybody on the cards, and stays as long as the content does. */
  Content: { about: 'contentChanges', endedBy: 'the content itself' },
  /** Words of the municipality; who sent them stands in Content. */
  Texts: 'nobody',
  /** Whether all sending is stopped: one row, with who pressed last. */
  Sending: { about: 'readOwnData', endedBy: 'the next press' },
  Ticks: 'nobody',
  Slots: 'nobody',
  Reports: 'nobody',
  /** Counts, and the numbers of rows. */
  Roster: 'nobody',
  /** Somebody whom we do not know: there is no "mine data" to show it in, so the card tells it, with a way to take it back. */
  Requests: { about: 'the card of who asked', endedBy: 'dropAccessRequests' },
  /** Counts in fives, and ids of units. */
  Rollups: 'nobody',
  /** Counts in tens. */
  Uses: 'nobody',
};

const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8');
const rows = readme.slice(readme.indexOf('\n## Rows'), readme.indexOf('\n## Glossary')).split('\n');
const tableRows = rows.filter((line) => line.startsWith('|')).map((line) => line.split('|').map((cell) => cell.trim()));
const tables = tableRows.slice(2).flatMap(([, table = '']) => (table === '' ? [] : [table.replace('{yyyyMM}', '')]));
const inReadme = new Set(
  tableRows.flatMap((cells) => [...(cells[3] ?? '').matchAll(/`([a-z-]+)[:`]/g)].map(([, kind]) => kind)),
);

describe('every kind of row of a person', () => {
  it('is known to "mine data" and to the nightly deletion', () => {
    expect(defined.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(kinds.filter((kind) => !defined.includes(kind))).toEqual([]);
  });

  it('stands in the README', () => {
    expect(kinds.filter((kind) => !inReadme.has(kind))).toEqual([]);
  });

  it('is seen at all', () => {
    expect(defined.length).toBeGreaterThan(10);
    expect(kinds).toContain('reminder');
  });
});

describe('every table', () => {
  it('of the README is People, or says whom it is about and what ends it', () => {
    expect([...new Set(tables)].filter((table) => table !== 'People' && !(table in otherTables))).toEqual([]);
  });

  it('that the code opens stands in the README', () => {
    const [opens] = readFiles('src/outbound/azure-tables', 'open-tables.ts');
    const opened = [...(opens?.code ?? '').matchAll(/\btable\('([A-Za-z]+)'\)/g)].map(([, name = '']) => name);
    expect(opened.length).toBeGreaterThan(5);
    expect(opened.filter((name) => !tables.includes(name))).toEqual([]);
  });
});
