import type { AdviceStatus } from '../features/content/advice-state.ts';
import type { CheckStatus } from '../features/content/check-status.ts';
import type { Checkable, CheckableKind } from '../features/content/checkable.ts';
import { reasonWords, type Told } from './content-change-words.ts';
import type { ViewKit } from './define-view.ts';

export function factKindWords(kind: CheckableKind, kit: ViewKit): string {
  switch (kind) {
    case 'contact':
      return kit.t('content.fact.kind.contact');
    case 'law':
      return kit.t('content.fact.kind.law');
    case 'tool':
      return kit.t('content.fact.kind.tool');
    case 'step':
      return kit.t('content.fact.kind.step');
    case 'module':
      return kit.t('content.fact.kind.module');
    case 'word':
      return kit.t('content.fact.kind.word');
  }
}

export function checkStatusWords({ checkedOn }: Checkable, status: CheckStatus, kit: ViewKit): Told {
  switch (status.status) {
    case 'waiting':
      return secondWords(status.confirmBy, kit);
    case 'run-out':
      return { text: kit.t('content.fact.run-out', { date: kit.date(status.validTo) }), color: 'Attention' };
    case 'old':
      return { text: kit.t('content.fact.checked', { date: kit.date(checkedOn) }), color: 'Warning' };
    case 'fresh':
      return { text: kit.t('content.fact.checked', { date: kit.date(checkedOn) }), color: 'Good' };
  }
}

export function adviceStatusWords(status: AdviceStatus, owner: string, kit: ViewKit): Told {
  switch (status.status) {
    case 'hidden':
      return { text: kit.t('content.advice.hidden', { owner: kit.plain(owner) }), color: 'Warning' };
    case 'returned': {
      const reason = reasonWords(status.reason, kit);
      return { text: kit.t('content.status.returned', { name: kit.plain(status.by), reason }), color: 'Attention' };
    }
    case 'waiting':
      return secondWords(status.confirmBy, kit);
    case 'approved': {
      const values = { name: kit.plain(status.by), date: kit.date(status.validTo) };
      return { text: kit.t('content.status.approved', values), color: 'Good' };
    }
    case 'run-out':
      return { text: kit.t('content.status.run-out', { date: kit.date(status.validTo) }), color: 'Attention' };
  }
}

function secondWords(confirmBy: Parameters<ViewKit['date']>[0], kit: ViewKit): Told {
  if (confirmBy >= kit.today()) return { text: kit.t('content.fact.waiting'), color: 'Warning' };
  return { text: kit.t('content.fact.waiting-late', { date: kit.date(confirmBy) }), color: 'Attention' };
}
