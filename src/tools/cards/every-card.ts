import path from 'node:path';
import type { Message } from '../../core/card.ts';
import { type Locale, locales } from '../../core/locale.ts';
import { createRender } from '../../views/create-render.ts';
import { loadStates } from './load-states.ts';
import { readTexts } from './read-texts.ts';

export type RenderedCard = { template: string; state: string; locale: Locale; message: Message };

/** Monday 23 November 2026 at 10:00 in Oslo. */
export const drawnAt = new Date('2026-11-23T09:00:00Z');

/** Every view in every state and language, with the words under `content/`. */
export async function renderEveryCard(root: string): Promise<readonly RenderedCard[]> {
  const texts = await readTexts(path.join(root, 'content'));
  const render = await createRender({ cardsFolder: path.join(root, 'cards'), texts, zone: 'Europe/Oslo' });
  const views = await loadStates(root);
  return views.flatMap(({ template, states }) =>
    states.flatMap((state) =>
      locales.map((locale) => ({
        template,
        state: state.name,
        locale,
        message: state.render(render, locale, drawnAt),
      })),
    ),
  );
}
