import path from 'node:path';
import { parseArgs } from 'node:util';
import { readLocalDate } from '../core/local-date.ts';
import { type CheckedPack, checkPack } from '../packs/check-pack.ts';
import { type ContentProblem, isWarning } from '../packs/content-problem.ts';
import { reasonOf } from './guide-run.ts';

// Run as `npm run check:content -- [folder] [--date YYYY-MM-DD]`. Exit code 1 on errors, 2 on a wrong option; warnings do not fail.
// With a date, as on that day: what will be out of date next month is seen today.

const usage = 'Usage: [folder] [--date YYYY-MM-DD]';
const { folder: given = 'content', date } = readOptions();
const folder = path.resolve(given);
const shown = path.relative(process.cwd(), folder) || '.';

/** Problems under the heading of their file, in the order of the lines. */
function grouped(problems: readonly ContentProblem[]): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([file, ones]) => [path.join(shown, file), ...inLineOrder(ones).map(formatLine)].join('\n'))
    .join('\n\n');
}

const inLineOrder = (problems: readonly ContentProblem[]): ContentProblem[] =>
  [...problems].sort((one, other) => one.line - other.line);

const formatLine = ({ line, message, remedy }: ContentProblem): string => `  ${line}: ${message}. ${remedy}`;

function tell({ problems, counts }: CheckedPack): number {
  const warnings = problems.filter(isWarning);
  const errors = problems.filter((problem) => !isWarning(problem));
  if (warnings.length > 0) console.log(`To see to (${warnings.length}):\n\n${grouped(warnings)}\n`);
  if (errors.length > 0) {
    console.log(`Wrong (${errors.length}):\n\n${grouped(errors)}\n`);
    return 1;
  }
  console.log(`${counts.modules} modules, ${counts.texts} texts, ${counts.contacts} contacts checked. No errors.`);
  return 0;
}

/** The date may stand after the folder as well. */
function readOptions(): { folder?: string; date?: string } {
  try {
    const { values, positionals } = parseArgs({ options: { date: { type: 'string' } }, allowPositionals: true });
    const [folder, date] = positionals;
    const day = values.date ?? date;
    if (day !== undefined && readLocalDate(day) === undefined) throw new TypeError(`--date ${day} is no date. `);
    return { folder, date: day };
  } catch (error) {
    console.error(`${reasonOf(error)} ${usage}`);
    process.exit(2);
  }
}

try {
  process.exitCode = tell(await checkPack(folder, date ? new Date(`${date}T12:00:00Z`) : new Date()));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
