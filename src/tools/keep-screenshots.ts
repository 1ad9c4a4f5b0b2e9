import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

/** `npm run screenshots`, after the end-to-end tests have taken theirs: puts the two that README.md shows into docs/images/. */
const root = path.resolve(import.meta.dirname, '../..');
const shown = { 'worried.png': '5-worried.png', 'module.png': '2-module.png' };
const images = path.join(root, 'docs/images');
await mkdir(images, { recursive: true });
for (const [name, taken] of Object.entries(shown)) {
  await copyFile(path.join(root, '.data/screenshots', taken), path.join(images, name));
  console.log(`docs/images/${name}`);
}
