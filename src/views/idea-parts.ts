import { drawingIdOf } from '../features/catalogue/drawing.ts';
import type { IdeaCard, Module, ModuleLink } from '../features/catalogue/module.ts';
import type { Position } from '../features/progress/steps.ts';
import type { CardAction, Picture, ViewKit } from './define-view.ts';

/** One idea as every reader sees it: its drawing, its words, the pages that it leads to. */
export const ideaParts = (module: Module, card: IdeaCard, { position }: Pick<Position, 'position'>, kit: ViewKit) => ({
  pictures: picturesOf(module, card, position, kit),
  heading: kit.pick(card.heading),
  text: kit.pick(card.text),
  linkSets: linkSetsOf(card.links, kit),
});

/** The card's own, or on the first card that of the module. */
export function picturesOf(
  { moduleId }: Module,
  { cardId }: IdeaCard,
  position: number,
  kit: ViewKit,
): readonly Picture[] {
  const own = kit.pictures(drawingIdOf(moduleId, cardId));
  return own.length > 0 || position > 0 ? own : kit.pictures(moduleId);
}

/** As buttons in a row; no row where there is no link. */
export const linkSetsOf = (
  links: readonly ModuleLink[],
  kit: ViewKit,
): readonly { actions: readonly CardAction[] }[] =>
  links.length > 0 ? [{ actions: links.map((link) => kit.link(kit.pick(link.label), link.url)) }] : [];
