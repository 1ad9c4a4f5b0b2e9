import type { Unit } from '../people/unit-store.ts';
import { type FigureNode, type Figures, noFigures, sumFigures } from './figures.ts';

/**
 * Pure: the municipality as its units lie in each other now, with these figures. Places without people are left out; who is in no unit that
 * can be found is the municipality's own.
 */
export function figureTree(name: string, units: readonly Unit[], byUnit: ReadonlyMap<string, Figures>): FigureNode {
  const known = new Set(units.map(({ unitId }) => unitId));
  const isTop = ({ parentId }: Unit): boolean => parentId === undefined || !known.has(parentId);
  const below = Map.groupBy(units, (unit) => (isTop(unit) ? '' : (unit.parentId ?? '')));
  const placed = new Set<string>();
  const nodeOf = (unit: Unit): readonly FigureNode[] => {
    placed.add(unit.unitId);
    const inner = (below.get(unit.unitId) ?? []).flatMap(nodeOf).toSorted(byName);
    const own = byUnit.get(unit.unitId) ?? noFigures;
    return inner.length === 0 && own.people === 0 ? [] : [{ name: unit.name, own, below: inner }];
  };
  const tops = (below.get('') ?? []).flatMap(nodeOf).toSorted(byName);
  const rest = [...byUnit].flatMap(([unitId, figures]) => (placed.has(unitId) ? [] : [figures]));
  return { name, own: sumFigures(rest), below: tops };
}

const collator = new Intl.Collator('nb');
const byName = (a: FigureNode, b: FigureNode): number => collator.compare(a.name, b.name);
