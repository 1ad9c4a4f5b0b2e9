import type { LocalText } from '../core/locale.ts';
import type { PendingPrior } from '../features/digests/unit-status.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';
import { claimWords } from './prior-words.ts';

/** What became of the leader's press. */
export type PriorPendingNotice =
  | { outcome: 'not-yours' }
  | ({ name: string; module: LocalText } & (
      | { outcome: 'confirmed' | 'declined' | 'already-completed' | 'changed' }
      | { outcome: 'already-decided'; state: 'confirmed' | 'declined'; by: 'you' | 'another' }
    ));

export type PriorPendingModel = { pending: readonly PendingPrior[]; notice?: PriorPendingNotice };

/** Two buttons each: as many as a card has room for on a phone. */
const shownRows = 8;

/** What the leader's staff say that they have learnt before, to say yes or no to. */
export const priorPendingView = defineView<PriorPendingModel>('prior-pending', ({ pending, notice }, kit) => {
  const more = pending.length - shownRows;
  const lead =
    pending.length === 0 ? kit.t('prior.pending.none') : kit.t('prior.pending.lead', { count: pending.length });
  return {
    data: {
      title: kit.t('prior.pending.title'),
      notices: notice ? [noticeOf(notice, kit)] : [],
      texts: lines(lead),
      rows: pending.slice(0, shownRows).map((item) => rowOf(item, kit)),
      mores: lines(more > 0 ? kit.t('prior.pending.more', { more }) : undefined),
      actions: [kit.button('digest.status', kit.t('digest.see-all'))],
    },
    summary: kit.t('prior.pending.title'),
  };
});

function rowOf({ person, prior }: PendingPrior, kit: ViewKit) {
  const name = kit.plain(person.givenName);
  const data = { personId: person.personId, moduleId: prior.moduleId, askedAt: prior.askedAt.toISOString() };
  return {
    name: kit.plain(person.displayName),
    about: claimWords(prior, kit),
    actions: [
      kit.button('prior.confirm', kit.t('prior.pending.confirm', { name }), data, 'positive'),
      kit.button('prior.decline', kit.t('prior.pending.decline', { name }), data),
    ],
  };
}

function noticeOf(notice: PriorPendingNotice, kit: ViewKit): NoticeBox {
  if (notice.outcome === 'not-yours') return warning(kit.t('prior.notice.not-yours'));
  const values = { name: kit.plain(notice.name), module: kit.pick(notice.module) };
  switch (notice.outcome) {
    case 'confirmed':
      return good(kit.t('prior.notice.confirmed', values));
    case 'declined':
      return good(kit.t('prior.notice.declined', values));
    case 'already-completed':
      return good(kit.t('prior.notice.completed', values));
    case 'changed':
      return warning(kit.t('prior.notice.changed', values));
    case 'already-decided': {
      const isYes = notice.state === 'confirmed';
      if (notice.by === 'you') {
        return good(
          isYes ? kit.t('prior.notice.confirmed-before', values) : kit.t('prior.notice.declined-before', values),
        );
      }
      return warning(
        isYes ? kit.t('prior.notice.confirmed-by-other', values) : kit.t('prior.notice.declined-by-other', values),
      );
    }
  }
}
