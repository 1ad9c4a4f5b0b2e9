import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack } from '../support/copy-pack.ts';

const command = path.resolve(import.meta.dirname, '../../src/tools/release-check.ts');

function run(folder: string, date = '2026-11-23'): { code: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, [command, folder, '--date', date], { encoding: 'utf8' });
  return { code: status, out: stdout };
}

const real = run(contentFolder);

describe('npm run release:check', () => {
  test('refuses what is missing or unapproved, each with file, line and remedy', () => {
    const { code, out } = real;
    expect(code).toBe(1);
    expect(out).toMatch(/Missing \(\d+\):[\s\S]*contacts\.yaml\n {2}\d+: barnevernvakt has no number .*sets it\./);
    expect(out).toMatch(/Unapproved \(\d+\):[\s\S]*nobody has approved the module\. BTI-koordinator approves it/);
    expect(out).toMatch(/Not to be let out: \d+ to see to\.\n$/);
  });

  test('refuses content without a file that says how long things are kept', async () => {
    expect(run(await copyPack({ file: 'retention.yaml' })).out).toMatch(
      /Missing \(\d+\):[\s\S]*retention\.yaml\n[^\n]*there is no retention\.yaml/,
    );
  });

  test('leaves out what is only hard to read, and what nobody sees', () => {
    expect(real.out).not.toMatch(/LIX|characters|passives|modules yet/);
  });

  test('refuses what has become stale since', () => {
    expect(real.out).not.toMatch(/Stale/);
    const { code, out } = run(contentFolder, '2027-05-25');
    expect(code).toBe(1);
    expect(out).toMatch(/is out of date since 2027-05-21|was last checked/);
  });

  test('refuses what is wrong', async () => {
    const folder = await copyPack({
      file: 'modules/uro/module.yaml',
      find: 'laws: [straffeloven-196]',
      put: 'laws: [borte]',
    });
    const { code, out } = run(folder);
    expect([code, out]).toEqual([1, expect.stringMatching(/Wrong \(1\):/)]);
  });
});
