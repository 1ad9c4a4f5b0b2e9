import { localeTag } from '../core/locale.ts';
import type { IdeaCard, Module } from '../features/catalogue/module.ts';
import type { Law } from '../features/guide/facts.ts';
import type { Position } from '../features/progress/steps.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines, moduleFooter, moduleFrame, type ReadMode, readActions } from './module-words.ts';

/** `hint`: why this card is shown instead of what was pressed. `laws`: the sections that the card builds on. */
export type ModuleCardModel = {
  module: Module;
  place: Position;
  card: IdeaCard;
  mode: ReadMode;
  hint?: 'changed';
  laws?: readonly Law[];
};

/** One idea. */
export const moduleCardView = defineView<ModuleCardModel>(
  'module-card',
  ({ module, place, card, mode, hint, laws = [] }, kit) => ({
    data: {
      ...moduleFrame(module, place, kit),
      hints: lines(hint && kit.t('module.hint.changed')),
      heading: kit.pick(card.heading),
      text: kit.pick(card.text),
      linkSets:
        card.links.length > 0 ? [{ actions: card.links.map((link) => kit.link(kit.pick(link.label), link.url)) }] : [],
      laws: lines(lawLine(laws, kit)),
      footers: [moduleFooter(module, { position: place.position, partId: card.cardId, mode }, kit)],
      actions: readActions(module, place, mode, kit),
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  }),
);

/** `Bygger på barnevernsloven § 13-2 og straffeloven § 196.` A citation, never a gate. */
function lawLine(laws: readonly Law[], kit: ViewKit): string | undefined {
  if (laws.length === 0) return undefined;
  const titles = laws.map(({ title }) => kit.pick(title).replaceAll('§ ', '§\u00a0'));
  return kit.t('module.laws', { laws: new Intl.ListFormat(localeTag(kit.locale)).format(titles) });
}
