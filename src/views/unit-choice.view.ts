import type { DigestUnit } from '../features/digests/leader-digest.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { pageOf } from './paging.ts';
import { countsText } from './status.view.ts';
import { statusBar } from './status-bar.ts';

/** `notice`: why the choice is shown instead of what was pressed. `page` counts from 0. */
export type UnitChoiceModel = {
  units: readonly DigestUnit[];
  page?: number;
  notice?: 'not-your-unit' | 'not-your-staff' | 'no-names';
};

/** Each has a bar, so fewer than of people on one card. */
const unitsPerPage = 10;

/** A leader's own units with their numbers; each opens its status. */
export const unitChoiceView = defineView<UnitChoiceModel>('unit-choice', ({ units, page = 0, notice }, kit) => {
  const { shown, at, pages } = pageOf(units, page, unitsPerPage);
  return {
    data: {
      title: kit.t('digest.units.title'),
      notices: lines(notice && noticeText(notice, kit)),
      lead: units.length === 0 ? kit.t('digest.units.none') : kit.t('digest.units.lead'),
      rows: shown.map((unit) => unitRow(unit, kit)),
      pages: lines(pages > 1 ? kit.t('digest.status.page', { page: at + 1, pages }) : undefined),
      actions: [
        ...(at + 1 < pages ? [kit.button('digest.status', kit.t('digest.status.next'), { page: at + 1 })] : []),
        ...(at > 0 ? [kit.button('digest.status', kit.t('digest.status.previous'), { page: at - 1 })] : []),
        kit.button('digest.what-leader-sees', kit.t('digest.what-staff-see')),
      ],
    },
    summary: kit.t('digest.units.title'),
  };
});

function unitRow({ unitId, name, counts }: DigestUnit, kit: ViewKit) {
  const title = kit.plain(name);
  const isEmpty = counts.people === 0;
  const { done, people, hidden } = counts;
  const empty = hidden ? kit.t('digest.names.too-few') : kit.t('digest.status.nothing-to-do');
  return {
    name: title,
    headline: isEmpty ? empty : kit.t('digest.headline', { done, people }),
    counts: lines(isEmpty ? undefined : countsText(counts, kit)),
    bars: statusBar(counts),
    open: kit.button('digest.status', kit.t('digest.units.open', { unit: title }), { unitId }),
  };
}

function noticeText(notice: NonNullable<UnitChoiceModel['notice']>, kit: ViewKit): string {
  if (notice === 'not-your-unit') return kit.t('digest.units.not-yours');
  return notice === 'no-names' ? kit.t('digest.names.hidden') : kit.t('staff.not-yours');
}
