import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentTextsView } from '../../../src/views/content-texts.view.ts';
import { report } from '../module-models.ts';
import { everyPlace, textChanges } from '../text-models.ts';

const sent = {
  module: report,
  textsId: 't1',
  by: 'Per-Kristoffer Ánde Jensen-Nordmann',
  at: new Date('2026-11-20T09:00:00Z'),
};

export const states = defineStates(contentTextsView, {
  'the first of two pages, for a second person': { ...sent, status: 'waiting', changes: textChanges, page: 0 },
  'the last page, for a second person': { ...sent, status: 'waiting', changes: textChanges, page: 1 },
  'one text, for who sent it': { ...sent, status: 'waiting-own', changes: textChanges.slice(0, 1), page: 0 },
  'a text that is not sent': { ...sent, status: 'unsent', changes: textChanges.slice(1, 3), page: 9 },
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].map((page) => [
      `every kind of text, page ${page + 1}`,
      { ...sent, status: 'waiting' as const, changes: everyPlace, page },
    ]),
  ),
});
