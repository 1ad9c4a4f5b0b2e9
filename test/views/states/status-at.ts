import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { statusAtView } from '../../../src/views/status-at.view.ts';
import { anyDay, ofMany, ofOne, ordinary, tooFew } from '../figures-models.ts';

const base = { page: 0, files: 'offered' } as const;

export const states = defineStates(statusAtView, {
  'the first of a month': { ...base, status: ordinary },
  'any other day': { ...base, status: anyDay },
  'one unit': { ...base, status: ofOne },
  'two hundred units': { ...base, status: ofMany },
  'two hundred units, second page': { ...base, status: ofMany, page: 1 },
  'so few that nothing is told': { ...base, status: tooFew },
  'the file is asked about': { ...base, status: ordinary, notice: 'asked' },
  'files are off': { ...base, status: ofOne, files: 'off' },
});
