import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../core/failure.ts';
import { instantOf, type LocalDate, localDateAt, readLocalDate } from '../core/local-date.ts';
import { formatProblem } from '../packs/content-problem.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { Pack } from '../packs/pack.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a guide command works on: the pack, the day it is made for, and where its files go. */
export type GuideRun = { pack: Pack; today: LocalDate; noon: Date; folder: string };

/** Runs a guide command. What is wrong is told in plain words, with exit code 1, or 2 for an unknown option: who runs it may be no programmer. */
export async function runGuideCommand(work: (run: GuideRun) => Promise<string>): Promise<void> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options) console.log(await work(await readGuideRun(options)));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Says how it is used, with exit code 2, when there is an option that it does not have. */
function readOptions(args: readonly string[]): Options | undefined {
  try {
    return parseArgs({ args: [...args], options: { pack: { type: 'string' }, date: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${reasonOf(error)} Usage: [--pack <folder>] [--date YYYY-MM-DD]`);
    process.exitCode = 2;
    return undefined;
  }
}

type Options = { pack?: string; date?: string };

/** Node says more than one sentence, with what may have been meant. */
export const reasonOf = (error: unknown): string =>
  `${(error instanceof Error ? error.message : String(error)).split('. ')[0]?.split('\n')[0]}.`;

/**
 * Reads `--pack <folder>` (content/ where it is left out) and `--date YYYY-MM-DD` (today). Throws Failure `invalid` for a guide with
 * errors: the bot would answer with the national numbers only, and that is nothing to draw or print.
 */
async function readGuideRun(values: Options): Promise<GuideRun> {
  const packFolder = path.resolve(values.pack ?? path.join(root, 'content'));
  const { pack, problems } = await loadPack(packFolder);
  const wrong = problems.filter(
    ({ file, severity }) => severity !== 'warning' && /^(guides\/|contacts|laws|levels|tools)/.test(file),
  );
  if (wrong.length > 0) {
    const told = wrong.map(formatProblem).join('\n');
    throw new Failure('invalid', `the guide in ${packFolder} cannot be used:\n${told}\nMend it, then run this again.`);
  }
  const today = values.date === undefined ? localDateAt(new Date(), pack.zone) : readLocalDate(values.date);
  if (!today) throw new Failure('invalid', `--date ${values.date} is no date; write it as 2026-12-01`);
  const own = values.pack === undefined ? '' : path.basename(packFolder);
  return { pack, today, noon: instantOf(today, '12:00', pack.zone), folder: path.join(root, 'dist/guide', own) };
}
