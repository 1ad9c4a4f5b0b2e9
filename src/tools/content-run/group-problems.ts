import path from 'node:path';
import type { ContentProblem } from '../../packs/content-problem.ts';

/** Problems under the heading of their file, in the order of the lines, each with its remedy. */
export function groupProblems(shown: string, problems: readonly ContentProblem[]): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([file, ones]) => [path.join(shown, file), ...inLineOrder(ones).map(formatLine)].join('\n'))
    .join('\n\n');
}

const inLineOrder = (problems: readonly ContentProblem[]): ContentProblem[] =>
  [...problems].sort((one, other) => one.line - other.line);

const formatLine = ({ line, message, remedy }: ContentProblem): string => `  ${line}: ${message}. ${remedy}`;
