import { isDraft } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { type Locale, localeTag } from '../../core/locale.ts';
import type { GuideContent, Step } from '../../features/guide/guide.ts';
import type { ViewKit } from '../define-view.ts';

/** What the printed guide is made of. */
export type PrintModel = { guide: GuideContent; municipality: string; today: LocalDate };

/** Paper is read next year too: every date has its year. */
export const printKit = (kit: ViewKit): ViewKit => ({ ...kit, date: (day) => dateWithYear(day, kit.locale) });

function dateWithYear(day: LocalDate, locale: Locale): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeTag(locale), parts).format(new Date(`${day}T00:00:00Z`));
}

/** As on the cards: what nobody has approved is shown, with the mark. */
export const isAnyDraft = (steps: readonly Step[], today: LocalDate): boolean =>
  steps.some(({ approval }) => isDraft(approval, today));

/** Who made it, of which version, and when: below everything that is printed. */
export function madeLine({ guide, municipality, today }: PrintModel, kit: ViewKit): string {
  return kit.t('guide.print.made', { municipality, version: guide.packVersion, date: kit.date(today) });
}
