import type { IdeaCard, Module } from '../features/catalogue/module.ts';
import type { Law } from '../features/guide/facts.ts';
import type { Position } from '../features/progress/steps.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { ideaParts } from './idea-parts.ts';
import { type ReadMode, readActions } from './module-ways.ts';
import { guideButtons, lawLine, lines, moduleFooter, moduleFrame } from './module-words.ts';

/** `hint`: why this card is shown instead of what was pressed. `laws`: the sections that the card builds on. */
export type ModuleCardModel = {
  module: Module;
  place: Position;
  card: IdeaCard;
  mode: ReadMode;
  hint?: 'changed';
  laws?: readonly Law[];
  /** On the first card: whether to offer "jeg har tatt dette før", and how that stands. */
  prior?: 'offered' | 'waiting' | 'declined';
};

/** One idea. */
export const moduleCardView = defineView<ModuleCardModel>(
  'module-card',
  ({ module, place, card, mode, hint, prior, laws = [] }, kit) => ({
    data: {
      ...moduleFrame(module, place, kit, mode),
      hints: lines(hint && kit.t('module.hint.changed')),
      ...ideaParts(module, card, place, kit),
      laws: lines(lawLine(laws, kit)),
      footers: [moduleFooter(module, { position: place.position, partId: card.cardId, mode }, kit)],
      priors: lines(prior && priorNote(prior, kit)),
      actions: [
        ...readActions(module, place, mode, kit),
        ...(place.position === 0 ? guideButtons(module, kit) : []),
        ...(prior ? [priorButton(module, prior, kit)] : []),
      ],
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  }),
);

type PriorMark = NonNullable<ModuleCardModel['prior']>;

function priorNote(prior: PriorMark, kit: ViewKit): string | undefined {
  if (prior === 'offered') return undefined;
  return prior === 'waiting' ? kit.t('prior.waiting') : kit.t('prior.declined');
}

/** Quiet, and last: most people have not taken it before. */
const priorButton = ({ moduleId }: Module, prior: PriorMark, kit: ViewKit): CardAction =>
  kit.exit('prior.ask', prior === 'waiting' ? kit.t('prior.sent-button') : kit.t('prior.button'), { moduleId });
