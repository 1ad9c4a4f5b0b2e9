import { performance } from 'node:perf_hooks';
import { expect, inject, test } from 'vitest';
import { importRoster } from '../../src/features/use-cases/import-roster.ts';
import { parseCsv } from '../../src/outbound/roster-file/read-csv.ts';
import { rosterRules } from '../features/people/roster-rules.ts';
import { openTestTables } from '../support/azurite.ts';
import { csvOf, header, messes, rosterRows } from '../support/roster-file.ts';
import { writeRaw } from './raw-roster-writes.ts';

/** On a machine that is busy a read waits for its turn; how long is no question of this proof. */
const requestTimeoutMs = 60_000;
const people = 20_000;
const now = new Date('2026-11-23T10:00:00Z');
const kinds = Object.values(messes).flatMap((mess) => header.map((_, place) => ({ mess, place })));

/** Every sixty-sixth row has one of the three hundred kinds of mess. */
function messyFile(): string {
  const every = Math.floor(people / kinds.length);
  return csvOf(
    rosterRows(people).map((row, at) => {
      const kind = at > 0 && at % every === 0 ? kinds[at / every - 1] : undefined;
      return kind ? row.map((cell, place) => (place === kind.place ? kind.mess(cell) : cell)) : row;
    }),
  );
}

test('twenty thousand people with three hundred kinds of mess are imported, and the second time changes nothing', async () => {
  const stores = await openTestTables({ requestTimeoutMs });
  const needs = { ...stores, runs: stores.rosterRuns, rules: rosterRules };
  const file = messyFile();
  const timed = async (name: string, mode: 'try' | 'apply') => {
    const from = performance.now();
    const run = await importRoster(needs, parseCsv(file), mode, '2026-11-23', now);
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    const { outcome, joined, changed, moved, left, same, refused, noted } = run;
    console.log(
      `${name}: ${seconds} s ${JSON.stringify({ outcome, joined, changed, moved, left, same, refused, noted })}`,
    );
    return run;
  };
  await timed('dry run of an empty municipality', 'try');
  const first = await timed('first import', 'apply');
  expect(first).toMatchObject({ outcome: 'applied', changed: 0, moved: 0, left: 0 });
  expect(first.joined + first.refused).toBeGreaterThanOrEqual(people);
  const from = performance.now();
  await writeRaw(inject('azurite'), people);
  console.log(`the same requests as a plain loop: ${Math.round((performance.now() - from) / 100) / 10} s`);
  const second = await timed('second import', 'apply');
  expect(second).toMatchObject({ outcome: 'applied', joined: 0, changed: 0, moved: 0, left: 0, same: first.joined });
});
