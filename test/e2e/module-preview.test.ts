import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { drawModule } from '../../src/tools/module-preview/draw-module.ts';
import { createRender } from '../../src/views/create-render.ts';
import { contentFolder } from '../support/content-strings.ts';
import { aModule } from '../support/module-builder.ts';

/** pngjs brings no types. */
const { PNG }: { PNG: { sync: { read(png: Buffer): { width: number; data: Buffer } } } } = createRequire(
  import.meta.url,
)('pngjs');
const cardsFolder = path.resolve(import.meta.dirname, '../../cards');

test('a preview is a picture of each card in both sizes and themes, and a page that shows them, and nothing old', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'preview-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, '99-gammel-wide-light-1.png'), '');
  const { pack } = await loadPack(contentFolder);
  const render = await createRender({ cardsFolder, texts: pack.texts, zone: pack.zone });
  const module = aModule('uro');
  const drawn = await drawModule({ module, laws: [], render, now: new Date('2026-11-23T09:00:00Z'), folder });

  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  expect((await readdir(folder)).sort()).toEqual(['index.html', ...drawn.map(({ file }) => file)].sort());
  for (const size of ['wide', 'narrow'])
    for (const theme of ['light', 'dark'])
      expect(
        new Set(drawn.filter((one) => one.size === size && one.theme === theme).map(({ sheet }) => sheet)).size,
      ).toBe(10);
  for (const { file, size, theme, faults } of drawn) {
    expect(faults, file).toEqual([]);
    const picture = PNG.sync.read(await readFile(path.join(folder, file)));
    expect(page).toContain(`src="${file}"`);
    expect([file, picture.width]).toEqual([file, size === 'wide' ? 1760 : 1040]);
    expect([file, (picture.data[0] ?? 0) > 128]).toEqual([file, theme === 'light']);
    expect(new Set(picture.data).size, file).toBeGreaterThan(20);
  }
});
