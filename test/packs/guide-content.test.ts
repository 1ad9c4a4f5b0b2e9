import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/packs/content-problem.ts';
import { loadGuide } from '../../src/packs/load-guide.ts';
import { packFolder } from '../features/guide/the-guide.ts';

const work = await mkdtemp(path.join(tmpdir(), 'undring-guide-'));
afterAll(() => rm(work, { recursive: true }));

/** The problems of the delivered content with one thing in one file changed. */
async function problemsWhen(file: string, from: string, to: string): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(work, 'pack-'));
  for (const part of ['contacts.yaml', 'laws.yaml', 'levels.yaml', 'tools.yaml', 'guides']) {
    await cp(path.join(packFolder, part), path.join(folder, part), { recursive: true });
  }
  const target = path.join(folder, file);
  const text = await readFile(target, 'utf8');
  expect(text).toContain(from);
  await writeFile(
    target,
    text.replace(from, () => to),
  );
  const { value, problems } = await loadGuide(folder, 'test-1');
  expect(value === undefined).toBe(problems.length > 0);
  return problems.map(formatProblem);
}

describe('the guide’s files', () => {
  it('are read with every step a draft until somebody has approved it', async () => {
    const { value, problems } = await loadGuide(packFolder, '7');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ guideId: 'worried', packVersion: '7' });
    expect([...(value?.steps.values() ?? [])].every(({ approval }) => approval.status === 'utkast')).toBe(true);
  });

  it('have a source and a date for every contact and section', async () => {
    const { value } = await loadGuide(packFolder, '7');
    for (const fact of [...(value?.contacts.values() ?? []), ...(value?.laws ?? [])]) {
      expect(fact.source).not.toBe('');
      expect(fact.verifiedAt < fact.validTo).toBe(true);
    }
  });

  it.each([
    [
      'guides/worried.yaml',
      'to: violence\n',
      'to: nowhere\n',
      /^guides\/worried\.yaml:\d+: worried\/suspicion: .*nowhere/,
    ],
    [
      'guides/worried.yaml',
      'heading: { nb: Ring nå, nn: Ring no, en: Call now }',
      'heading: { nb: Ring nå, en: Call now }',
      /heading\.nn/,
    ],
    ['guides/worried.yaml', 'deadline: level', 'deadline: soon', /deadline/],
    ['guides/worried.yaml', 'id: notes', 'id: unsure', /the id unsure is used twice/],
    [
      'contacts.yaml',
      "number: '112'",
      'number: one-one-two',
      /^contacts\.yaml:\d+: contacts\.0\.number: write digits and spaces/,
    ],
    ['contacts.yaml', 'verifiedAt: 2026-11-22', 'verifiedAt: 2026-02-31', /calendar date/],
    [
      'contacts.yaml',
      'owner: beredskapskoordinator',
      'ownr: beredskapskoordinator',
      /ownr is not known in contacts\.0/,
    ],
    ['laws.yaml', 'url: https://', 'url: http://', /^laws\.yaml:\d+: laws\.0\.url/],
    ['laws.yaml', 'duty: report', 'duty: perhaps', /^laws\.yaml:\d+: laws\.0\.duty/],
  ])('(%s) are refused with "%s" as "%s"', async (file, from, to, problem) => {
    expect((await problemsWhen(file, from, to)).join('\n')).toMatch(problem);
  });

  it('take a municipality’s own deadline in days', async () => {
    expect(await problemsWhen('guides/worried.yaml', 'deadline: level', 'deadline: 14')).toEqual([]);
  });

  it('that are missing are told by name', async () => {
    const { problems } = await loadGuide(work, '1');
    expect(problems.map(({ file }) => file)).toEqual([
      'contacts.yaml',
      'laws.yaml',
      'levels.yaml',
      'tools.yaml',
      'guides/worried.yaml',
    ]);
  });
});
