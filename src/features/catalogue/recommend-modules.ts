import type { Sector } from '../people/person.ts';
import { isForSome } from './audience.ts';
import type { Catalogue, FocusArea } from './catalogue.ts';
import type { Module } from './module.ts';

/** How much a unit has to learn in an area, as its leader says. */
export const needWords = ['little', 'some', 'much'] as const;
export type Need = (typeof needWords)[number];
/** By areaId. */
export type Needs = ReadonlyMap<string, Need>;

export type Recommended = { module: Module; areas: readonly FocusArea[]; need: 'some' | 'much' };

/** Pure: the modules of the areas where there is something to learn, the greatest need first, then in the order of the pack. */
export function recommendModules(
  { modules, areas = [] }: Pick<Catalogue, 'modules' | 'areas'>,
  sector: Sector,
  needs: Needs,
): readonly Recommended[] {
  const found = modules.flatMap((module): Recommended[] => {
    const about = areas.filter(({ areaId }) => module.areaIds.includes(areaId) && needOf(needs, areaId) !== 'little');
    if (about.length === 0 || !isForSome(module.audience, { sector, roles: ['employee', 'leader'] })) return [];
    const need = about.some(({ areaId }) => needOf(needs, areaId) === 'much') ? 'much' : 'some';
    return [{ module, areas: about, need }];
  });
  return [...found.filter(({ need }) => need === 'much'), ...found.filter(({ need }) => need === 'some')];
}

const needOf = (needs: Needs, areaId: string): Need => needs.get(areaId) ?? 'little';
