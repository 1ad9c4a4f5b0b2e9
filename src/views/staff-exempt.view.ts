import type { LocalText } from '../core/locale.ts';
import type { PriorChoice } from '../features/catalogue/prior-learning.ts';
import { defineView } from './define-view.ts';
import { lines } from './module-words.ts';

export type StaffExemptModel = {
  person: { personId: string; givenName: string };
  module: { moduleId: string; title: LocalText };
  reasons: readonly PriorChoice[];
};

/** Why somebody need not take a module: one press on a reason decides it. */
export const staffExemptView = defineView<StaffExemptModel>('staff-exempt', ({ person, module, reasons }, kit) => {
  const name = kit.plain(person.givenName);
  const data = { personId: person.personId, moduleId: module.moduleId };
  const title = kit.t('staff.free.title', { name });
  return {
    data: {
      title,
      texts: lines(kit.t('staff.free.text', { module: kit.pick(module.title), name })),
      actions: [
        ...reasons.map(({ choiceId, name: words }) =>
          kit.button('staff.exempt', kit.pick(words), { ...data, reason: choiceId }),
        ),
        kit.exit('staff.show', kit.t('staff.back'), { personId: person.personId }),
      ],
    },
    summary: title,
  };
});
