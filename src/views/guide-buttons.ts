import { dangerNow, type GuideContent } from '../features/guide/guide.ts';
import type { Walk } from '../features/guide/walk.ts';
import type { ButtonStyle, CardAction, ViewKit } from './define-view.ts';

/** A row of its own for each choice: full width on a phone, and read one after another. */
export type ChoiceRow = { actions: readonly CardAction[] };

export function choiceRows(guide: GuideContent, walk: Walk, kit: ViewKit): readonly ChoiceRow[] {
  const { choices } = walk.step;
  const style: ButtonStyle = choices.length === 1 ? 'positive' : 'default';
  return choices.map(({ choiceId, label }) => ({
    actions: [answer(guide, [...walk.answers, choiceId], kit.pick(label), kit, style)],
  }));
}

/** Back, start again, "Er det fare nå?" and done: the same on every card, where they lead somewhere. */
export function footerButtons(guide: GuideContent, walk: Walk, kit: ViewKit): readonly CardAction[] {
  const isFirst = walk.step.kind === 'start';
  return [
    ...(walk.back ? [answer(guide, walk.back, kit.t('guide.button.back'), kit)] : []),
    ...(isFirst ? [] : [answer(guide, [], kit.t('guide.button.restart'), kit)]),
    ...(walk.step.kind === 'acute'
      ? []
      : [answer(guide, [...walk.answers, dangerNow], kit.t('guide.button.danger'), kit, 'destructive')]),
    kit.button('guide.finish', kit.t('guide.button.finish')),
  ];
}

function answer(
  { guideId, packVersion }: GuideContent,
  answers: readonly string[],
  title: string,
  kit: ViewKit,
  style?: ButtonStyle,
): CardAction {
  return kit.button('guide.answer', title, { guideId, packVersion, answers }, style);
}
