import { fewestCounted } from '../people/fewest-counted.ts';

/** How many people stand how. `open`: not done, and the deadline has not passed. `people` is the sum of the others. */
export type Figures = { people: number; done: number; late: number; open: number };

/** A place in the municipality, with what is below it. `own`: of its own people, without those below. */
export type FigureNode = { name: string; own: Figures; below: readonly FigureNode[] };

/** One line of what may be told. `own-staff`: the people of an area who are in none of its units. */
export type PublishedRow = {
  level: 'municipality' | 'area' | 'own-staff' | 'unit';
  name: string;
} & ({ figures: Figures } | { hidden: true });

/** The municipality first, then each area with its units. */
export type PublishedFigures = readonly PublishedRow[];

export const noFigures: Figures = { people: 0, done: 0, late: 0, open: 0 };

const addFigures = (a: Figures, b: Figures): Figures => ({
  people: a.people + b.people,
  done: a.done + b.done,
  late: a.late + b.late,
  open: a.open + b.open,
});

export const sumFigures = (all: readonly Figures[]): Figures => all.reduce(addFigures, noFigures);

/** A number that would tell who. */
const isFew = (count: number): boolean => count > 0 && count < fewestCounted;
const tellsWho = ({ people, done, late, open }: Figures): boolean => [people, done, late, open].some(isFew);

type Group = { name: string; sum: Figures; rows: readonly Leaf[]; isArea: boolean };
type Leaf = { level: 'own-staff' | 'unit'; name: string; figures: Figures };

/**
 * Pure: what may be told of one release. A line is hidden whole where any of its numbers is 1–4, and more lines with it until what remains of
 * the line above, when those shown are taken from it, is none of 1–4 either. All below a hidden area is hidden.
 */
export function publishFigures(municipality: FigureNode): PublishedFigures {
  const groups = municipality.below.map(groupOf);
  const total = sumFigures([municipality.own, ...groups.map(({ sum }) => sum)]);
  const head = { level: 'municipality' as const, name: municipality.name };
  const others = hasPeople(municipality.own) ? [{ ...ownStaff(municipality), sum: municipality.own }] : [];
  const shown = tellsWho(total) ? new Set<unknown>() : safeAmong([...groups, ...others]);
  const rows = groups.flatMap((group) => rowsOf(group, shown.has(group)));
  const own = others.map((one) => rowOf(one.level, one.name, one.figures, shown.has(one)));
  return [rowOf(head.level, head.name, total, !tellsWho(total)), ...rows, ...own];
}

const hasPeople = ({ people }: Figures): boolean => people > 0;
const ownStaff = ({ name, own }: FigureNode): Leaf => ({ level: 'own-staff', name, figures: own });

/** Where the tree is deeper than municipality, area and unit, all below an area is one list. */
function groupOf(node: FigureNode): Group {
  const below = node.below.flatMap(leavesOf);
  const isArea = below.length > 0;
  const own: readonly Leaf[] = isArea ? [ownStaff(node)].filter(({ figures }) => hasPeople(figures)) : [];
  const rows = [...below, ...own];
  return { name: node.name, sum: sumFigures([...below.map(({ figures }) => figures), node.own]), rows, isArea };
}

const leavesOf = ({ name, own, below }: FigureNode): readonly Leaf[] => [
  ...(hasPeople(own) || below.length === 0 ? [{ level: 'unit' as const, name, figures: own }] : []),
  ...below.flatMap(leavesOf),
];

function rowsOf({ name, sum, rows, isArea }: Group, isShown: boolean): readonly PublishedRow[] {
  if (!isArea) return [rowOf('unit', name, sum, isShown)];
  const leaves = rows.map((leaf) => ({ ...leaf, sum: leaf.figures }));
  const shown = isShown ? safeAmong(leaves) : new Set<unknown>();
  const below = leaves.map((leaf) => rowOf(leaf.level, leaf.name, leaf.figures, shown.has(leaf)));
  return [rowOf('area', name, sum, isShown), ...below];
}

const rowOf = (level: PublishedRow['level'], name: string, figures: Figures, isShown: boolean): PublishedRow =>
  isShown ? { level, name, figures } : { level, name, hidden: true };

/** Those whose numbers may stand beside their sum: the smallest go first. One alone is never hidden: the sum would tell it. */
function safeAmong<T extends { sum: Figures }>(all: readonly T[]): ReadonlySet<unknown> {
  const shown = all.filter(({ sum }) => !tellsWho(sum)).toSorted((a, b) => b.sum.people - a.sum.people);
  const hidden = all.filter(({ sum }) => tellsWho(sum));
  while (shown.length > 0 && tellsWho(sumFigures(hidden.map(({ sum }) => sum)))) hidden.push(...shown.splice(-1));
  return new Set(shown);
}
