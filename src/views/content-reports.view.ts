import type { LocalDate } from '../core/local-date.ts';
import type { ReportKind } from '../features/reports/report.ts';
import type { Reportable } from '../features/reports/reportable.ts';
import type { ReportedText } from '../features/reports/reported-texts.ts';
import { reportedName } from './content-footer.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { openerOf } from './owner-words.ts';
import { pageOf } from './paging.ts';

/** Texts on one card: each has a button of its own. */
const textsPerPage = 8;

/** `page` counts from 0. `notice`: what the press that led here did. */
export type ContentReportsModel = {
  texts: readonly ReportedText[];
  page: number;
  notice?: ReportsNotice;
};
type ReportsNotice = 'closed' | 'more-came' | 'not-yours';

/** "Feil i tekstene": the texts that people have found wrong, for those who answer for them. */
export const contentReportsView = defineView<ContentReportsModel>('content-reports', (model, kit) => {
  const { texts, notice } = model;
  const { shown, at: page, pages } = pageOf(texts, model.page, textsPerPage);
  return {
    data: {
      title: kit.t('content.reports.title'),
      notices: notice ? [noticeOf(notice, kit)] : [],
      intro:
        texts.length === 0 ? kit.t('content.reports.none') : kit.t('content.reports.count', { texts: texts.length }),
      rows: shown.map((text) => rowOf(text, kit)),
      actions: [
        ...(page + 1 < pages ? [kit.button('content.reports', kit.t('content.reports.next'), { page: page + 1 })] : []),
        ...(page > 0 ? [kit.button('content.reports', kit.t('content.reports.previous'), { page: page - 1 })] : []),
        kit.button('welcome.show', kit.t('common.home')),
      ],
    },
    summary: kit.t('content.reports.summary'),
  };
});

function noticeOf(notice: ReportsNotice, kit: ViewKit) {
  if (notice === 'closed') return { style: 'good', text: kit.t('content.reports.closed') };
  const text = notice === 'more-came' ? kit.t('content.reports.more-came') : kit.t('content.reports.not-yours');
  return { style: 'warning', text };
}

type Row = { title: string; what: string; when: string; actions: readonly CardAction[] };

function rowOf({ contentId, count, kinds, first, last, content }: ReportedText, kit: ViewKit): Row {
  return {
    title: titleOf(contentId, content, kit),
    what: kinds.map(({ kind, count: of }) => kindWords[kind](of, kit)).join(' · '),
    when: whenOf(contentId, first, last, kit),
    actions: [
      ...openers(content, kit),
      kit.button('content.reports-close', kit.t('content.reports.close'), { contentId, seen: count }),
    ],
  };
}

/** Opens the text where it is looked after, as the cards of owners do. */
function openers(content: Reportable | undefined, kit: ViewKit): readonly CardAction[] {
  if (!content) return [];
  const { contentId, kind, checkedOn, title: called } = content;
  const [, id = ''] = contentId.split(':');
  const title = kit.t('content.reports.open');
  if (kind === 'certificates') return [kit.exit('certificate.list', title)];
  if (kind === 'introduction') return [];
  // A step of the guide without a source has no card of its own: it stands among those of its list.
  if (kind === 'guide') {
    return [openerOf({ thing: 'step', id, title: called, ...(!checkedOn && { count: 2 }) }, title, kit)];
  }
  return [openerOf({ thing: kind, id, title: called }, title, kit)];
}

function titleOf(contentId: string, content: Reportable | undefined, kit: ViewKit): string {
  if (!content) return goneWords(contentId, kit);
  const { kind } = content;
  const name = reportedName(content, kit);
  if (kind === 'guide') return kit.t('content.reports.in-guide', { name });
  if (kind === 'policy') return kit.t('content.reports.a-policy', { name });
  return kind === 'word' ? kit.t('content.reports.a-word', { name }) : name;
}

/** What kind of text it was: an id says nothing to anybody. */
export function goneWords(contentId: string, kit: ViewKit): string {
  if (contentId.startsWith('guide:')) return kit.t('content.reports.gone-guide');
  if (contentId.startsWith('policy:')) return kit.t('content.reports.gone-policy');
  if (/^(certificates|introduction):/.test(contentId)) return kit.t('content.reports.gone-list');
  return contentId.startsWith('word:') ? kit.t('content.reports.gone-word') : kit.t('content.reports.gone-module');
}

/** Of the guide only the month is known. */
function whenOf(contentId: string, first: LocalDate, last: LocalDate, kit: ViewKit): string {
  const isMonth = contentId.startsWith('guide:');
  const told = isMonth ? kit.month : kit.date;
  if (first === last && isMonth) return kit.t('content.reports.when-month', { month: told(first) });
  if (first === last) return kit.t('content.reports.when-one', { date: told(first) });
  return kit.t('content.reports.when', { first: told(first), last: told(last) });
}

const kindWords: Readonly<Record<ReportKind, (count: number, kit: ViewKit) => string>> = {
  fact: (count, kit) => kit.t('content.counted.fact', { count }),
  outdated: (count, kit) => kit.t('content.counted.outdated', { count }),
  unclear: (count, kit) => kit.t('content.counted.unclear', { count }),
  language: (count, kit) => kit.t('content.counted.language', { count }),
  other: (count, kit) => kit.t('content.counted.other', { count }),
};
