import { Failure } from '../core/failure.ts';
import { compileTemplates, type Templates } from './compile-templates.ts';
import type { Render } from './render.ts';
import { createViewKits, type KitSetup } from './view-kit.ts';

/** `cardsFolder`: the templates, one `<view>.json` per view; `templates`: where they have been compiled already. */
export type RenderSetup = KitSetup & { cardsFolder: string; templates?: Templates };

/** Reads and compiles every template, once. Throws Failure `bug` that names the template that is wrong. */
export async function createRender({ cardsFolder, templates: compiled, ...kit }: RenderSetup): Promise<Render> {
  const templates = compiled ?? (await compileTemplates(cardsFolder));
  const kitFor = createViewKits(kit);
  return (view, model, locale, now) => {
    const expand = templates.get(view.template);
    if (!expand)
      throw new Failure('bug', `there is no cards/${view.template}.json; add it, or name the view after its template`);
    const { data, summary } = view.bind(model, kitFor(locale, now));
    const card = {
      ...expand(data),
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: locale,
      fallbackText: summary,
    } as const;
    return { card, summary };
  };
}
