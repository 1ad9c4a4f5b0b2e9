import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Stage } from './stages.ts';

export type StageResult = {
  name: string;
  /**
   * `missing`: what the stage needs is not there, or it holds no test. `not run`: somebody else did not answer, and the stage says so.
   * Neither is the same as green.
   */
  outcome: 'green' | 'red' | 'missing' | 'not run';
  seconds: number;
  passed: number;
  failed: number;
};

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** Where stages run, and whether what they write is shown as it comes. */
export type Place = { root: string; output: 'inherit' | 'ignore' };

/** Runs one stage. A test that was skipped makes it red. */
export async function runStage(place: Place, stage: Stage): Promise<StageResult> {
  const started = performance.now();
  const finish = (outcome: StageResult['outcome'], passed = 0, failed = 0): StageResult => ({
    name: stage.name,
    outcome,
    seconds: (performance.now() - started) / 1000,
    passed,
    failed,
  });
  const { root } = place;
  if (!isThere(path.join(root, stage.needs), stage.tests)) return finish('missing');
  if (!stage.tests) return finish(outcomeOf(await runCommand(place, stage.command)));

  const reportFile = path.join(root, '.data', `test-report-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runCommand(place, [...stage.command, ...reporters]);
  const report = await readReport(reportFile);
  if (!report) return finish('red', 0, 1);
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded fails without having a test that failed.
  const failed =
    report.numFailedTests + (report.numFailedTests === 0 && report.numFailedTestSuites > 0 ? 1 : 0) + skipped;
  if (skipped > 0 && place.output === 'inherit') console.error(`${skipped} tests were skipped; that counts as failed`);
  const isGreen = code === 0 && report.success && failed === 0;
  return finish(isGreen ? 'green' : 'red', report.numPassedTests, isGreen ? 0 : Math.max(failed, 1));
}

/** By the exit code of a check; 75 is what sendmail says for "try again later". */
function outcomeOf(code: number): StageResult['outcome'] {
  if (code === 0) return 'green';
  return code === 75 ? 'not run' : 'red';
}

function isThere(place: string, tests: boolean): boolean {
  if (!existsSync(place)) return false;
  return !tests || readdirSync(place, { recursive: true }).some((file) => String(file).endsWith('.test.ts'));
}

function runCommand({ root, output }: Place, [name = '', ...args]: readonly string[]): Promise<number> {
  const bin = path.join(root, 'node_modules/.bin', name);
  return new Promise((resolve, reject) => {
    const child = spawn(name === 'node' ? process.execPath : bin, args, {
      cwd: root,
      stdio: ['ignore', output, output],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

async function readReport(file: string): Promise<z.infer<typeof reportSchema> | undefined> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  } finally {
    await rm(file, { force: true });
  }
}
