import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startDev } from './dev/start-dev.ts';
import { openBrowser } from './open-browser.ts';

/** `npm run screenshots`: the two pictures of the README, from a municipality that was seeded just now. */
const { values } = parseArgs({ options: { chromium: { type: 'string' } } });
const images = path.resolve(import.meta.dirname, '../../docs/images');
const folder = await mkdtemp(path.join(tmpdir(), 'undring-screenshots-'));
const browser = await openBrowser(values.chromium);
try {
  const dev = await startDev({ ports: 'free', dataFolder: folder, kept: 'keep' });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    await page.goto(dev.url);
    await mkdir(images, { recursive: true });
    await drawWorkbench(page);
    await page.screenshot({ path: path.join(images, 'workbench.png') });
    await drawDark(page);
    await page.screenshot({ path: path.join(images, 'workbench-dark.png') });
    console.log(`Two pictures are in ${images}`);
  } finally {
    await dev.stop();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** A new hire with the first card, and beside her a leader who asks for status on a phone. */
async function drawWorkbench(page: Page): Promise<void> {
  const iselin = page.getByRole('region', { name: 'Teams som Iselin Myrvang' });
  await iselin.locator('.card').waitFor();
  await openBeside(page, 'Kari Lunde');
  const kari = page.getByRole('region', { name: 'Teams som Kari Lunde' });
  await kari.getByRole('button', { name: 'Mobilbredde' }).click();
  await say(page, 'Kari Lunde', 'status');
  await settle(page);
}

/** The worried flow and a module, in the dark. */
async function drawDark(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mørkt' }).click();
  await say(page, 'Iselin Myrvang', 'hva gjør jeg hvis jeg er bekymret?');
  await say(page, 'Kari Lunde', 'moduler');
  await settle(page);
}

async function openBeside(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Vis ${name} ved siden av` }).click();
}

async function say(page: Page, name: string, text: string): Promise<void> {
  const window = page.getByRole('region', { name: `Teams som ${name}` });
  const cards = window.locator('.card');
  const before = await cards.count();
  await window.getByLabel('Skriv en melding').fill(text);
  await window.getByLabel('Skriv en melding').press('Enter');
  await cards.nth(before).waitFor();
}

/** No pointer over anything, no focus ring, no notification, and everything drawn. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await page.locator('.toast').first().waitFor({ state: 'detached' });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
