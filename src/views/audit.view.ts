import type { LocalText } from '../core/locale.ts';
import type { AuditEntry } from '../features/people/audit-store.ts';
import type { AuditPage } from '../features/use-cases/read-audit.ts';
import { goneWords } from './content-reports.view.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

/** `monthsBack` counts from 0. `content`: the reader may see what was changed in the content. */
export type AuditModel = {
  audit: AuditPage;
  monthsBack: number;
  content?: 'offered';
  /** What texts are called, by contentId; one that is gone has none. */
  titles?: ReadonlyMap<string, LocalText>;
};

/** Who did what about whom, and who was refused: never what anybody wrote or answered. */
export const auditView = defineView<AuditModel>('audit', ({ audit, monthsBack, content, titles = new Map() }, kit) => {
  const title = kit.t('audit.title', { month: kit.month(audit.month) });
  const { page, pages } = audit;
  return {
    data: {
      title,
      texts: lines(audit.entries.length === 0 ? kit.t('audit.empty') : kit.t('audit.lead'), kit.t('audit.content')),
      rows: audit.entries.map((entry) => rowOf(entry, audit, titles, kit)),
      pages: lines(pages > 1 ? kit.t('audit.page', { page: page + 1, pages }) : undefined),
      actions: [...actionsOf(audit, monthsBack, kit), ...contentButton(content, kit)],
    },
    summary: title,
  };
});

type Titles = NonNullable<AuditModel['titles']>;

function rowOf(entry: AuditEntry, { names }: AuditPage, titles: Titles, kit: ViewKit) {
  const nameOf = (id: string): string =>
    id.startsWith('roster:') ? kit.t('audit.roster') : kit.plain(names.get(id) ?? kit.t('audit.forgotten'));
  const who = nameOf(entry.actorId);
  const { action, subjectId } = entry;
  const isText = action === 'reports.close';
  const whom = subjectId === undefined ? '' : isText ? textName(subjectId, titles, kit) : nameOf(subjectId);
  return {
    text: textOf(entry, { who, whom }, kit),
    when: kit.t('audit.when', { day: kit.day(entry.at), time: kit.time(entry.at) }),
  };
}

const textName = (contentId: string, titles: Titles, kit: ViewKit): string => {
  const title = titles.get(contentId);
  return title ? kit.pick(title) : goneWords(contentId, kit);
};

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
      return kit.t('audit.close', { who: values.who, text: values.whom });
    case 'intro.tick':
      return kit.t('audit.intro', values);
    case 'staff.remind':
      return kit.t('audit.remind', values);
    case 'staff.remind-unit':
      return kit.t('audit.remind-unit', { who: values.who, unit: values.whom });
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
    case 'roster.apply':
      return kit.t('audit.apply', { ...values, ...countsOf(entry) });
    case 'roster.many-leave':
      return kit.t('audit.many-leave', { ...values, ...countsOf(entry) });
    case 'roster.rights':
      return kit.t('audit.rights', values);
    case 'refused':
      return kit.t('audit.refused', { who: values.who, what: areaOf(entry.verb ?? '', kit) });
  }
}

const countsOf = ({ joined = 0, changed = 0, left = 0 }: AuditEntry) => ({ joined, changed, left });

/** Which part of Undring a verb is about, as people call it. */
function areaOf(verb: string, kit: ViewKit): string {
  const known: Readonly<Record<string, (kit: ViewKit) => string>> = areaWords;
  return (known[verb.split('.')[0] ?? ''] ?? areaWords.other)(kit);
}

const areaWords = {
  audit: (kit: ViewKit) => kit.t('audit.about.audit'),
  content: (kit: ViewKit) => kit.t('audit.about.content'),
  delegation: (kit: ViewKit) => kit.t('audit.about.delegation'),
  digest: (kit: ViewKit) => kit.t('audit.about.digest'),
  group: (kit: ViewKit) => kit.t('audit.about.group'),
  intro: (kit: ViewKit) => kit.t('audit.about.intro'),
  needs: (kit: ViewKit) => kit.t('audit.about.needs'),
  prior: (kit: ViewKit) => kit.t('audit.about.prior'),
  roster: (kit: ViewKit) => kit.t('audit.about.roster'),
  rollup: (kit: ViewKit) => kit.t('audit.about.rollup'),
  sending: (kit: ViewKit) => kit.t('audit.about.sending'),
  staff: (kit: ViewKit) => kit.t('audit.about.staff'),
  'status-at': (kit: ViewKit) => kit.t('audit.about.status-at'),
  other: (kit: ViewKit) => kit.t('audit.about.other'),
};

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
