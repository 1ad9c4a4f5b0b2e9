import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from './open-browser.ts';

/** `npm run draw:icons`: draws manifest/color.png (192 px) and manifest/outline.png (32 px, transparent) from the SVG beside each. */
const folder = path.resolve(import.meta.dirname, '../../manifest');
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const browser = await openBrowser();
try {
  for (const { name, size } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = await readFile(path.join(folder, `${name}.svg`), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await writeFile(path.join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
