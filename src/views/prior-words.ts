import type { LocalDate } from '../core/local-date.ts';
import { type LocalText, localeTag } from '../core/locale.ts';
import type { LeaderPrior } from '../features/digests/leader-view.ts';
import type { ViewKit } from './define-view.ts';

/** `Meldeplikt. Tatt 3. mars 2024: I en annen kommune.` A place that the pack no longer has is left out. */
export function claimWords({ title, takenOn, place }: LeaderPrior, kit: ViewKit): string {
  const values = { module: kit.pick(title), date: kit.date(takenOn) };
  return place
    ? kit.t('prior.pending.row', { ...values, place: kit.pick(place) })
    : kit.t('prior.pending.row-date', values);
}

/** The same about oneself, without the module. */
export function takenWords(takenOn: LocalDate, place: LocalText | undefined, kit: ViewKit): string {
  const date = kit.date(takenOn);
  return place ? kit.t('prior.about', { date, place: kit.pick(place) }) : kit.t('prior.about-date', { date });
}

/** `Siv Moe eller Per Lie`: any of them can confirm. */
export const leaderNames = (leaders: readonly string[], kit: ViewKit): string =>
  new Intl.ListFormat(localeTag(kit.locale), { type: 'disjunction' }).format(leaders.map((name) => kit.plain(name)));
