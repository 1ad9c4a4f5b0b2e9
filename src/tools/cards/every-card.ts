import path from 'node:path';
import type { Message } from '../../core/card.ts';
import { Failure } from '../../core/failure.ts';
import { type Locale, locales } from '../../core/locale.ts';
import { loadPack } from '../../packs/load-pack.ts';
import { createRender } from '../../views/create-render.ts';
import { findInlinePicture } from './inline-picture.ts';
import { loadStates } from './load-states.ts';

export type RenderedCard = { template: string; state: string; locale: Locale; message: Message };

/** Monday 23 November 2026 at 10:00 in Oslo. */
export const drawnAt = new Date('2026-11-23T09:00:00Z');

/** Every view in every state and language, with the words under `content/`. */
export async function renderEveryCard(root: string): Promise<readonly RenderedCard[]> {
  const { pack } = await loadPack(path.join(root, 'content'));
  const { texts } = pack;
  const render = await createRender({
    cardsFolder: path.join(root, 'cards'),
    texts,
    zone: 'Europe/Oslo',
    findPicture: findInlinePicture(pack),
  });
  const views = await loadStates(root);
  return views.flatMap(({ template, states }) =>
    states.flatMap((state) =>
      locales.map((locale) => ({
        template,
        state: state.name,
        locale,
        message: renderState(`${template} · ${state.name} · ${locale}`, () => state.render(render, locale, drawnAt)),
      })),
    ),
  );
}

function renderState(name: string, render: () => Message): Message {
  try {
    return render();
  } catch (cause) {
    throw new Failure('bug', `${name} cannot be rendered: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
