import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { checkPack } from '../../src/packs/check-pack.ts';
import { makeModule } from '../../src/tools/new-module/make-module.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack } from '../support/copy-pack.ts';

const outlines = await readFile(path.join(contentFolder, 'outlines.yaml'), 'utf8');
const ids: readonly string[] = parse(outlines).outlines.map(({ id }: { id: string }) => id);

async function emptyPack(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'outlines-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'outlines.yaml'), outlines);
  return folder;
}

describe('a new module', () => {
  test.each(ids)('%s has its four files, and lacks nothing but words and sources', async (id) => {
    const folder = await copyPack(
      { file: 'outlines.yaml', put: outlines },
      { file: 'pack.yaml', find: '  - id: uro\n', put: `  - id: uro\n  - id: ${id}\n` },
    );
    await makeModule(folder, id);
    const { problems } = await checkPack(folder, new Date('2026-11-23T09:00:00Z'));
    const ofModule = problems.filter(({ file }) => file.startsWith(`modules/${id}/`));
    expect(ofModule.map(({ message }) => message)).toEqual(['sources: names no source']);
  });

  test('is told card by card, and of its case, what is not written, once it has a source', async () => {
    const folder = await copyPack(
      { file: 'outlines.yaml', put: outlines },
      { file: 'pack.yaml', find: '  - id: uro\n', put: '  - id: uro\n  - id: atferd\n' },
    );
    await makeModule(folder, 'atferd');
    const file = path.join(folder, 'modules/atferd/module.yaml');
    const text = await readFile(file, 'utf8');
    const withSource = text
      .replace('sources: []', 'sources: [{ source: "Lokal plan", verifiedAt: 2026-11-20 }]')
      .replace(/areas: .*/, 'areas: []');
    await writeFile(file, withSource);
    const { problems } = await checkPack(folder, new Date('2026-11-23T09:00:00Z'));
    const unwritten = problems.filter(({ message }) => message.endsWith('is not written yet'));
    expect(unwritten).toHaveLength(3 * (6 + 1));
    expect(unwritten[0]).toMatchObject({ file: 'modules/atferd/nb.yaml', line: 5 });
  });

  test('never touches a folder that is there', async () => {
    const folder = await emptyPack();
    await makeModule(folder, 'atferd');
    await writeFile(path.join(folder, 'modules/atferd/nb.yaml'), 'mine');
    await expect(makeModule(folder, 'atferd')).rejects.toThrow('is there already');
    expect(await readFile(path.join(folder, 'modules/atferd/nb.yaml'), 'utf8')).toBe('mine');
  });

  test('without a name lists the outlines, and an unknown one is told with the list', async () => {
    const folder = await emptyPack();
    expect(await makeModule(folder, undefined)).toContain('skolefravaer  Skolefravær');
    await expect(makeModule(folder, 'skolefravar')).rejects.toThrow(/no outline «skolefravar»[\s\S]*skolefravaer/);
    expect(await readdir(folder)).toEqual(['outlines.yaml']);
  });
});
