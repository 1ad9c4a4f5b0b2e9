import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import { drawSheets } from '../../src/tools/cards/draw-sheets.ts';
import { tellFaults } from '../../src/tools/cards/tell-faults.ts';

const aCard = (...body: readonly object[]): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: '',
  lang: 'nb',
  body: [...body],
});

test('a card that shows nothing, is too wide or hides the end of its words is told, by its row and language', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const long = 'Du sier fra til lederen din om alt det du har sett og hørt i dag';
  const drawn = await drawSheets(folder, [
    { sheet: 'kort', row: 'helt', card: aCard({ type: 'TextBlock', text: long, wrap: true }) },
    { sheet: 'kort', row: 'tomt', card: aCard() },
    { sheet: 'kort', row: 'kuttet', card: aCard({ type: 'TextBlock', text: long }) },
    {
      sheet: 'bredt',
      row: 'kolonnen',
      card: aCard(
        { type: 'TextBlock', text: 'Se' },
        {
          type: 'ColumnSet',
          columns: [{ type: 'Column', width: '700px', items: [{ type: 'TextBlock', text: 'Hør' }] }],
        },
      ),
    },
  ]);
  const told = tellFaults(drawn).split('\n');
  expect(told.filter((line) => line.includes('(narrow)'))).toEqual([
    'kort (narrow): tomt, nb: it shows nothing',
    expect.stringMatching(/^kort \(narrow\): kuttet, nb: it is wider than its place at «Du sier fra/),
    expect.stringMatching(/^bredt \(narrow\): kolonnen, nb: it is wider/),
  ]);
  expect(told.filter((line) => line.includes('helt'))).toEqual([]);
});
