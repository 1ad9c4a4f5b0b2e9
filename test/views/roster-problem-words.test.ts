import { expect, test } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import type { RosterRun } from '../../src/features/people/roster-run-store.ts';
import { rosterRunView } from '../../src/views/roster-run.view.ts';
import { guideRender } from './guide-kit.ts';

const render = await guideRender();
const at = new Date('2026-11-23T10:00:00Z');
type Problem = RosterRun['problems'][number];

function show(problem: Problem, locale: Locale = 'nb'): string {
  const counts = { joined: 0, changed: 0, moved: 0, left: 0, same: 0, refused: 1, noted: 0 };
  const run: RosterRun = { runId: 'a', at, source: 'file', outcome: 'refused', ...counts, problems: [problem] };
  return JSON.stringify(render(rosterRunView, { run }, locale, at).card);
}

test('what is wrong is said with the column by the header of the municipality, in each language', () => {
  const date = {
    row: 3,
    column: 'employedOn',
    header: 'Startdato',
    problem: 'not-a-date',
    severity: 'refused',
  } as const;
  expect(show(date)).toContain('Rad 3, Startdato: datoen kan ikke leses. Raden er ikke brukt.');
  expect(show(date, 'nn')).toContain('Rad 3, Startdato: datoen kan ikkje lesast. Rada er ikkje brukt.');
  expect(show(date, 'en')).toContain('Row 3, Startdato: the date cannot be read. The row was not used.');
});

test('a column that is missing or there twice is told of the first row, which is no row that is left out', () => {
  for (const problem of ['no-column', 'empty-column', 'column-twice']) {
    const card = show({ row: 1, column: 'upn', header: 'Brukernavn', problem, severity: 'refused' });
    expect(card).toMatch(
      /Første rad, Brukernavn: (kolonnen mangler|hele kolonnen er tom|to kolonner har denne opplysningen)/,
    );
    expect(card).not.toMatch(/Raden er ikke brukt|rad er avvist/);
  }
});

test.each([
  ['unknown-word', 'ordet er ikke kjent'],
  ['unknown-mentor', 'fadderen står ikke i lista'],
  ['unknown-module', 'modulen finnes ikke'],
  ['unknown-post', 'ingen tekster har dette ansvaret'],
  ['in-a-circle', 'enheten kan ikke ligge under seg selv'],
  ['other-name', 'enheten har et annet navn i andre rader'],
])('%s has words of its own', (problem, words) => {
  expect(show({ row: 4, problem, severity: 'noted' })).toContain(`Rad 4: ${words}`);
});

test.each([
  ['nb', 'Rad 4, Brukernavn: gjestekontoer kan ikke stå i lista. Raden er ikke brukt.'],
  ['nn', 'Rad 4, Brukernavn: gjestekontoar kan ikkje stå i lista. Rada er ikkje brukt.'],
  ['en', 'Row 4, Brukernavn: a guest account cannot be in the list. The row was not used.'],
] as const)('a guest account is told as such in %s', (locale, line) => {
  const guest = { row: 4, column: 'upn', header: 'Brukernavn', problem: 'guest-account', severity: 'refused' } as const;
  expect(show(guest, locale)).toContain(line);
});

test('a run from before headers were kept is told by its rows', () => {
  expect(show({ row: 3, column: 'upn', problem: 'missing', severity: 'refused' })).toContain('Rad 3: noe mangler.');
});

test('a list that was read in is not told as whole where rows were refused', () => {
  const counts = { joined: 0, changed: 0, moved: 0, left: 0, same: 0, noted: 0 };
  const told = (refused: number): string => {
    const problem = { row: 3, problem: 'missing', severity: 'refused' } as const;
    const run: RosterRun = {
      runId: 'a',
      at,
      source: 'file',
      outcome: 'applied',
      ...counts,
      refused,
      problems: [problem],
    };
    return JSON.stringify(render(rosterRunView, { run }, 'nb', at).card);
  };
  expect(told(0)).toContain('Alt er lest inn.');
  expect(told(2)).toContain('Lista er lest inn, uten radene som er avvist.');
  expect(told(2)).toContain('"2 rader er avvist"');
});

test('what a list would have changed is not told as changed', () => {
  const counts = { joined: 12, changed: 3, moved: 2, left: 1, same: 640, refused: 0, noted: 0 };
  const told = (outcome: RosterRun['outcome']): string => {
    const run: RosterRun = { runId: 'a', at, source: 'file', outcome, ...counts, problems: [] };
    return JSON.stringify(render(rosterRunView, { run }, 'nb', at).card);
  };
  const would = 'Tallene viser hva lista ville ha endret.';
  for (const outcome of ['tried', 'stopped', 'fewer-columns'] as const) expect(told(outcome)).toContain(would);
  for (const outcome of ['applied', 'partly', 'unchanged'] as const) expect(told(outcome)).not.toContain(would);
});
