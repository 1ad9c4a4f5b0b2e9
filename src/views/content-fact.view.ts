import { isSafeUrl } from '../core/safe-url.ts';
import type { CheckStatus } from '../features/content/check-status.ts';
import type { Checkable } from '../features/content/checkable.ts';
import type { ContentChange } from '../features/content/content-change.ts';
import { type ContentNotice, noticeOf } from './content-change-words.ts';
import { checkStatusWords, factKindWords } from './content-check-words.ts';
import { historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

export type ContentFactModel = {
  fact: Checkable;
  status: CheckStatus;
  changes: readonly ContentChange[];
  /** Who looks: whoever checked it is not asked to confirm it. */
  personId: string;
  /** A number of the municipality's own can be set as well. */
  contactId?: string;
  notice?: ContentNotice;
};

/** Something that is looked up: say that it is still so, or confirm that somebody else has. */
export const contentFactView = defineView<ContentFactModel>('content-fact', (model, kit) => {
  const { fact, status, changes, contactId, notice } = model;
  const { text, color } = checkStatusWords(fact, status, kit);
  const { factId } = fact;
  const number =
    contactId === undefined ? [] : [kit.exit('content.number', kit.t('content.fact.set-number'), { contactId })];
  return {
    data: {
      title: kit.pick(fact.title),
      about: kit.t('content.fact.about', { kind: factKindWords(fact.kind, kit), owner: kit.plain(fact.owner) }),
      state: text,
      color,
      notices: noticeOf(notice, kit, status.status === 'waiting' ? kit.t('content.fact.saved') : undefined),
      notes: lines(
        waitingText(status, kit),
        isTold(status) ? undefined : kit.t('content.fact.last', { date: kit.date(fact.checkedOn) }),
        fact.validTo && kit.t('content.fact.until', { date: kit.date(fact.validTo) }),
      ),
      sourcesTitle: kit.t('content.fact.sources'),
      sources: lines(...fact.sources.map((source) => sourceWords(source, kit))),
      sets: [{ actions: [...buttonsOf(model, kit), ...number] }],
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, undefined, kit),
      actions: [kit.exit('content.list', kit.t('content.back'), { section: 'facts', near: factId })],
    },
    summary: kit.t('content.summary'),
  };
});

/** The line above says when. */
const isTold = ({ status }: CheckStatus): boolean => status === 'fresh' || status === 'old';

/** A page opens at a press: looking it up is what the card asks for. */
function sourceWords(source: string, kit: ViewKit): string {
  if (!isSafeUrl(source)) return kit.plain(source);
  const shown = kit.plain(source.replace(/^https?:\/\//, ''));
  return `[${shown}](${encodeParentheses(new URL(source).href)})`;
}

const encodeParentheses = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29');

function waitingText(status: CheckStatus, kit: ViewKit): string | undefined {
  if (status.status !== 'waiting') return undefined;
  const name = kit.plain(status.by);
  if (status.confirmBy < kit.today()) return kit.t('content.fact.second-late', { name });
  return kit.t('content.fact.second', { name, date: kit.date(status.confirmBy) });
}

/** While it waits for a second person, that is what there is to do; too late, anybody may begin again as well. */
function buttonsOf({ fact: { factId }, status, personId }: ContentFactModel, kit: ViewKit): readonly CardAction[] {
  const title = kit.t('content.fact.check');
  const check = kit.button('content.check', title, { factId }, 'positive');
  if (status.status !== 'waiting') return [check];
  const isLate = status.confirmBy < kit.today();
  if (status.personId === personId) return isLate ? [check] : [];
  const data = { factId, of: status.changeId };
  const confirm = kit.button('content.check-confirm', kit.t('content.fact.confirm'), data, 'positive');
  return isLate ? [confirm, kit.button('content.check', title, { factId })] : [confirm];
}
