import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Module } from '../../features/catalogue/module.ts';
import type { Law } from '../../features/guide/facts.ts';
import type { Render } from '../../views/render.ts';
import { type DrawnSheet, drawSheets } from '../cards/draw-sheets.ts';
import { previewCards } from './preview-cards.ts';
import { previewPage } from './preview-page.ts';

/** `laws`: those that the cards may build on. */
type Job = { module: Module; laws: readonly Law[]; render: Render; now: Date; folder: string };

/** Draws every card of a module into `folder`, which is emptied first, with a page that shows them all. Gives the pictures. */
export async function drawModule({ module, laws, render, now, folder }: Job): Promise<readonly DrawnSheet[]> {
  const drawn = await drawSheets(folder, previewCards({ module, laws }, render, now));
  await writeFile(path.join(folder, 'index.html'), previewPage(module, drawn));
  return drawn;
}
