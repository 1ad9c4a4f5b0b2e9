import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../core/card.ts';
import { openBrowser } from '../open-browser.ts';
import { readPageFile } from '../workbench/page-files.ts';

/** Nothing is fetched from here: every request is answered from our own files. */
const origin = 'http://cards.invalid';
/** A sheet ends when it has this many states, or when its longest cards together have this many bytes: more is too small to look at. */
const statesPerSheet = 4;
const bytesPerSheet = 16_000;

const sizes = [
  { size: 'wide', px: 560 },
  { size: 'narrow', px: 320 },
] as const;
const themes = ['light', 'dark'] as const;

/** A card in one language, in the order they are drawn. Cards of the same sheet and row stand beside each other. */
export type SheetCard = { sheet: string; row: string; card: Card };
/**
 * A picture that was written: `file` is its name in the folder. `faults`: its cards that show nothing or do not fit the width, which
 * only the browser can see.
 */
export type DrawnSheet = {
  file: string;
  sheet: string;
  size: 'wide' | 'narrow';
  theme: 'light' | 'dark';
  faults: readonly string[];
};

type Row = { title: string; cards: readonly Card[] };

/**
 * Draws every card by the official renderer as the workbench shows it, into `folder`, which is emptied first: one picture per sheet,
 * size, theme and four rows, with a column for each language.
 */
export async function drawSheets(folder: string, cards: readonly SheetCard[]): Promise<readonly DrawnSheet[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sheets = [...Map.groupBy(cards, ({ sheet }) => sheet)].map(([sheet, own]) => ({ sheet, rows: rowsOf(own) }));
  const browser = await openBrowser();
  try {
    const drawn: DrawnSheet[] = [];
    for (const { size, px } of sizes) {
      const page = await openSheet(browser, px);
      for (const { sheet, rows } of sheets) {
        drawn.push(...(await drawSheet(page, { folder, sheet, rows, size, px })));
      }
      await page.close();
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

function rowsOf(cards: readonly SheetCard[]): readonly Row[] {
  const byRow = Map.groupBy(cards, ({ row }) => row);
  return [...byRow].map(([title, ofRow]) => ({ title, cards: ofRow.map(({ card }) => card) }));
}

function sheetsOf(rows: readonly Row[]): readonly Row[][] {
  const sheets: Row[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const longest = Math.max(...row.cards.map((card) => JSON.stringify(card).length));
    const last = sheets.at(-1);
    bytes += longest;
    if (last && last.length < statesPerSheet && bytes <= bytesPerSheet) {
      last.push(row);
      continue;
    }
    sheets.push([row]);
    bytes = longest;
  }
  return sheets;
}

type SheetJob = { folder: string; sheet: string; rows: readonly Row[]; size: DrawnSheet['size']; px: number };

async function drawSheet(page: Page, { folder, sheet, rows, size, px }: SheetJob): Promise<readonly DrawnSheet[]> {
  const drawn: DrawnSheet[] = [];
  for (const theme of themes) {
    for (const [index, part] of sheetsOf(rows).entries()) {
      const file = `${sheet}-${size}-${theme}-${index + 1}.png`;
      const faults = await drawRows(page, { theme, px, rows: part });
      await page.screenshot({ path: path.join(folder, file), fullPage: true });
      drawn.push({ file, sheet, size, theme, faults });
    }
  }
  return drawn;
}

async function openSheet(browser: Browser, px: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 3 * px + 80, height: 200 } });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: sheetHtml });
    const found = await readPageFile(pathname);
    return found ? route.fulfill({ contentType: found.contentType, body: found.content }) : route.abort();
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction('window.drawRows !== undefined');
  return page;
}

type RowsJob = { theme: string; px: number; rows: readonly Row[] };

/** Gives what is wrong with them. */
const drawRows = (page: Page, sheet: RowsJob): Promise<readonly string[]> =>
  page.evaluate<string[]>(`window.drawRows(${JSON.stringify(sheet)})`);

const sheetHtml = `<!doctype html>
<html><head><meta charset="utf-8">
<link rel="stylesheet" href="/page/styles/theme.css"><link rel="stylesheet" href="/page/styles/card.css">
<style>
body { margin: 0; padding: 16px; background: var(--chat); color: var(--text); font: 14px/1.4 var(--font); }
h2 { margin: 12px 0 6px; font-size: 14px; }
.row { display: grid; grid-template-columns: repeat(3, var(--px)); gap: 16px; align-items: start; }
</style>
<script src="/vendor/adaptivecards/dist/adaptivecards.min.js"></script>
<script type="module">
import { cardElement } from '/page/card-element.ts';
window.drawRows = ({ theme, px, rows }) => {
  document.documentElement.dataset.theme = theme;
  document.body.style.setProperty('--px', px + 'px');
  const press = async () => {};
  document.body.replaceChildren(...rows.flatMap(({ title, cards }, row) => {
    const heading = Object.assign(document.createElement('h2'), { textContent: title });
    const line = Object.assign(document.createElement('div'), { className: 'row' });
    line.append(...cards.map((card, index) => cardElement({ key: theme + title + row + index, card, theme, press })));
    return [heading, line];
  }));
  return rows.flatMap(({ title }, row) =>
    [...document.querySelectorAll('.row')[row].children].flatMap((card) =>
      faultsOf(card).map((fault) => title + ', ' + card.lang + ': ' + fault),
    ),
  );
};
// A card hides what does not fit, so it is looked for inside it. Half a pixel is rounding.
function faultsOf(card) {
  if (card.innerText.trim() === '') return ['it shows nothing'];
  const edge = card.getBoundingClientRect().right + 0.5;
  const wide = [...card.querySelectorAll('*')].find(
    (part) => part.getBoundingClientRect().right > edge || isCut(part),
  );
  return wide ? ['it is wider than its place at «' + wide.innerText.trim().slice(0, 40) + '»'] : [];
}
const isCut = (part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible';
</script>
</head><body></body></html>`;
