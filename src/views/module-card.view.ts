import type { IdeaCard, Module } from '../features/catalogue/module.ts';
import type { Position } from '../features/progress/steps.ts';
import { defineView } from './define-view.ts';
import { lines, moduleFrame, type ReadMode, readActions } from './module-words.ts';

/** `hint`: why this card is shown instead of what was pressed. */
export type ModuleCardModel = { module: Module; place: Position; card: IdeaCard; mode: ReadMode; hint?: 'changed' };

/** One idea. */
export const moduleCardView = defineView<ModuleCardModel>(
  'module-card',
  ({ module, place, card, mode, hint }, kit) => ({
    data: {
      ...moduleFrame(module, place, kit),
      hints: lines(hint && kit.t('module.hint.changed')),
      heading: kit.pick(card.heading),
      text: kit.pick(card.text),
      linkSets:
        card.links.length > 0 ? [{ actions: card.links.map((link) => kit.link(kit.pick(link.label), link.url)) }] : [],
      actions: readActions(module, place, mode, kit),
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  }),
);
