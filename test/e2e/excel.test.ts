import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellAt, typeIn } from '../support/edit-workbook.ts';
import { type OpenWorkbench, openWorkbench } from './open-workbench.ts';
import { openAs, openBeside, type TeamsWindow } from './teams-window.ts';

let workbench: OpenWorkbench;
let page: Page;

beforeAll(async () => {
  workbench = await openWorkbench(30_000);
  page = workbench.page;
});

afterAll(() => workbench?.close());

const question = ({ root }: TeamsWindow) => root.locator('.file.question');
const heading = 'cards.plikten-er-din.heading';

describe('in the workbench, the texts of a module', () => {
  test('go out as a workbook, come back changed, and hold when a second person has read them', async () => {
    const first = await openAs(page, 'Nina Nordli');
    await first.say('innhold');
    await first.press('Åpne Meldeplikt');
    await first.press('Hent tekstene som Excel');
    await question(first).getByRole('button', { name: 'Tillat' }).click();
    const link = first.root.locator('.file a').last();
    await link.waitFor();
    const opened = await page.request.get((await link.getAttribute('href')) ?? '');
    const bytes = new Uint8Array(await opened.body());

    const at = await cellAt(bytes, heading, 'nb');
    const buffer = Buffer.from(await typeIn(bytes, { [at]: 'Din egen plikt' }));
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await first.root.getByLabel('Send en fil').setInputFiles({ name: 'tekster.xlsx', mimeType, buffer });
    await first.sees('Én tekst er endret.');
    await workbench.picture('excel-read');
    await first.press('Send til godkjenning');
    await first.sees('Tekstene er sendt.');

    const second = await openBeside(page, 'Geir Hamre');
    await second.say('innhold');
    await second.press('Åpne Meldeplikt');
    await second.press('Se de nye tekstene');
    await second.sees('Din egen plikt');
    await second.press('Godkjenn tekstene');
    await second.sees('De nye tekstene gjelder nå.');
    await workbench.picture('excel-accepted');
    await second.press('Se kortene');
    await second.sees('Din egen plikt');
    expect(workbench.dev().workbench.teams.oneDrive.files).toHaveLength(2);
  });
});
