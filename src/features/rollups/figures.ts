/** How somebody stands with the priority modules: the worst of them. Whoever has none of them is in no figure. */
export const standings = ['done', 'late', 'onTheWay', 'notStarted'] as const;
export type Standing = (typeof standings)[number];
export type Counts = Readonly<Record<Standing, number>>;

/** The cells of a unit that are rounded. `open`: on the way and not started, which are two only in the figures of a month. */
export type Cells = { done: number; late: number; open: number };

/** How many stand alike: the same standing, and the same priority modules done and missing. Those not meant for them are absent. */
export type AlikePeople = {
  standing: Standing;
  modules: Readonly<Record<string, 'done' | 'missing'>>;
  count: number;
};

/** What is true of a unit. Never stored, never shown: see `publishArea`. */
export type UnitFigures = { unitId: string; alike: readonly AlikePeople[] };

/** Who began to work in a quarter (`2026-Q3`): how many had done the priority modules within six weeks, and how many had not. */
export type NewHires = { quarter: string; inTime: number; notInTime: number };

/** What is true of an area: the units that are told of together. */
export type AreaFigures = { areaId: string; units: readonly UnitFigures[]; newHires?: NewHires };

export type ModuleCounts = { moduleId: string; done: number; missing: number };

/** What may be told of an area. Every number here is a whole number of fives, and may be added and subtracted as anybody likes. */
export type PublishedArea = {
  areaId: string;
  units: readonly { unitId: string; counts: Counts }[];
  modules: readonly ModuleCounts[];
  newHires?: NewHires;
};

export const noCells: Readonly<Cells> = { done: 0, late: 0, open: 0 };

const noCounts: Counts = { done: 0, late: 0, onTheWay: 0, notStarted: 0 };

export function sumOf(all: readonly Counts[]): Counts {
  const sum = { ...noCounts };
  for (const counts of all) for (const standing of standings) sum[standing] += counts[standing];
  return sum;
}

export const peopleIn = (counts: Counts): number => standings.reduce((sum, standing) => sum + counts[standing], 0);

/** The true counts of a unit. */
export function countStandings({ alike }: UnitFigures): Counts {
  const counts = { ...noCounts };
  for (const { standing, count } of alike) counts[standing] += count;
  return counts;
}
