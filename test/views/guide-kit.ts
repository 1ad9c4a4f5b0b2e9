import path from 'node:path';
import { loadTexts } from '../../src/packs/load-texts.ts';
import { createRender } from '../../src/views/create-render.ts';
import type { Render } from '../../src/views/render.ts';
import { packFolder } from '../features/guide/the-guide.ts';

/** The delivered templates and words. */
export async function guideRender(): Promise<Render> {
  const { texts } = await loadTexts(packFolder);
  return createRender({ cardsFolder: path.join(packFolder, '../cards'), texts, zone: 'Europe/Oslo' });
}

/** All words that a card shows, in order: texts, facts and button titles. Spaces that keep a number on one line are read as spaces. */
export function wordsOn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (key === 'fallback' || key === 'data') return [];
    if (typeof inside === 'string')
      return ['text', 'title', 'value'].includes(key) ? [inside.replaceAll('\u00a0', ' ')] : [];
    return wordsOn(inside);
  });
}
