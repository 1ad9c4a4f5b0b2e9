import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Level } from '../features/guide/understanding/rule.ts';

/** One labelled utterance. `isHarm`: it is about violence, abuse or danger, and no ordinary step may answer it. */
export type TriageCase = { text: string; level: Level; isHarm: boolean; isHeldOut: boolean };

type Person = { who: string } & Partial<Record<Level | 'duty-harm', readonly string[]>>;

/** Reads the labelled set: `held-out.yaml`, and the files that rules may be mended after. */
export function readTriageCases(folder: string): readonly TriageCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const people: readonly Person[] = parse(readFileSync(path.join(folder, file), 'utf8'));
      return people.flatMap(({ who: _who, ...labels }) => casesOf(labels, file === 'held-out.yaml'));
    });
}

function casesOf(labels: Omit<Person, 'who'>, isHeldOut: boolean): TriageCase[] {
  return Object.entries(labels).flatMap(([label, texts]) =>
    texts.map((text) => ({
      text,
      level: label === 'duty-harm' ? 'duty' : (label as Level),
      isHarm: label === 'duty-harm' || label === 'acute',
      isHeldOut,
    })),
  );
}
