import { describe, expect, test } from 'vitest';
import { type Need, recommendModules } from '../../../src/features/catalogue/recommend-modules.ts';
import { aModule, words } from '../../support/module-builder.ts';

const areas = ['cooperation', 'health', 'leading'].map((areaId) => ({ areaId, name: words(areaId) }));
const modules = [
  aModule('one', { areaIds: ['cooperation'] }),
  aModule('two', { areaIds: ['health', 'cooperation'] }),
  aModule('kindergarten', { areaIds: ['health'], audience: { sectors: ['kindergarten'], roles: [] } }),
  aModule('none', { areaIds: [] }),
];
const recommend = (needs: Readonly<Record<string, Need>>) =>
  recommendModules({ modules, areas }, 'school', new Map(Object.entries(needs))).map(
    ({ module, need, areas: about }) => `${module.moduleId} ${need} ${about.map(({ areaId }) => areaId).join('+')}`,
  );

describe('what a unit is recommended', () => {
  test('are the modules of the areas where there is something to learn, the greatest need first', () => {
    expect(recommend({ cooperation: 'some', health: 'much' })).toEqual([
      'two much cooperation+health',
      'one some cooperation',
    ]);
  });

  test('is nothing of an area with little to learn, of one that nobody chose, or that is not in the pack', () => {
    expect(recommend({ cooperation: 'little' })).toEqual([]);
    expect(recommend({ leading: 'much', stranger: 'much' })).toEqual([]);
  });
});
