import type { AuditEntry } from '../features/people/audit-store.ts';
import type { AuditPage } from '../features/use-cases/read-audit.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

/** `monthsBack` counts from 0. `content`: the reader may see what was changed in the content. */
export type AuditModel = { audit: AuditPage; monthsBack: number; content?: 'offered' };

/** Who did what about whom, and who was refused: never what anybody wrote or answered. */
export const auditView = defineView<AuditModel>('audit', ({ audit, monthsBack, content }, kit) => {
  const title = kit.t('audit.title', { month: kit.month(audit.month) });
  const { page, pages } = audit;
  return {
    data: {
      title,
      texts: lines(audit.entries.length === 0 ? kit.t('audit.empty') : kit.t('audit.lead'), kit.t('audit.content')),
      rows: audit.entries.map((entry) => rowOf(entry, audit, kit)),
      pages: lines(pages > 1 ? kit.t('audit.page', { page: page + 1, pages }) : undefined),
      actions: [...actionsOf(audit, monthsBack, kit), ...contentButton(content, kit)],
    },
    summary: title,
  };
});

function rowOf(entry: AuditEntry, { names }: AuditPage, kit: ViewKit) {
  const nameOf = (personId: string): string => kit.plain(names.get(personId) ?? kit.t('audit.forgotten'));
  const who = nameOf(entry.actorId);
  const values = { who, whom: entry.subjectId ? nameOf(entry.subjectId) : '' };
  return { text: textOf(entry, values, kit), when: kit.day(entry.at) };
}

function textOf(entry: AuditEntry, values: { who: string; whom: string }, kit: ViewKit): string {
  switch (entry.action) {
    case 'group.tick':
      return kit.t('audit.tick', values);
    case 'prior.confirm':
      return kit.t('audit.confirm', values);
    case 'prior.decline':
      return kit.t('audit.decline', values);
    case 'sending.stop':
      return kit.t('audit.stop', { who: values.who });
    case 'sending.resume':
      return kit.t('audit.resume', { who: values.who });
    case 'reports.close':
      return kit.t('audit.close', { who: values.who, text: entry.subjectId ?? '' });
    case 'intro.tick':
      return kit.t('audit.intro', values);
    case 'staff.remind':
      return kit.t('audit.remind', values);
    case 'staff.remind-unit':
      return kit.t('audit.remind-unit', { who: values.who, unit: entry.subjectId ?? '' });
    case 'staff.more-time':
      return kit.t('audit.more-time', values);
    case 'staff.exempt':
      return kit.t('audit.exempt', values);
    case 'staff.lift':
      return kit.t('audit.lift', values);
    case 'staff.set-aside':
      return kit.t('audit.set-aside', values);
    case 'delegation.give':
      return kit.t('audit.delegate', values);
    case 'delegation.end':
      return kit.t('audit.delegate-end', values);
    case 'refused':
      return kit.t('audit.refused', { who: values.who, verb: entry.verb ?? '' });
  }
}

const contentButton = (content: AuditModel['content'], kit: ViewKit): readonly CardAction[] =>
  content ? [kit.button('content.list', kit.t('audit.to-content'), { section: 'modules' })] : [];

function actionsOf({ page, pages, hasOlder }: AuditPage, monthsBack: number, kit: ViewKit): readonly CardAction[] {
  const to = (title: string, back: number, at: number) =>
    kit.button('audit.show', title, { monthsBack: back, page: at });
  return [
    ...(page + 1 < pages ? [to(kit.t('audit.next'), monthsBack, page + 1)] : []),
    ...(page > 0 ? [to(kit.t('audit.previous'), monthsBack, page - 1)] : []),
    ...(hasOlder ? [to(kit.t('audit.older'), monthsBack + 1, 0)] : []),
    ...(monthsBack > 0 ? [to(kit.t('audit.newer'), monthsBack - 1, 0)] : []),
    kit.button('welcome.show', kit.t('common.home')),
  ];
}
