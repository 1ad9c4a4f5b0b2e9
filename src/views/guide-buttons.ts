import { trailsBeside } from '../features/guide/also.ts';
import { dangerNow, type GuideContent, type Trail } from '../features/guide/guide.ts';
import type { Walk } from '../features/guide/walk.ts';
import { guideContentId } from '../features/reports/reportable.ts';
import type { ReportOffer } from './content-footer.ts';
import type { ButtonStyle, CardAction, ViewKit } from './define-view.ts';
import type { GuideModel } from './guide-model.ts';

/** A row of its own for each choice: full width on a phone, and read one after another. */
export type ChoiceRow = { actions: readonly CardAction[] };

export function choiceRows(guide: GuideContent, walk: Walk, kit: ViewKit): readonly ChoiceRow[] {
  const { choices, kind } = walk.step;
  const styleOf = (choiceId: string): ButtonStyle =>
    choices.length === 1 || (kind === 'ordinary' && choiceId === onward) ? 'positive' : 'default';
  return choices.map(({ choiceId, label }) => ({
    actions: [answer(trailOf(guide, walk, [...walk.answers, choiceId]), kit.pick(label), kit, styleOf(choiceId))],
  }));
}

/** The id of the choice "Neste": filled among others on the cards of a level. On a duty it would lead past "Kan være vold eller overgrep". */
const onward = 'next';

/** Other places of the guide. What must be asked first is asked again there, and "Tilbake" leads out of them. */
export function seeAlso(guide: GuideContent, walk: Walk, kit: ViewKit): readonly CardAction[] {
  return trailsBeside(guide, walk).map(({ place, trail }) => answer(trail, kit.pick(place.label), kit));
}

/** "Minn meg", with what it stores said beforehand. It carries nothing of the walk. */
export function remindOffer(days: number | undefined, kit: ViewKit) {
  if (days === undefined) return [];
  const action = kit.button('guide.remind', kit.t('guide.remind.offer', { days }));
  return [{ text: kit.t('guide.remind.stores'), actions: [action] }];
}

/** "Meld feil" for the words of this card. It says which card, and leads back; who pressed it is kept nowhere. */
export function reportOffer({ guide, walk, reports }: GuideModel): ReportOffer | undefined {
  if (reports !== 'open') return undefined;
  return { contentId: guideContentId(walk.step.stepId), back: { to: 'guide', ...trailOf(guide, walk, walk.answers) } };
}

/** "Er det fare nå?", back, start again and done: the same on every card, where they say something new. `isUrgent`: the card asks on top whether there is danger. */
export function footerButtons(guide: GuideContent, walk: Walk, kit: ViewKit, isUrgent = false): readonly CardAction[] {
  const danger = isUrgent ? kit.t('guide.button.numbers') : kit.t('guide.button.danger');
  const isFirst = walk.step.kind === 'start';
  const { guideId, packVersion } = guide;
  return [
    ...(isFirst || walk.step.kind === 'acute'
      ? []
      : [answer(trailOf(guide, walk, [...walk.answers, dangerNow]), danger, kit, 'destructive')]),
    ...(walk.back ? [answer(trailOf(guide, walk, walk.back), kit.t('guide.button.back'), kit)] : []),
    ...(isFirst ? [] : [answer({ guideId, packVersion, answers: [] }, kit.t('guide.button.restart'), kit)]),
    kit.button('guide.finish', kit.t('guide.button.finish')),
  ];
}

/**
 * To the emergency numbers, from a card that says nothing of the guide: in words that fit any card. `place`: below the card where its own
 * buttons are still needed. A guide that has no such entry opens at its first card, which has the numbers.
 */
export const numbersButton = (kit: ViewKit, place: 'replace' | 'below' = 'replace'): CardAction =>
  kit.button('guide.start', kit.t('guide.button.numbers'), {
    entry: 'acute',
    emphasis: 'acute',
    ...(place === 'below' && { place }),
  });

/** What a card carries to lead on from this walk. */
export function trailOf({ guideId, packVersion }: GuideContent, { entry }: Walk, answers: readonly string[]): Trail {
  return { guideId, packVersion, ...(entry !== undefined && { entry }), answers };
}

const answer = (trail: Trail, title: string, kit: ViewKit, style?: ButtonStyle): CardAction =>
  kit.button('guide.answer', title, trail, style);
