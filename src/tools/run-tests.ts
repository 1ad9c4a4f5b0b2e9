import path from 'node:path';
import { describeRun, isGreen, runAll } from './test-run/run-all.ts';
import { runStage } from './test-run/run-stage.ts';
import { stages } from './test-run/stages.ts';

/** `npm test`: every stage with its time, stopping at the first red one; the last line is the sum. */
const root = path.resolve(import.meta.dirname, '../..');
const run = await runAll(stages, (stage) => runStage({ root, output: 'inherit' }, stage), console.log);
for (const line of describeRun(run)) console.log(line);
if (!isGreen(run)) process.exitCode = 1;
