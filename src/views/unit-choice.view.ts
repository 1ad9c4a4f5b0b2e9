import type { DigestUnit } from '../features/digests/leader-digest.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { progressBar } from './progress-bar.ts';
import { countsText } from './status.view.ts';

/** `notice`: why the choice is shown instead of what was pressed. */
export type UnitChoiceModel = { units: readonly DigestUnit[]; notice?: 'not-your-unit' };

/** A leader's own units with their numbers; each opens its status. */
export const unitChoiceView = defineView<UnitChoiceModel>('unit-choice', ({ units, notice }, kit) => ({
  data: {
    title: kit.t('digest.units.title'),
    notices: lines(notice && kit.t('digest.units.not-yours')),
    lead: units.length === 0 ? kit.t('digest.units.none') : kit.t('digest.units.lead'),
    rows: units.map((unit) => unitRow(unit, kit)),
    actions: [kit.button('digest.what-leader-sees', kit.t('digest.what-staff-see'))],
  },
  summary: kit.t('digest.units.title'),
}));

function unitRow({ unitId, name, counts }: DigestUnit, kit: ViewKit) {
  const title = kit.plain(name);
  const isEmpty = counts.people === 0;
  const { done, people, hidden } = counts;
  const empty = hidden ? kit.t('digest.names.too-few') : kit.t('digest.status.nothing-to-do');
  return {
    name: title,
    headline: isEmpty ? empty : kit.t('digest.headline', { done, people }),
    counts: lines(isEmpty ? undefined : countsText(counts, kit)),
    bars: progressBar(done, people, 'Good'),
    open: kit.button('digest.status', kit.t('digest.units.open', { unit: title }), { unitId }),
  };
}
