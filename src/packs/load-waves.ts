import { z } from 'zod';
import type { LocalDate } from '../core/local-date.ts';
import { localDateSchema } from '../features/people/local-date-schema.ts';
import type { ContentProblem } from './content-problem.ts';
import { readIfThere } from './load-asks.ts';
import type { YamlFile } from './read-yaml.ts';

/** waves.yaml: which units begin when. */
const wavesSchema = z.strictObject({
  /** Every unit, as the list of staff calls it, so that a slip in `waves` is found. */
  units: z.array(z.string().min(1)).min(1),
  waves: z.array(z.strictObject({ startsOn: localDateSchema, units: z.array(z.string().min(1)).min(1) })),
});
type WavesFile = z.infer<typeof wavesSchema>;

export type LoadedWaves = {
  waves: ReadonlyMap<string, LocalDate>;
  /** The file is there, and nobody knows what it says: by its absence units would begin that are not to begin yet. */
  isBroken: boolean;
  problems: readonly ContentProblem[];
};

/**
 * A pack need not have it: then every unit begins with the municipality, on `startsOn`, as does one whose day lies before. A unit in two waves
 * begins with the later: nobody is told too early.
 */
export async function loadWaves(folder: string, startsOn: LocalDate): Promise<LoadedWaves> {
  const { value: read, problems } = await readIfThere(folder, 'waves.yaml', wavesSchema);
  if (!read) return { waves: new Map(), isBroken: problems.length > 0, problems };
  const usable = entriesOf(read.value).filter((entry) => whyUnusable(entry, read.value, startsOn) === undefined);
  const inOrder = usable.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
  return {
    // Of two for one unit the last one stands.
    waves: new Map(inOrder.map(({ unitId, startsOn: on }) => [unitId, on])),
    isBroken: false,
    problems: findWrong(read, startsOn),
  };
}

type Entry = { unitId: string; startsOn: LocalDate; path: readonly (string | number)[] };

const entriesOf = ({ waves }: WavesFile): readonly Entry[] =>
  waves.flatMap(({ startsOn, units }, wave) =>
    units.map((unitId, unit) => ({ unitId, startsOn, path: ['waves', wave, 'units', unit] })),
  );

type Wrong = Pick<ContentProblem, 'message' | 'remedy'>;

function whyUnusable({ unitId, startsOn: on }: Entry, { units }: WavesFile, startsOn: LocalDate): Wrong | undefined {
  if (!units.includes(unitId)) {
    const remedy = 'Correct it, or add it to units, as in the list of staff.';
    return { message: `${unitId} is none of the units`, remedy };
  }
  if (on >= startsOn) return undefined;
  return { message: `${unitId} begins on ${on}, before the municipality does`, remedy: `Write ${startsOn} or later.` };
}

function findWrong({ file, value, lineOf }: YamlFile<WavesFile>, startsOn: LocalDate): readonly ContentProblem[] {
  const entries = entriesOf(value);
  return entries.flatMap((entry, index) => {
    const { unitId, path } = entry;
    const isRepeated = entries.findIndex((other) => other.unitId === unitId) !== index;
    const twice: Wrong = { message: `${unitId} is in two waves`, remedy: 'Take it out of one of them.' };
    const wrong = whyUnusable(entry, value, startsOn) ?? (isRepeated ? twice : undefined);
    return wrong ? [{ file, line: lineOf(path), ...wrong }] : [];
  });
}
