import { type CheckedPack, checkPack } from '../packs/check-pack.ts';
import { isWarning } from '../packs/content-problem.ts';
import { groupProblems } from './content-run/group-problems.ts';
import { readOptions } from './content-run/read-options.ts';

// Run as `npm run check:content -- [folder] [--date YYYY-MM-DD]`. Exit code 1 on errors, 2 on a wrong option; warnings do not fail.
// With a date, as on that day: what will be out of date next month is seen today.

const { folder, shown, now } = readOptions();

function tell({ problems, counts }: CheckedPack): number {
  const warnings = problems.filter(isWarning);
  const errors = problems.filter((problem) => !isWarning(problem));
  if (warnings.length > 0) console.log(`To see to (${warnings.length}):\n\n${groupProblems(shown, warnings)}\n`);
  if (errors.length > 0) {
    console.log(`Wrong (${errors.length}):\n\n${groupProblems(shown, errors)}\n`);
    return 1;
  }
  console.log(`${counts.modules} modules, ${counts.texts} texts, ${counts.contacts} contacts checked. No errors.`);
  return 0;
}

try {
  process.exitCode = tell(await checkPack(folder, now));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
