import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack } from '../support/copy-pack.ts';

const command = path.resolve(import.meta.dirname, '../../src/tools/check-content.ts');

function run(folder: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, folder, '2026-11-23'], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const real = run(contentFolder);

describe('npm run check:content', () => {
  test('tells what was checked, and does not fail on warnings', () => {
    const { code, out } = real;
    expect(out).toMatch(/nobody has approved the module/);
    expect(out).toMatch(/suicide: utkast, shown to nobody: «Ikke la barnet være alene\.»/);
    expect(out).toMatch(/10 modules, \d+ texts, \d+ contacts checked\. No errors\.\n$/);
    expect(code).toBe(0);
  });

  test('fails on errors, grouped by file and in the order of the lines', async () => {
    const module = 'modules/uro/module.yaml';
    const folder = await copyPack(
      { file: module, find: 'laws: [straffeloven-196]', put: 'laws: [borte]' },
      { file: module, find: 'https://plikt.no', put: 'http://plikt.no' },
    );
    const { code, out } = run(folder);
    expect(out).toMatch(/Wrong \(2\):\n\n.*modules\/uro\/module\.yaml\n {2}13: .*https.*\n {2}15: .*borte.*\n/);
    expect(out).not.toMatch(/No errors/);
    expect(code).toBe(1);
  });

  test('says what to do about a folder that is no pack', async () => {
    const { code, err } = run(await copyPack({ file: 'pack.yaml' }));
    expect(err).toMatch(/pack\.yaml:1: the file cannot be read[\s\S]*set the pack folder/);
    expect(err).not.toMatch(/ at .*\.ts:/);
    expect(code).toBe(1);
  });

  test('takes the date by name, as the guide commands do, after or without the folder', () => {
    const { status, stdout } = spawnSync(process.execPath, [command, contentFolder, '--date', '2026-11-23'], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, real.out]);
  });
});

describe('an option that a content command does not have', () => {
  test.each(['check-content', 'draw-guide', 'print-guide'])('is told in one line with the usage by %s', (name) => {
    const tool = path.join(path.dirname(command), `${name}.ts`);
    for (const option of ['--dato', '--date']) {
      const { status, stderr } = spawnSync(process.execPath, [tool, option], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([2, expect.stringMatching(/^.*Usage: .*--date YYYY-MM-DD\]\n$/)]);
    }
  });
});
