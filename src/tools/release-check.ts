import { checkPack } from '../packs/check-pack.ts';
import { type ContentProblem, isWarning } from '../packs/content-problem.ts';
import { groupProblems } from './content-run/group-problems.ts';
import { readOptions } from './content-run/read-options.ts';

// Run as `npm run release:check -- [folder] [--date YYYY-MM-DD]`: whether the content may be let out to a municipality's staff. Exit code 1
// when something is wrong, missing, stale or unapproved, 2 on a wrong option. The service itself starts with all of it, and its cards say so.

const { folder, shown, now } = readOptions();

const headings: readonly [why: string, heading: string][] = [
  ['wrong', 'Wrong'],
  ['missing', 'Missing'],
  ['stale', 'Stale'],
  ['unapproved', 'Unapproved'],
];

const whyNot = (problem: ContentProblem): string | undefined => (isWarning(problem) ? problem.notReady : 'wrong');

function tell(problems: readonly ContentProblem[]): number {
  const byReason = Map.groupBy(problems, whyNot);
  const parts = headings.flatMap(([why, heading]) => {
    const ones = byReason.get(why) ?? [];
    return ones.length === 0
      ? []
      : [{ text: `${heading} (${ones.length}):\n\n${groupProblems(shown, ones)}\n`, count: ones.length }];
  });
  for (const { text } of parts) console.log(text);
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  console.log(count === 0 ? 'The content may be let out.' : `Not to be let out: ${count} to see to.`);
  return count === 0 ? 0 : 1;
}

try {
  process.exitCode = tell((await checkPack(folder, now)).problems);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
