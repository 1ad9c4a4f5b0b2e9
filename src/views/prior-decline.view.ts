import type { PriorChoice } from '../features/catalogue/prior-learning.ts';
import type { PendingPrior } from '../features/digests/unit-status.ts';
import { defineView } from './define-view.ts';
import { lines } from './module-words.ts';
import { claimWords } from './prior-words.ts';

export type PriorDeclineModel = { item: PendingPrior; reasons: readonly PriorChoice[] };

/** Why not: one press on a reason is the answer. */
export const priorDeclineView = defineView<PriorDeclineModel>('prior-decline', ({ item, reasons }, kit) => {
  const { person, prior } = item;
  const name = kit.plain(person.givenName);
  const data = { personId: person.personId, moduleId: prior.moduleId, askedAt: prior.askedAt.toISOString() };
  const title = kit.t('prior.decline.title', { name });
  return {
    data: {
      title,
      texts: lines(claimWords(prior, kit), kit.t('prior.decline.text', { name })),
      actions: [
        ...reasons.map(({ choiceId, name: words }) =>
          kit.button('prior.decline', kit.pick(words), { ...data, reason: choiceId }),
        ),
        kit.exit('prior.pending', kit.t('prior.decline.back')),
      ],
    },
    summary: title,
  };
});
