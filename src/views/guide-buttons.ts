import { dangerNow, type GuideContent, type Step, type Trail } from '../features/guide/guide.ts';
import type { Walk } from '../features/guide/walk.ts';
import type { ButtonStyle, CardAction, ViewKit } from './define-view.ts';

/** A row of its own for each choice: full width on a phone, and read one after another. */
export type ChoiceRow = { actions: readonly CardAction[] };

export function choiceRows(guide: GuideContent, walk: Walk, kit: ViewKit): readonly ChoiceRow[] {
  const { choices } = walk.step;
  const style: ButtonStyle = choices.length === 1 ? 'positive' : 'default';
  return choices.map(({ choiceId, label }) => ({
    actions: [answer(trailOf(guide, walk, [...walk.answers, choiceId]), kit.pick(label), kit, style)],
  }));
}

/** Other places of the guide. Each begins anew there, so what must be asked first is asked again. */
export function seeAlso(guide: GuideContent, step: Step, kit: ViewKit): readonly CardAction[] {
  return step.also.flatMap((entryId) => {
    const entry = guide.entries.get(entryId);
    return entry ? [kit.button('guide.start', kit.pick(entry.label), { entry: entryId })] : [];
  });
}

/** "Minn meg", with what it stores said beforehand. It carries nothing of the walk. */
export function remindOffer(days: number | undefined, kit: ViewKit) {
  if (days === undefined) return [];
  const action = kit.button('guide.remind', kit.t('guide.remind.offer', { days }));
  return [{ text: kit.t('guide.remind.stores'), actions: [action] }];
}

/** Back, start again, "Er det fare nå?" and done: the same on every card, where they lead somewhere. */
export function footerButtons(guide: GuideContent, walk: Walk, kit: ViewKit): readonly CardAction[] {
  const isFirst = walk.step.kind === 'start';
  const { guideId, packVersion } = guide;
  return [
    ...(walk.back ? [answer(trailOf(guide, walk, walk.back), kit.t('guide.button.back'), kit)] : []),
    ...(isFirst ? [] : [answer({ guideId, packVersion, answers: [] }, kit.t('guide.button.restart'), kit)]),
    ...(walk.step.kind === 'acute'
      ? []
      : [answer(trailOf(guide, walk, [...walk.answers, dangerNow]), kit.t('guide.button.danger'), kit, 'destructive')]),
    kit.button('guide.finish', kit.t('guide.button.finish')),
  ];
}

/** What a card carries to lead on from this walk. */
export function trailOf({ guideId, packVersion }: GuideContent, { entry }: Walk, answers: readonly string[]): Trail {
  return { guideId, packVersion, ...(entry !== undefined && { entry }), answers };
}

const answer = (trail: Trail, title: string, kit: ViewKit, style?: ButtonStyle): CardAction =>
  kit.button('guide.answer', title, trail, style);
