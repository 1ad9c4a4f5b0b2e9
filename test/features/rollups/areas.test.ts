import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/features/people/unit-store.ts';
import { unitsBelow } from '../../../src/features/people/units-below.ts';
import { areasOf } from '../../../src/features/rollups/areas.ts';

const unit = (unitId: string, parentId?: string): Unit => ({
  ...{ unitId, name: unitId, sector: 'school' },
  ...(parentId !== undefined && { parentId }),
});
const tree = [
  ...[unit('kommune'), unit('oppvekst', 'kommune'), unit('helse', 'kommune'), unit('nav', 'kommune')],
  ...[unit('skoler', 'oppvekst'), unit('solbakken', 'skoler'), unit('blaklokka', 'oppvekst'), unit('ppt', 'helse')],
];

describe('the areas of a municipality', () => {
  it('are the units just below the one that is above all, each with all that is below it', () => {
    expect(areasOf(tree)).toEqual([
      { areaId: '-', unitIds: ['kommune', 'nav'] },
      { areaId: 'helse', unitIds: ['helse', 'ppt'] },
      { areaId: 'oppvekst', unitIds: ['blaklokka', 'oppvekst', 'skoler', 'solbakken'] },
    ]);
  });

  it('are the units at the top where none is above all', () => {
    const units = [unit('oppvekst'), unit('skole', 'oppvekst'), unit('helse'), unit('ppt', 'helse'), unit('nav')];
    expect(areasOf(units).map(({ areaId }) => areaId)).toEqual(['-', 'helse', 'oppvekst']);
  });

  it('are one where no unit is above another, and none where there are no units', () => {
    expect(areasOf([unit('a'), unit('b')])).toEqual([{ areaId: '-', unitIds: ['a', 'b'] }]);
    expect(areasOf([])).toEqual([]);
  });

  it('hold every unit once, also where the tree is broken or goes in a circle', () => {
    const broken = [unit('a', 'b'), unit('b', 'a'), unit('c', 'gone'), unit('d', 'c')];
    const all = areasOf(broken).flatMap(({ unitIds }) => unitIds);
    expect(all.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(unitsBelow(broken, 'a')).toEqual(['a', 'b']);
  });

  it('a unit has below it all that lies under it', () => {
    expect(unitsBelow(tree, 'oppvekst')).toEqual(['oppvekst', 'skoler', 'blaklokka', 'solbakken']);
  });
});
