import type { LocalDate } from '../core/local-date.ts';
import { defineView } from './define-view.ts';

/** `endsOn`: the day that it is deleted at the latest. */
export type JoinRequestModel = { state: 'asked'; endsOn: LocalDate } | { state: 'withdrawn' };

/** What came of "Be om å bli lagt til": what is kept now, for how long, and the way to take it back. */
export const joinRequestView = defineView<JoinRequestModel>('join-request', (model, kit) => {
  const isAsked = model.state === 'asked';
  const title = isAsked ? kit.t('join.asked.title') : kit.t('join.withdrawn.title');
  return {
    data: {
      title,
      text: isAsked ? kit.t('join.asked.text') : kit.t('join.withdrawn.text'),
      kept: isAsked ? [{ text: kit.t('join.asked.kept', { date: kit.date(model.endsOn) }) }] : [],
      actions: [
        kit.button('guide.start', kit.t('common.worried')),
        kit.button('welcome.show', kit.t('common.home')),
        isAsked
          ? kit.button('join.withdraw', kit.t('join.withdraw'))
          : kit.button('join.request', kit.t('join.request')),
      ],
    },
    summary: title,
  };
});
