import type { StageResult } from './run-stage.ts';
import type { Stage } from './stages.ts';

export type TestRun = { results: readonly StageResult[]; notRun: readonly Stage[] };

/** Runs the stages in order and stops after the first red one. A missing stage does not stop the others. */
export async function runAll(
  stages: readonly Stage[],
  run: (stage: Stage) => Promise<StageResult>,
  say: (line: string) => void,
): Promise<TestRun> {
  const results: StageResult[] = [];
  for (const [index, stage] of stages.entries()) {
    say(`\n── ${stage.name}`);
    const result = await run(stage);
    results.push(result);
    say(`── ${stage.name}: ${result.outcome}, ${result.seconds.toFixed(1)} s`);
    if (result.outcome !== 'red') continue;
    say(`\nRED: ${stage.name}. Run it alone: ${stage.command.join(' ')}`);
    return { results, notRun: stages.slice(index + 1) };
  }
  return { results, notRun: [] };
}

/** Green only when every stage ran and was green; that somebody else did not answer is told, and is nobody's mistake here. */
export const isGreen = ({ results, notRun }: TestRun): boolean =>
  notRun.length === 0 && results.every(({ outcome }) => outcome === 'green' || outcome === 'not run');

/** A row for each stage, and as the last line the sum: `412 passed, 0 failed`. */
export function describeRun({ results, notRun }: TestRun): readonly string[] {
  const width = Math.max(...[...results, ...notRun].map(({ name }) => name.length));
  const seconds = (value: number): string => `${value.toFixed(1)} s`.padStart(8);
  const ran = results.map(({ name, outcome, seconds: took, passed, failed }) => {
    const counts = passed + failed > 0 ? `  ${passed} passed, ${failed} failed` : '';
    return `${name.padEnd(width)}  ${seconds(took)}  ${outcome === 'missing' ? 'MISSING: nothing to run' : outcome}${counts}`;
  });
  const left = notRun.map(({ name }) => `${name.padEnd(width)}  ${''.padStart(8)}  not run`);
  const total = results.reduce((sum, { seconds: took }) => sum + took, 0);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  // A red or missing stage without tests is a failure too: the sum must never look green when the run is not.
  const failed = results.reduce(
    (sum, result) => sum + (isGreen({ results: [result], notRun: [] }) ? 0 : Math.max(result.failed, 1)),
    0,
  );
  return ['', ...ran, ...left, `${'all'.padEnd(width)}  ${seconds(total)}`, '', `${passed} passed, ${failed} failed`];
}
