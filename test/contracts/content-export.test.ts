import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { serviceEnvironment } from '../support/drive.ts';

const run = promisify(execFile);

test('npm run content:export reads the rows of the configured storage and writes a pack that passes the check', async () => {
  const prefix = newPrefix();
  const { content, texts } = await openTestTables({ prefix });
  const made = { moduleId: 'meldeplikt', at: new Date('2026-11-23T09:00:00Z'), by: { personId: 'kari', name: 'Kari' } };
  const of = 'texts1';
  await texts.create(of, [{ path: 'title', locale: 'nb', text: 'Plikten til å melde' }]);
  await content.append(
    { kind: 'texts-read', changeId: 'a', ...made, textsId: of, version: 4, onFiles: 3, count: 1 },
    0,
  );
  await content.append({ kind: 'texts-sent', changeId: 'b', ...made, of }, 1);
  await content.append({ kind: 'texts-accepted', changeId: 'c', ...made, of }, 2);

  const parent = await mkdtemp(path.join(tmpdir(), 'export-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  const out = path.join(parent, 'content');
  const env = {
    ...{ ...process.env, ...serviceEnvironment },
    ...{ UNDRING_STORAGE_CONNECTION_STRING: inject('azurite'), UNDRING_STORAGE_PREFIX: prefix },
  };
  const { stdout } = await run(process.execPath, ['src/tools/content-export.ts', '--out', out], { env });
  expect(stdout).toContain('3 changes from the chat, 2 files changed');
  expect(await readFile(path.join(out, 'modules/meldeplikt/nb.yaml'), 'utf8')).toMatch(/^title: Plikten til å melde\n/);
  expect(await readFile(path.join(out, 'modules/meldeplikt/module.yaml'), 'utf8')).toMatch(/^version: 4$/m);

  await expect(run(process.execPath, ['src/tools/content-export.ts', '--out', out], { env })).rejects.toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('is not empty; name a folder that does not exist yet') },
  });
  await expect(run(process.execPath, ['src/tools/content-export.ts'], { env })).rejects.toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('Usage: [--pack <folder>] --out <folder>') },
  });
}, 120_000);
