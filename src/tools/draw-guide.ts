import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { drawingPage } from './guide-drawing/drawing-page.ts';
import { runGuideCommand } from './guide-run.ts';

/** `npm run guide:draw [-- --pack <folder>] [--date YYYY-MM-DD]`: every step and choice, for the coordinators, into dist/guide/drawing.html. */
await runGuideCommand(async ({ pack, today, folder }) => {
  const graphviz = await Graphviz.load();
  const file = path.join(folder, 'drawing.html');
  await mkdir(folder, { recursive: true });
  await writeFile(file, drawingPage(graphviz, { guide: pack.guide, municipality: pack.municipality.name, today }));
  return `${pack.guide.steps.size} steps drawn: open ${path.relative(process.cwd(), file)} in a browser`;
});
