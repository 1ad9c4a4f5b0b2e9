import type { Module } from '../features/catalogue/module.ts';
import type { ContentChange } from '../features/content/content-change.ts';
import type { ModuleStatus, NumberStatus } from '../features/content/content-status.ts';
import type { RefusalReason } from '../features/content/decide-change.ts';
import type { Contact } from '../features/guide/facts.ts';
import type { ViewKit } from './define-view.ts';
import { type Lines, lines } from './module-words.ts';

/** What came of the press that led to a card. */
export type ContentNotice = 'changed' | 'unchanged' | RefusalReason;

export type Notices = readonly { text: string; style: 'good' | 'warning' }[];

export function noticeOf(notice: ContentNotice | undefined, kit: ViewKit): Notices {
  if (notice === undefined) return [];
  if (notice === 'changed') return [{ text: kit.t('content.told.changed'), style: 'good' }];
  if (notice === 'unchanged') return [{ text: kit.t('content.told.unchanged'), style: 'good' }];
  return [{ text: kit.t(`content.refused.${notice}`), style: 'warning' }];
}

type Told = { text: string; color: 'Default' | 'Good' | 'Attention' | 'Warning' };

export function moduleStatusWords(status: ModuleStatus, kit: ViewKit): Told {
  switch (status.status) {
    case 'draft':
      return { text: kit.t('content.status.draft'), color: 'Default' };
    case 'returned': {
      const reason = kit.t(`content.reason.${status.reason}`);
      return { text: kit.t('content.status.returned', { name: kit.plain(status.by), reason }), color: 'Attention' };
    }
    case 'approved': {
      const values = { name: kit.plain(status.by), date: kit.date(status.validTo) };
      return { text: kit.t('content.status.approved', values), color: 'Good' };
    }
    case 'run-out':
      return { text: kit.t('content.status.run-out', { date: kit.date(status.validTo) }), color: 'Attention' };
  }
}

export function numberStatusWords({ number = '' }: Contact, status: NumberStatus, kit: ViewKit): Told {
  switch (status.status) {
    case 'unset':
      return { text: kit.t('content.status.unset'), color: 'Attention' };
    case 'waiting': {
      if (status.confirmBy >= kit.today())
        return { text: kit.t('content.status.waiting', { number }), color: 'Warning' };
      const values = { number, date: kit.date(status.confirmBy) };
      return { text: kit.t('content.status.waiting-late', values), color: 'Attention' };
    }
    case 'stale':
      return { text: kit.t('content.status.stale', { number }), color: 'Warning' };
    case 'fresh':
      return { text: kit.t('content.status.fresh', { number }), color: 'Good' };
  }
}

const mostHistory = 5;

/** What was done last, the newest first. `module`: where a card's heading is found. */
export function historyOf(changes: readonly ContentChange[], module: Module | undefined, kit: ViewKit): Lines {
  const newest = [...changes].reverse().slice(0, mostHistory);
  return lines(
    ...newest.map((change) => {
      const by = kit.t('content.by', { name: kit.plain(change.by.name), day: kit.day(change.at) });
      return `${doneWords(change, module, kit)} · ${by}`;
    }),
  );
}

function doneWords(change: ContentChange, module: Module | undefined, kit: ViewKit): string {
  switch (change.kind) {
    case 'module-approved':
    case 'module-returned':
      return kit.t(`content.done.${change.kind}`, { version: change.version });
    case 'card-withdrawn':
    case 'card-restored': {
      const card = module?.cards.find(({ cardId }) => cardId === change.cardId);
      return kit.t(`content.done.${change.kind}`, { card: card ? kit.pick(card.heading) : change.cardId });
    }
    case 'number-set':
      return kit.t('content.done.number-set', { number: change.number });
    case 'number-confirmed':
      return kit.t('content.done.number-confirmed');
  }
}
