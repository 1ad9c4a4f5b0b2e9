import { readingPlaceAt } from '../../../src/features/progress/steps.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { generalCardView } from '../../../src/views/general-card.view.ts';
import { theGuide } from '../../features/guide/the-guide.ts';
import { guide, report } from '../module-models.ts';

const at = (position: number) => {
  const { card, ...place } = readingPlaceAt(report, position);
  return { module: report, card, place, laws: [] };
};

export const states = defineStates(generalCardView, {
  'first, with a link': at(0),
  'in the middle, with sections': { ...at(3), laws: theGuide.laws.slice(0, 2) },
  last: at(7),
  approved: { ...at(2), module: guide },
  'the only one': { ...at(0), place: { position: 0, of: 1 } },
});
