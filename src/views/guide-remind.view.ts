import type { LocalDate } from '../core/local-date.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { numbersButton } from './guide-buttons.ts';

/** What became of "Minn meg". `isStopped`: nothing is sent to anybody just now. `cannot` has a date where the municipality has a deadline to count from. */
export type GuideRemindModel =
  | { outcome: 'set'; on: LocalDate; isStopped?: true }
  | { outcome: 'cannot'; on?: LocalDate }
  | { outcome: 'dropped' }
  | { outcome: 'not-dropped'; on: LocalDate };

/** A message of its own below the guide, in words that anybody may see: it stays in the chat until the day comes. */
export const guideRemindView = defineView<GuideRemindModel>('guide-remind', (model, kit) => {
  const { title, texts, actions } = wordsOf(model, kit);
  return {
    // Below: the button to delete stays in the chat.
    data: { title, texts: texts.map((text) => ({ text })), actions: [...actions, numbersButton(kit, 'below')] },
    summary: kit.t('guide.summary'),
  };
});

type Words = { title: string; texts: readonly string[]; actions: readonly CardAction[] };

function wordsOf(model: GuideRemindModel, kit: ViewKit): Words {
  const home = kit.button('welcome.show', kit.t('common.home'));
  switch (model.outcome) {
    case 'set': {
      const title = kit.t('guide.remind.set-title', { date: kit.date(model.on) });
      const texts = [
        ...(model.isStopped ? [kit.t('reminder.stopped')] : []),
        kit.t('guide.remind.says', { words: kit.t('reminder.ping.title') }),
        kit.t('guide.remind.stored'),
        kit.t('guide.remind.private'),
      ];
      return { title, texts, actions: [forget(model.on, kit)] };
    }
    case 'cannot': {
      const text =
        model.on === undefined
          ? kit.t('guide.remind.calendar')
          : kit.t('guide.remind.calendar-on', { date: kit.date(model.on) });
      return { title: kit.t('guide.remind.cannot-title'), texts: [text], actions: [home] };
    }
    case 'dropped':
      return { title: kit.t('guide.remind.dropped-title'), texts: [kit.t('guide.remind.dropped')], actions: [home] };
    case 'not-dropped': {
      const texts = [kit.t('guide.remind.not-dropped')];
      return { title: kit.t('guide.remind.not-dropped-title'), texts, actions: [forget(model.on, kit)] };
    }
  }
}

const forget = (on: LocalDate, kit: ViewKit): CardAction =>
  kit.button('guide.forget', kit.t('guide.remind.forget'), { on });
