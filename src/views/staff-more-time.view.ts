import { addDays, type LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import type { PriorChoice } from '../features/catalogue/prior-learning.ts';
import { mostMoreDays } from '../features/use-cases/arrange-module.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { warning } from './notice-box.ts';

export type MoreTimeHint = 'no-date' | 'not-later' | 'too-late' | 'no-reason';

/** `seen`: the date that it should be done until now. `chosen`: what was chosen before, when the card is shown again. */
export type MoreTimeModel = {
  person: { personId: string; givenName: string };
  module: { moduleId: string; title: LocalText };
  seen: LocalDate;
  reasons: readonly PriorChoice[];
  chosen?: { dueOn: string; reason: string };
  hint?: MoreTimeHint;
};

/** A new date, and why: both by choice. */
export const staffMoreTimeView = defineView<MoreTimeModel>('staff-more-time', (model, kit) => {
  const { person, module, seen, reasons, chosen, hint } = model;
  const name = kit.plain(person.givenName);
  const ids = { personId: person.personId, moduleId: module.moduleId };
  const title = kit.t('staff.more.title', { name });
  const tomorrow = addDays(kit.today(), 1);
  const afterSeen = addDays(seen, 1);
  return {
    data: {
      title,
      notices: hint ? [warning(hintText(hint, kit))] : [],
      texts: lines(
        kit.t('staff.more.text', { module: kit.pick(module.title), date: kit.date(seen) }),
        kit.t('staff.more.sees', { name }),
      ),
      when: kit.t('staff.more.when'),
      earliest: afterSeen > tomorrow ? afterSeen : tomorrow,
      latest: addDays(kit.today(), mostMoreDays),
      dueOn: chosen?.dueOn ?? '',
      dateError: kit.t('staff.more.no-date'),
      why: kit.t('staff.more.why'),
      reason: chosen?.reason ?? '',
      reasonError: kit.t('staff.more.no-reason'),
      choices: reasons.map(({ choiceId, name: words }) => ({ title: kit.pick(words), value: choiceId })),
      actions: [
        kit.button('staff.more-time', kit.t('staff.more.send'), { ...ids, seen }, 'positive'),
        kit.exit('staff.show', kit.t('staff.back'), { personId: person.personId }),
      ],
    },
    summary: title,
  };
});

function hintText(hint: MoreTimeHint, kit: ViewKit): string {
  if (hint === 'no-date') return kit.t('staff.more.no-date');
  if (hint === 'not-later') return kit.t('staff.more.not-later');
  return hint === 'too-late' ? kit.t('staff.more.too-late') : kit.t('staff.more.no-reason');
}
