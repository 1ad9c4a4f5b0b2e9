import { localeTag } from '../core/locale.ts';
import type { DelegationModel } from '../features/digests/send-delegation.ts';
import { defineView } from './define-view.ts';
import { lines } from './module-words.ts';

/** To who follows units for their leader: from when on and until when, or that it has ended before its day. */
export const delegationToldView = defineView<DelegationModel>('delegation-told', (model, kit) => {
  const leader = kit.plain(model.leader.displayName);
  const summary = kit.t('delegation.told.summary');
  if (model.news === 'ended') {
    const title = kit.t('delegation.told.ended', { leader });
    return { data: { title, texts: lines(kit.t('delegation.told.ended-text')), actions: [] }, summary };
  }
  const names = model.units.map((name) => kit.plain(name));
  const units = new Intl.ListFormat(localeTag(kit.locale), { type: 'conjunction' }).format(names);
  return {
    data: {
      title: kit.t('delegation.told.given', { leader }),
      texts: lines(
        kit.t('delegation.told.given-text', { leader, units, date: kit.date(model.until) }),
        kit.t('delegation.told.can'),
        kit.t('delegation.told.careful'),
      ),
      actions: [kit.button('digest.show', kit.t('delegation.told.open'), undefined, 'positive')],
    },
    summary,
  };
});
