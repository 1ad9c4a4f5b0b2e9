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

export type LoadedWaves = { waves: ReadonlyMap<string, LocalDate>; problems: readonly ContentProblem[] };

/** A pack need not have it: then every unit begins with the municipality, on `startsOn`. A unit with a mistake does too. */
export async function loadWaves(folder: string, startsOn: LocalDate): Promise<LoadedWaves> {
  const { value: read, problems } = await readIfThere(folder, 'waves.yaml', wavesSchema);
  if (!read) return { waves: new Map(), problems };
  const wrong = findWrong(read, startsOn);
  const units = new Set(wrong.map(({ unitId }) => unitId));
  const entries = entriesOf(read.value).filter(({ unitId }) => !units.has(unitId));
  return {
    waves: new Map(entries.map(({ unitId, startsOn: on }) => [unitId, on])),
    problems: wrong.map(({ problem }) => problem),
  };
}

type Entry = { unitId: string; startsOn: LocalDate; path: readonly (string | number)[] };

const entriesOf = ({ waves }: WavesFile): readonly Entry[] =>
  waves.flatMap(({ startsOn, units }, wave) =>
    units.map((unitId, unit) => ({ unitId, startsOn, path: ['waves', wave, 'units', unit] })),
  );

function findWrong({ file, value, lineOf }: YamlFile<WavesFile>, startsOn: LocalDate) {
  const known = new Set(value.units);
  const entries = entriesOf(value);
  return entries.flatMap(({ unitId, startsOn: on, path }, index) => {
    const tell = (message: string, remedy: string) => [
      { unitId, problem: { file, line: lineOf(path), message, remedy } },
    ];
    if (!known.has(unitId)) {
      return tell(`${unitId} is none of the units`, 'Correct it, or add it to units, as in the list of staff.');
    }
    if (entries.findIndex((other) => other.unitId === unitId) !== index) {
      return tell(`${unitId} is in two waves`, 'Take it out of one of them.');
    }
    if (on >= startsOn) return [];
    return tell(`${unitId} begins on ${on}, before the municipality does`, `Write ${startsOn} or later.`);
  });
}
