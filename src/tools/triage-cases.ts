import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Level, levels } from '../features/guide/understanding/rule.ts';

/** One labelled utterance. `isHarm`: it is about violence, abuse or danger, and no ordinary step may answer it. */
export type TriageCase = { text: string; level: Level; isHarm: boolean; isHeldOut: boolean; file: string };

/** Reads the labelled set, one file an author: `held-out-*.tsv`, never learned from, and `learning-*.tsv`. Throws for a line with no level. */
export function readTriageCases(folder: string): readonly TriageCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
      return lines.flatMap((line, at) => (line.trim() === '' ? [] : [readCase(file, at + 1, line)]));
    });
}

/** `level`, `language` and `text`, with tabs between. */
function readCase(file: string, at: number, line: string): TriageCase {
  const [label = '', , text = ''] = line.split('\t');
  const level = levels.find((known) => label === known || label === `${known}-harm`);
  if (!level || text === '')
    throw new Error(`${file}:${at} has no level or no text; write level, language and text with tabs between`);
  return {
    text,
    level,
    file,
    isHarm: level === 'acute' || label === 'duty-harm',
    isHeldOut: file.startsWith('held-out'),
  };
}
