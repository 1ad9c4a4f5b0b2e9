import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { readPdf } from '../views/pdf/read-pdf.ts';
import { type OpenWorkbench, openWorkbench } from './open-workbench.ts';
import { takeModule } from './take-module.ts';
import { openAs, type TeamsWindow } from './teams-window.ts';

const { pack } = await loadPack('content');
let workbench: OpenWorkbench;
let page: Page;

beforeAll(async () => {
  workbench = await openWorkbench(30_000);
  page = workbench.page;
});

afterAll(() => workbench?.close());

const question = ({ root }: TeamsWindow) => root.locator('.file.question');
const link = ({ root }: TeamsWindow) => root.locator('.file a');

describe('in the workbench, a finished module', () => {
  test('gives a diploma that Teams asks about, and that opens as a PDF', async () => {
    const iselin = await openAs(page, 'Iselin Myrvang');
    const [module] = pack.catalogue.modules;
    if (!module) throw new Error('the pack has no module');
    // Asked for: where the machine stood still as the app was installed, the greeting has no modules yet.
    await iselin.say('hei');
    await iselin.press('Kom i gang');
    await takeModule(iselin, module);
    await iselin.press('Hent kursbevis');
    await iselin.sees('Kursbeviset er klart');
    await question(iselin).getByText(`Kursbevis ${module.title.nb}`, { exact: false }).first().waitFor();
    await workbench.picture('diploma-question');
    await question(iselin).getByRole('button', { name: 'Tillat' }).click();
    await link(iselin).waitFor();
    expect(await question(iselin).count()).toBe(0);
    await workbench.picture('diploma-file');
    const address = (await link(iselin).getAttribute('href')) ?? '';
    const opened = await page.request.get(address);
    expect(opened.headers()['content-type']).toBe('application/pdf');
    const { text } = await readPdf(await opened.body());
    expect(text).toContain('Iselin Myrvang');
    expect(text).toContain(module.title.nb);
  });

  test('gives none to who says no, with a kind word, and one when it is wanted after all', async () => {
    const iselin = await openAs(page, 'Iselin Myrvang');
    await iselin.say('kursbevis');
    await iselin.press('Hent kursbevis');
    await question(iselin).getByRole('button', { name: 'Avslå' }).click();
    await iselin.sees('Helt greit');
    expect(await question(iselin).count()).toBe(0);
    await iselin.press('Hent kursbevis');
    await question(iselin).getByRole('button', { name: 'Tillat' }).click();
    await link(iselin).nth(1).waitFor();
  });

  test('still has its file after a restart', async () => {
    await workbench.restart();
    const iselin = await openAs(page, 'Iselin Myrvang');
    const [kept] = workbench.dev().workbench.teams.oneDrive.files;
    expect(kept?.name).toMatch(/^Kursbevis .*\.pdf$/);
    await link(iselin).first().waitFor();
    const bytes = Buffer.from(kept?.base64 ?? '', 'base64');
    expect((await readPdf(bytes)).text).toContain('Iselin Myrvang');
  });
});
