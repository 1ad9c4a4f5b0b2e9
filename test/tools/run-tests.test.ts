import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRun, isGreen, runAll } from '../../src/tools/test-run/run-all.ts';
import { runStage, type StageResult } from '../../src/tools/test-run/run-stage.ts';
import type { Stage } from '../../src/tools/test-run/stages.ts';

const stage = (name: string): Stage => ({ name, command: ['node', name], needs: '.', tests: false });
const result = (name: string, outcome: StageResult['outcome'], passed = 0, failed = 0): StageResult => ({
  name,
  outcome,
  seconds: 1.25,
  passed,
  failed,
});

const runWith = (outcomes: Record<string, StageResult>) => {
  const said: string[] = [];
  const all = Object.keys(outcomes).map(stage);
  const run = runAll(
    all,
    async ({ name }) => outcomes[name] ?? result(name, 'missing'),
    (line) => said.push(line),
  );
  return run.then((done) => ({ run: done, said: said.join('\n'), lines: describeRun(done) }));
};

describe('the order of the stages', () => {
  it('adds up the tests of all stages in the last line', async () => {
    const { run, lines } = await runWith({
      types: result('types', 'green'),
      unit: result('unit', 'green', 40),
      e2e: result('e2e', 'green', 2),
    });
    expect(lines.at(-1)).toBe('42 passed, 0 failed');
    expect(isGreen(run)).toBe(true);
  });

  it('stops at the first red stage, says how to run it alone, and lists what did not run', async () => {
    const { run, said, lines } = await runWith({ unit: result('unit', 'red', 3, 2), e2e: result('e2e', 'green', 9) });
    expect(said).toContain('RED: unit. Run it alone: node unit');
    expect(lines.join('\n')).toMatch(/e2e .*not run/);
    expect(lines.at(-1)).toBe('3 passed, 2 failed');
    expect(isGreen(run)).toBe(false);
  });

  it('goes on past a missing stage, and is not green at the end', async () => {
    const { run, lines } = await runWith({ contracts: result('contracts', 'missing'), e2e: result('e2e', 'green', 9) });
    expect(lines.join('\n')).toContain('MISSING');
    expect(lines.at(-1)).toBe('9 passed, 1 failed');
    expect(isGreen(run)).toBe(false);
  });

  it('says that a stage was not run, and does not call it green, red or passed', async () => {
    const { run, lines } = await runWith({ supply: result('supply', 'not run'), e2e: result('e2e', 'green', 9) });
    expect(lines.join('\n')).toMatch(/supply .*not run/);
    expect(lines.at(-1)).toBe('9 passed, 0 failed');
    expect(isGreen(run)).toBe(true);
  });

  it('counts a red stage without tests as one failure', async () => {
    expect((await runWith({ types: result('types', 'red') })).lines.at(-1)).toBe('0 passed, 1 failed');
  });
});

describe('one stage', () => {
  const repository = path.resolve(import.meta.dirname, '../..');
  let root = '';

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'undring-stages-'));
    await symlink(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
    await writeFile(path.join(root, 'package.json'), '{ "type": "module" }');
    await mkdir(path.join(root, '.data'));
    await mkdir(path.join(root, 'empty'));
    const file = (name: string, body: string) => writeTest(name, `import { it } from 'vitest';\n${body}\n`);
    await file('good', "it('one', () => {}); it('two', () => {});");
    await file('bad', "it('one', () => {}); it('two', () => { throw new Error('no'); });");
    await file('skipped', `it('one', () => {}); it.${'skip'}('two', () => {});`);
    await file('broken', "throw new Error('cannot be loaded');");
  });
  afterAll(() => rm(root, { recursive: true }));

  const writeTest = async (name: string, text: string): Promise<void> => {
    await mkdir(path.join(root, name));
    await writeFile(path.join(root, name, `${name}.test.ts`), text);
  };
  const run = (folder: string) =>
    runStage(
      { root, output: 'ignore' },
      { name: folder, command: ['vitest', 'run', '--dir', folder], needs: folder, tests: true },
    );

  it('counts the tests that vitest ran', async () => {
    expect(await run('good')).toMatchObject({ outcome: 'green', passed: 2, failed: 0 });
  });

  it('is red for a test that failed, was skipped, or could not be loaded', async () => {
    expect(await run('bad')).toMatchObject({ outcome: 'red', passed: 1, failed: 1 });
    expect(await run('skipped')).toMatchObject({ outcome: 'red', passed: 1, failed: 1 });
    expect(await run('broken')).toMatchObject({ outcome: 'red', passed: 0, failed: 1 });
  });

  it('is missing where there is no folder, or no test in it', async () => {
    expect(await run('nowhere')).toMatchObject({ outcome: 'missing' });
    expect(await run('empty')).toMatchObject({ outcome: 'missing' });
  });

  it('is green or red by the exit code where nothing is counted', async () => {
    const command = (code: number): Stage => ({
      name: 'check',
      command: ['node', '-e', `process.exit(${code})`],
      needs: '.',
      tests: false,
    });
    expect(await runStage({ root, output: 'ignore' }, command(0))).toMatchObject({ outcome: 'green', passed: 0 });
    expect(await runStage({ root, output: 'ignore' }, command(3))).toMatchObject({ outcome: 'red' });
    expect(await runStage({ root, output: 'ignore' }, command(75))).toMatchObject({ outcome: 'not run' });
  });
});
