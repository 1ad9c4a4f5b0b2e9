import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { unitChoiceView } from '../../../src/views/unit-choice.view.ts';
import { strangeName } from '../strange-name.ts';

const counts = { people: 20, done: 14, late: 2, onTheWay: 3, notStarted: 1 };
const none = { people: 0, done: 0, late: 0, onTheWay: 0, notStarted: 0 };
const units = [
  { unitId: 'solbakken', name: 'Solbakken skole', counts },
  {
    unitId: 'fjordgløtt',
    name: 'Fjordgløtt barnehage',
    counts: { ...counts, done: 20, late: 0, onTheWay: 0, notStarted: 0 },
  },
];

const many = Array.from({ length: 25 }, (_, index) => ({
  ...{ unitId: `unit-${index}`, name: `Nordre Fjordvik oppvekstsenter ${index + 1}`, counts },
}));

export const states = defineStates(unitChoiceView, {
  'two units': { units },
  'the first of twenty-five units': { units: many },
  'the last page of them': { units: many, page: 2 },
  'a page that is gone': { units: many, page: 40 },
  'an empty unit': { units: [{ unitId: 'ppt', name: 'PPT', counts: none }, ...units] },
  'a leader without a unit': { units: [] },
  'somebody else’s unit': { units, notice: 'not-your-unit' },
  'somebody else’s staff': { units, notice: 'not-your-staff' },
  'names are not discussed': { units, notice: 'no-names' },
  'too few to show': { units: [{ unitId: 'ppt', name: 'PPT', counts: { ...none, hidden: 'too-few' } }] },
  'strange name': { units: [{ unitId: 'x', name: strangeName, counts }] },
});
