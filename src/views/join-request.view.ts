import type { LocalDate } from '../core/local-date.ts';
import { defineView, type ViewKit } from './define-view.ts';

/**
 * `endsOn`: the day that it is deleted at the latest. `asks`: surely no guest, and may ask (again). `left`: more is kept, of the time when they
 * worked here.
 */
export type JoinRequestModel = { left?: true } & (
  | { state: 'asked'; endsOn: LocalDate }
  | { state: 'withdrawn' | 'nothing'; asks?: true }
);

/** What came of "Be om å bli lagt til", also asked for as "mine data": what is kept now, for how long, and the way to take it back. */
export const joinRequestView = defineView<JoinRequestModel>('join-request', (model, kit) => {
  const isAsked = model.state === 'asked';
  const { title, text } = wordsOf(model, kit);
  return {
    data: {
      title,
      text,
      kept: isAsked ? [{ text: kit.t('join.asked.kept', { date: kit.date(model.endsOn) }) }] : [],
      actions: [
        kit.button('guide.start', kit.t('common.worried')),
        kit.button('welcome.show', kit.t('common.home')),
        ...(model.left ? [kit.button('own-data.show', kit.t('own-data.button'))] : []),
        ...(isAsked ? [kit.button('join.withdraw', kit.t('join.withdraw'))] : []),
        ...('asks' in model && model.asks ? [kit.button('join.request', kit.t('join.request'))] : []),
      ],
    },
    summary: title,
  };
});

function wordsOf(model: JoinRequestModel, kit: ViewKit): { title: string; text: string } {
  if (model.state === 'asked') return { title: kit.t('join.asked.title'), text: kit.t('join.asked.text') };
  if (model.state === 'withdrawn') return { title: kit.t('join.withdrawn.title'), text: withdrawnWords(model, kit) };
  return { title: kit.t('join.nothing.title'), text: kit.t('join.nothing.text') };
}

/** That nothing is left is said only of who is surely in no list. */
function withdrawnWords({ left, asks }: { left?: true; asks?: true }, kit: ViewKit): string {
  if (left) return kit.t('join.withdrawn.text-left');
  return asks ? kit.t('join.withdrawn.text') : kit.t('join.withdrawn.text-not-checked');
}
