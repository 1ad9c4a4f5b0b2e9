import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { coloursOf } from '../packs/drawing-colours.ts';
import { indexedPng } from './drawings/indexed-png.ts';
import { openBrowser } from './open-browser.ts';

/** `npm run draw:drawings`: makes the PNG of every SVG in content/drawings, transparent and twice as large as it is shown. */
const folder = path.resolve(import.meta.dirname, '../../content/drawings');
const size = { width: 440, height: 176 };

const browser = await openBrowser();
try {
  const page = await browser.newPage();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.svg'))) {
    const svg = await readFile(path.join(folder, file), 'utf8');
    const data = await page.evaluate(pixelsOf, { svg, ...size });
    const png = indexedPng({ ...size, data }, coloursOf(svg));
    await writeFile(path.join(folder, file.replace(/\.svg$/, '.png')), png);
    console.log(`${file}: ${png.length} bytes`);
  }
} finally {
  await browser.close();
}

/** Runs in the browser, which draws the SVG with smooth edges. */
async function pixelsOf({ svg, width, height }: { svg: string; width: number; height: number }): Promise<number[]> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas?.drawImage(image, 0, 0, width, height);
  return [...(canvas?.getImageData(0, 0, width, height).data ?? [])];
}
