import type { IdeaCard, Module } from '../features/catalogue/module.ts';
import type { Law } from '../features/guide/facts.ts';
import { type Position, stepIdsOf } from '../features/progress/steps.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { ideaParts } from './idea-parts.ts';
import { stepData } from './module-ways.ts';
import { lawLine, lines, moduleFooter, moduleFrame } from './module-words.ts';

/** Where the reader is stands in the buttons, and nowhere else. */
export type GeneralCardModel = { module: Module; place: Position; card: IdeaCard; laws: readonly Law[] };

/** One card of a module for somebody of whom nothing is kept: no questions, no completion, no diploma. */
export const generalCardView = defineView<GeneralCardModel>('general-card', ({ module, place, card, laws }, kit) => ({
  data: {
    ...moduleFrame(module, place, kit, 'reread'),
    ...ideaParts(module, card, place, kit),
    laws: lines(lawLine(laws, kit)),
    ends: lines(isLast(place) ? kit.t('general.end') : undefined),
    small: moduleFooter(module, { position: place.position, mode: 'take' }, kit).text,
    actions: actionsOf(module, place, kit),
  },
  summary: kit.t('general.title'),
}));

const isLast = ({ position, of }: Position): boolean => position + 1 >= of;

function actionsOf(module: Module, place: Position, kit: ViewKit): readonly CardAction[] {
  const { position } = place;
  const here = stepIdsOf(module)[position];
  const list = kit.exit('general.list', kit.t('general.list'));
  const back = kit.exit('general.open', kit.t('module.back'), {
    ...stepData(module, position - 1, 'take'),
    before: here,
  });
  const next = kit.exit('general.open', kit.t('module.next'), {
    ...stepData(module, position + 1, 'take'),
    after: here,
  });
  return [
    ...(isLast(place) ? [] : [{ ...next, style: 'positive' }]),
    ...(position > 0 ? [back] : []),
    list,
    ...(isLast(place) ? [kit.exit('guide.start', kit.t('common.worried'))] : []),
  ];
}
