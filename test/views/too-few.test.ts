import { describe, expect, it } from 'vitest';
import { rollupView } from '../../src/views/rollup.view.ts';
import { statusAtView } from '../../src/views/status-at.view.ts';
import { guideRender, wordsOn } from './guide-kit.ts';

const render = await guideRender();
const now = new Date('2026-12-07T10:00:00Z');
const counts = { done: 0, late: 10, onTheWay: 0, notStarted: 5 };

describe('a number that is too small to be told', () => {
  it('is no 0 % on the card of the month, of a module, a month or new staff', () => {
    const card = render(
      rollupView,
      {
        ...{
          shows: 'overview',
          unitNames: new Map(),
          municipality: 'Fjordvik',
          page: 0,
          leadsBack: false,
          files: 'off',
        },
        moduleTitles: new Map([['law', { nb: 'Lov', nn: 'Lov', en: 'Law' }]]),
        overview: {
          ...{ place: { place: 'municipality' }, on: '2026-12-01', counts, parts: [], fewParts: 0, units: [] },
          modules: [{ moduleId: 'law', done: 0, missing: 15 }],
          trend: [
            { month: '2026-11', counts },
            { month: '2026-12', counts },
          ],
          newHires: [{ quarter: '2026-Q3', inTime: 0, notInTime: 5 }],
        },
      },
      'nb',
      now,
    ).card;
    const said = wordsOn(card).join('\n');
    expect(said).not.toMatch(/(^|\D)0 %/);
    expect(said.match(/for få til å vises/g)).toHaveLength(4);
  });

  it('is not said to be fewer than five where it is a sum', () => {
    const figures = { people: 15, done: 0, late: 10, open: 5 };
    const rows = [{ level: 'municipality', name: 'Fjordvik', figures } as const];
    const status = { on: '2026-12-01', rows, fewUnits: 0, units: 'told' } as const;
    const said = wordsOn(render(statusAtView, { status, page: 0, files: 'off' }, 'nb', now).card).join('\n');
    expect(said).toContain('Så få av 15 er i mål at tallet ikke vises.');
    expect(said).not.toMatch(/færre enn 5/i);
  });
});
