import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { type OpenWorkbench, openWorkbench } from './open-workbench.ts';
import { takeModule } from './take-module.ts';
import { openAs, openBeside, windowOf } from './teams-window.ts';

const { pack } = await loadPack('content');
let workbench: OpenWorkbench;
let page: Page;
const pageErrors: string[] = [];

beforeAll(async () => {
  workbench = await openWorkbench(15_000);
  page = workbench.page;
  page.on('pageerror', ({ message }) => pageErrors.push(message));
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  await page.reload();
});

afterAll(() => workbench?.close());

describe('in the workbench', () => {
  test('a new hire is met with the modules and their dates', async () => {
    const iselin = windowOf(page, 'Iselin Myrvang');
    await iselin.sees(/Jeg er Undring, en robot\./);
    // Where the machine stood still as the app was installed, the greeting has no modules yet, and offers to try again.
    if ((await iselin.card.getByRole('button', { name: 'Prøv igjen' }).count()) > 0) await iselin.press('Prøv igjen');
    await iselin.sees('Hei, Iselin! Jeg er Undring, en robot.');
    await iselin.sees(/^Frist /);
    await workbench.picture('1-welcome');
  });

  test('somebody without the app installs it and is greeted', async () => {
    const sindre = await openAs(page, 'Sindre Fjell');
    await sindre.root.getByRole('button', { name: 'Installer appen' }).click();
    await sindre.sees('Hei, Sindre! Jeg er Undring, en robot.');
    expect(await sindre.root.locator('.card').count()).toBe(1);
  });

  test('a practice talk is answered by pressing what one would say', async () => {
    const sindre = windowOf(page, 'Sindre Fjell');
    const module = pack.catalogue.modules.find(({ moduleId }) => moduleId === 'samtalen-med-barnet');
    if (!module) throw new Error('the pack has no module samtalen-med-barnet');
    await sindre.say('moduler');
    await sindre.press(`Åpne ${module.title.nb}`);
    await takeModule(sindre, module);
    await sindre.sees('Bra jobbet!');
    expect(await sindre.root.locator('.card').count()).toBe(2);
  });

  test('a module is taken in one card, and its completion is shown next time', async () => {
    const iselin = await openAs(page, 'Iselin Myrvang');
    const [module] = pack.catalogue.modules;
    if (!module) throw new Error('the pack has no module');
    await iselin.press('Kom i gang');
    await workbench.picture('2-module');
    await takeModule(iselin, module);
    await iselin.sees('Bra jobbet!');
    await workbench.picture('3-module-done');
    expect(await iselin.root.locator('.card').count()).toBe(1);
    await iselin.say('min fremdrift');
    await iselin.sees(/^1 av 3 /);
    await workbench.picture('4-progress');
  });

  test('the worried flow shows the numbers first and leaves a neutral card', async () => {
    const iselin = windowOf(page, 'Iselin Myrvang');
    await iselin.say('ka gjør æ når æ e uroa for en unge?');
    await iselin.sees('Er det fare nå? Ring først.');
    await iselin.sees(/112/);
    await workbench.picture('5-worried');
    await iselin.press('Mistanke om vold eller overgrep');
    await iselin.press('Tilbake');
    await iselin.sees('Hva passer best?');
    await iselin.press('Barnet forteller noe nå');
    for (let step = 0; step < 20; step += 1) {
      const titles = await iselin.card.getByRole('button').allInnerTexts();
      if (titles.includes('Ferdig')) break;
      await iselin.press(titles.find((title) => title.startsWith('Neste')) ?? titles[0] ?? '');
    }
    await iselin.press('Ferdig');
    await iselin.sees('Ferdig. Svarene er ikke lagret.');
    await workbench.picture('6-worried-done');
  });

  test('when the clock passes a reminder, one reminder comes, and none for what is done', async () => {
    const iselin = windowOf(page, 'Iselin Myrvang');
    const before = await iselin.root.locator('.card').count();
    await page.getByRole('button', { name: '+7 dager' }).click();
    await page.getByText(/7 dager .*foran/).waitFor({ timeout: 120_000 });
    await iselin.sees('Hvorfor får jeg denne?');
    const chat = workbench.dev().workbench.teams.messagesTo('iselin-myrvang').slice(before);
    const days = chat.map(({ at }) => at.slice(0, 10));
    expect(days.length).toBeGreaterThan(0);
    expect(new Set(days).size).toBe(days.length);
    expect(JSON.stringify(chat)).not.toContain(pack.catalogue.modules[0]?.title.nb);
    await workbench.picture('7-reminder');
  });

  test('a leader sees the own unit only, in light and dark, wide and narrow', async () => {
    const kari = await openBeside(page, 'Kari Lunde');
    await kari.say('status');
    await kari.sees('Mathilde Rosvold');
    const text = await kari.card.textContent();
    expect(text).not.toContain('Iselin');
    await kari.root.getByRole('button', { name: 'Mobilbredde' }).click();
    await workbench.picture('8-status');
    await page.getByRole('button', { name: 'Mørkt' }).click();
    await workbench.picture('9-dark');
    await page.getByRole('button', { name: 'Lyst' }).click();
  });

  test('everything is there after a restart', async () => {
    const before = workbench.dev().workbench.teams.messagesTo('iselin-myrvang').length;
    await workbench.restart();
    expect(workbench.dev().seeded).toEqual({ outcome: 'exists' });
    const iselin = await openAs(page, 'Iselin Myrvang');
    await page.getByText(/7 dager .*foran/).waitFor();
    expect(workbench.dev().workbench.teams.messagesTo('iselin-myrvang')).toHaveLength(before);
    await iselin.say('min fremdrift');
    await iselin.sees(/^1 av 3 /);
  });

  test('a module is taken together in a channel, and who was there finds it in the private chat', async () => {
    const kari = await openAs(page, 'Kari Lunde');
    const asa = await openBeside(page, 'Åsa Ødegård');
    for (const { root } of [kari, asa]) await root.getByRole('tab', { name: /Kanal/ }).click();
    await kari.say('gruppe avvergingsplikt');
    await kari.press('Start');
    await asa.sees('Ingen er med ennå.');
    await asa.press('Jeg er med');
    await asa.sees('Du er med');
    await kari.sees('Én er med.');
    await kari.press('Neste del');
    await asa.sees('Modul i gruppe · del 2 av 7');
    await workbench.picture('10-group');
    await asa.press('Neste del');
    await asa.sees('En annen leder møtet');
    await kari.press('Avslutt møtet');
    await kari.press('Avslutt møtet');
    await asa.sees(/Én var med. Jeg registrerer oppmøtet nå/);
    await asa.card.getByText(/Oppmøtet er registrert/).waitFor({ timeout: 90_000 });
    await asa.root.getByRole('tab', { name: /Privat/ }).click();
    await asa.say('min fremdrift');
    await asa.sees(/tatt i gruppe/);
  });

  test('the page itself made no error', () => {
    expect(
      pageErrors.filter(
        (message) => !/ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)/.test(message),
      ),
    ).toEqual([]);
  });
});
