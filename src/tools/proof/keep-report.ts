import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PartResult } from './run-part.ts';
import { type ProofSite, writeReport } from './write-report.ts';

/** Writes the report under docs/proof/: the date, and what else tells it from others of that day. Gives its path from the root. */
export async function keepReport(
  root: string,
  { site, command, name = [] }: { site: ProofSite; command: string; name?: readonly string[] },
  results: readonly PartResult[],
): Promise<string> {
  const file = path.join(root, 'docs/proof', `${[site.date, ...name].join('-')}.md`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, writeReport(site, command, results));
  return path.relative(root, file);
}
