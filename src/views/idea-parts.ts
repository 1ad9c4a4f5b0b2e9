import type { IdeaCard, Module, ModuleLink } from '../features/catalogue/module.ts';
import type { Position } from '../features/progress/steps.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** One idea as every reader sees it: the drawing on the first card, its words, the pages that it leads to. */
export const ideaParts = (module: Module, card: IdeaCard, { position }: Pick<Position, 'position'>, kit: ViewKit) => ({
  pictures: position === 0 ? kit.pictures(module.moduleId) : [],
  heading: kit.pick(card.heading),
  text: kit.pick(card.text),
  linkSets: linkSetsOf(card.links, kit),
});

/** As buttons in a row; no row where there is no link. */
export const linkSetsOf = (
  links: readonly ModuleLink[],
  kit: ViewKit,
): readonly { actions: readonly CardAction[] }[] =>
  links.length > 0 ? [{ actions: links.map((link) => kit.link(kit.pick(link.label), link.url)) }] : [];
