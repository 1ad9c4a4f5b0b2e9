import type { LocalDate } from '../core/local-date.ts';
import { localeTag } from '../core/locale.ts';
import type { ContentChange } from '../features/content/content-change.ts';
import { type LocalDates, waitingDates } from '../features/content/local-dates.ts';
import { type ContentNotice, noticeOf } from './content-change-words.ts';
import { capitalised } from './content-footer.ts';
import { dateChangeWords, historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';

export type ContentDatesModel = {
  dates: LocalDates;
  /** What the units are called; one that is not here is told by its id. */
  unitNames: ReadonlyMap<string, string>;
  changes: readonly ContentChange[];
  /** Who looks: whoever changed a date is not asked to confirm it. */
  personId: string;
  notice?: ContentNotice;
};

/** So that the card stays short; the files have them all. */
const mostShown = 10;
/** The others are told by how many they are. */
const mostUnits = 3;

/** "Datoer": days off, days for new staff and when units begin, corrected at once, and confirmed by a second person. */
export const contentDatesView = defineView<ContentDatesModel>('content-dates', (model, kit) => {
  const { dates, changes, notice } = model;
  const days = dates.daysOff.filter(({ date }) => date > kit.today()).slice(0, mostShown);
  return {
    data: {
      title: kit.t('content.dates.title'),
      text: kit.t('content.dates.text'),
      notices: noticeOf(notice, kit),
      waits: waitingDates(changes).map((change) => waitOf(change, model, kit)),
      daysTitle: kit.t('content.dates.days'),
      none: days.length === 0 ? [{ text: kit.t('content.dates.no-days') }] : [],
      days: days.map(({ date, label }) => ({
        text: label === undefined ? kit.date(date) : `${kit.date(date)} · ${kit.plain(label)}`,
        actions: [kit.exit('content.day-off', kit.t('content.dates.remove'), { date, isOff: false })],
      })),
      day: { label: kit.t('content.dates.day') },
      add: [kit.button('content.day-off', kit.t('content.dates.add'), { isOff: true })],
      onboarding: onboardingOf(dates, kit),
      waves: wavesOf(model, kit),
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, undefined, kit),
      actions: [kit.exit('content.list', kit.t('content.back'))],
    },
    summary: kit.t('content.summary'),
  };
});

type Waiting = ReturnType<typeof waitingDates>[number];

function waitOf(change: Waiting, { personId, unitNames }: ContentDatesModel, kit: ViewKit) {
  const { by, confirmBy, changeId } = change;
  const title = kit.t('content.dates.confirm');
  const confirm: readonly CardAction[] =
    by.personId === personId ? [] : [kit.exit('content.date-confirm', title, { of: changeId })];
  const values = { name: kit.plain(by.name), date: kit.date(confirmBy) };
  const waits = confirmBy >= kit.today() ? kit.t('content.dates.waits', values) : kit.t('content.dates.late', values);
  const units =
    change.kind === 'wave-set'
      ? [kit.t('content.dates.moved-units', { units: unitWords(change.units, unitNames, kit) })]
      : [];
  return {
    text: [`**${dateChangeWords(change, kit)}.**`, ...units, waits].join(' '),
    sets: confirm.map((action) => ({ actions: [action] })),
  };
}

/** The days for new staff that are to come; nothing where the municipality has no introduction. */
function onboardingOf({ onboardingDays }: LocalDates, kit: ViewKit) {
  if (!onboardingDays) return [];
  const days = onboardingDays.filter((date) => date > kit.today()).slice(0, mostShown);
  return [
    {
      title: kit.t('content.dates.onboarding'),
      none: days.length === 0 ? [{ text: kit.t('content.dates.no-onboarding') }] : [],
      days: days.map((date) => ({
        text: kit.date(date),
        actions: [kit.exit('content.onboarding-day', kit.t('content.dates.remove'), { date, isOn: false })],
      })),
      label: kit.t('content.dates.onboarding-day'),
      add: [kit.button('content.onboarding-day', kit.t('content.dates.add-onboarding'), { isOn: true })],
    },
  ];
}

function unitWords(units: readonly string[], unitNames: ReadonlyMap<string, string>, kit: ViewKit): string {
  const names = units.map((unitId) => kit.plain(unitNames.get(unitId) ?? unitId));
  if (names.length <= mostUnits) return new Intl.ListFormat(localeTag(kit.locale)).format(names);
  const first = names.slice(0, mostUnits).join(', ');
  return kit.t('content.dates.units-more', { names: first, count: names.length - mostUnits });
}

/** Only those that have not begun. */
function wavesOf({ dates: { waves }, unitNames }: ContentDatesModel, kit: ViewKit) {
  const begins = [...new Set(waves.values())].filter((date) => date > kit.today()).toSorted();
  if (begins.length === 0) return [];
  const unitsOn = (date: LocalDate) => [...waves].filter(([, on]) => on === date).map(([unitId]) => unitId);
  return [
    {
      title: kit.t('content.dates.waves'),
      // Beside the date of a choice the names of its units would be cut.
      units: begins.map((date) => ({
        text: kit.t('content.dates.wave-units', {
          date: `**${capitalised(kit.date(date))}**`,
          units: unitWords(unitsOn(date), unitNames, kit),
        }),
      })),
      label: kit.t('content.dates.wave'),
      value: begins[0] ?? '',
      choices: begins.map((date) => ({ title: kit.date(date), value: date })),
      to: { label: kit.t('content.dates.to') },
      move: [kit.button('content.wave', kit.t('content.dates.move'))],
    },
  ];
}
