import type { LocalDate } from '../core/local-date.ts';
import type { ContentChange } from '../features/content/content-change.ts';
import { type LocalDates, waitingDates } from '../features/content/local-dates.ts';
import { type ContentNotice, noticeOf } from './content-change-words.ts';
import { dateChangeWords, historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';

export type ContentDatesModel = {
  dates: LocalDates;
  changes: readonly ContentChange[];
  /** Who looks: whoever changed a date is not asked to confirm it. */
  personId: string;
  notice?: ContentNotice;
};

/** So that the card stays short; the files have them all. */
const mostShown = 10;

/** "Datoer": days off and when units begin, corrected at once, and confirmed by a second person. */
export const contentDatesView = defineView<ContentDatesModel>('content-dates', (model, kit) => {
  const { dates, changes, notice } = model;
  const days = dates.daysOff.filter(({ date }) => date > kit.today()).slice(0, mostShown);
  return {
    data: {
      title: kit.t('content.dates.title'),
      text: kit.t('content.dates.text'),
      notices: noticeOf(notice, kit),
      waits: waitingDates(changes).map((change) => waitOf(change, model.personId, kit)),
      daysTitle: kit.t('content.dates.days'),
      none: days.length === 0 ? [{ text: kit.t('content.dates.no-days') }] : [],
      days: days.map(({ date, label }) => ({
        text: label === undefined ? kit.date(date) : `${kit.date(date)} · ${kit.plain(label)}`,
        actions: [kit.exit('content.day-off', kit.t('content.dates.remove'), { date, isOff: false })],
      })),
      day: { label: kit.t('content.dates.day') },
      add: [kit.button('content.day-off', kit.t('content.dates.add'), { isOff: true })],
      waves: wavesOf(dates, kit),
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, undefined, kit),
      actions: [kit.exit('content.list', kit.t('content.back'))],
    },
    summary: kit.t('content.summary'),
  };
});

type Waiting = ReturnType<typeof waitingDates>[number];

function waitOf(change: Waiting, personId: string, kit: ViewKit) {
  const { by, confirmBy, changeId } = change;
  const title = kit.t('content.dates.confirm');
  const confirm: readonly CardAction[] =
    by.personId === personId ? [] : [kit.exit('content.date-confirm', title, { of: changeId })];
  const values = { name: kit.plain(by.name), date: kit.date(confirmBy) };
  const waits = confirmBy >= kit.today() ? kit.t('content.dates.waits', values) : kit.t('content.dates.late', values);
  return {
    text: `**${dateChangeWords(change, kit)}.** ${waits}`,
    sets: confirm.map((action) => ({ actions: [action] })),
  };
}

/** Only those that have not begun. */
function wavesOf({ waves }: LocalDates, kit: ViewKit) {
  const begins = [...new Set(waves.values())].filter((date) => date > kit.today()).toSorted();
  if (begins.length === 0) return [];
  const unitsOn = (date: LocalDate) => [...waves.values()].filter((startsOn) => startsOn === date).length;
  return [
    {
      title: kit.t('content.dates.waves'),
      label: kit.t('content.dates.wave'),
      value: begins[0] ?? '',
      choices: begins.map((date) => ({
        title: kit.t('content.dates.wave-option', { date: kit.date(date), units: unitsOn(date) }),
        value: date,
      })),
      to: { label: kit.t('content.dates.to') },
      move: [kit.button('content.wave', kit.t('content.dates.move'))],
    },
  ];
}
