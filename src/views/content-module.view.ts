import { addDays, type LocalDate } from '../core/local-date.ts';
import { type LocalText, localeTag } from '../core/locale.ts';
import type { Module } from '../features/catalogue/module.ts';
import type { Unwritten } from '../features/catalogue/unwritten.ts';
import { type ContentChange, returnReasons } from '../features/content/content-change.ts';
import type { ModuleStatus } from '../features/content/content-status.ts';
import type { ModuleState } from '../features/content/module-state.ts';
import { type ContentNotice, moduleStatusWords, noticeOf, reasonWords } from './content-change-words.ts';
import { historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

export type ContentModuleModel = {
  /** With all its cards, also those that are taken away. */
  module: Module;
  status: ModuleStatus;
  hiddenCards: number;
  /** The headings of those that were taken away before the files had their version of now. */
  hiddenBefore: readonly LocalText[];
  /** So many texts that were changed here and that newer files do not have. */
  putAside: number;
  state: ModuleState;
  /** Whether a workbook can be had. */
  hasSheets: boolean;
  changes: readonly ContentChange[];
  /** What is still to be written. Until then nobody can approve it. */
  unwritten?: Unwritten;
  notice?: ContentNotice;
};

/** What is proposed: a year, so that somebody looks again. */
const usualDays = 365;

/** One module for who answers for it: read, approve, send back. */
export const contentModuleView = defineView<ContentModuleModel>('content-module', (model, kit) => {
  const { module, status, hiddenCards, putAside, changes, notice, state, hasSheets } = model;
  const { moduleId, version } = module;
  const { text, color } = moduleStatusWords(status, kit);
  const list = kit.exit('content.list', kit.t('content.back'), { section: 'modules', near: moduleId });
  return {
    data: {
      title: kit.pick(module.title),
      about: kit.t('content.list.version', { version, owner: module.approval.owner }),
      state: text,
      color,
      notices: noticeOf(notice, kit),
      notes: lines(
        hiddenCards > 0 ? kit.t('content.module.hidden', { count: hiddenCards }) : undefined,
        hiddenBeforeNote(model, kit),
        putAside > 0 ? kit.t('content.module.put-aside', { count: putAside }) : undefined,
        ...unwrittenNotes(model, kit),
      ),
      read: [
        kit.exit('content.card', kit.t('content.module.read'), { moduleId, position: 0 }),
        ...(hasSheets ? [kit.exit('content.sheet', kit.t('content.module.sheet'), { moduleId })] : []),
        kit.exit('content.group', kit.t('content.card.group'), { moduleId }),
      ],
      texts: waitingTexts(moduleId, state, kit),
      approvals: model.unwritten ? [] : [approvalForm(model, kit)],
      reason: {
        label: kit.t('content.reason.label'),
        choices: returnReasons.map((value) => ({ title: reasonWords(value, kit), value })),
      },
      return: [kit.button('content.return', kit.t('content.module.return'), { moduleId, version })],
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, module, kit),
      actions: [...takeBack(moduleId, state, kit), list],
    },
    summary: kit.t('content.summary'),
  };
});

/** They stay away: somebody has to look at them first. */
function hiddenBeforeNote({ hiddenBefore }: ContentModuleModel, kit: ViewKit): string | undefined {
  if (hiddenBefore.length === 0) return undefined;
  const names = hiddenBefore.map((heading) => kit.t('content.module.quoted', { card: kit.pick(heading) }));
  const cards = new Intl.ListFormat(localeTag(kit.locale)).format(names);
  return kit.t('content.module.hidden-before', { count: names.length, cards });
}

/** What is missing, by the numbers that "Se kortene" has, and how it is filled. */
function unwrittenNotes({ module, unwritten, hasSheets }: ContentModuleModel, kit: ViewKit): readonly string[] {
  if (!unwritten) return [];
  const numbers = module.cards.flatMap(({ cardId }, at) => (unwritten.cardIds.includes(cardId) ? [at + 1] : []));
  const parts = [
    ...(numbers.length > 0
      ? [kit.t('content.unwritten.cards', { count: numbers.length, numbers: numbers.join(', ') })]
      : []),
    ...(unwritten.meeting ? [kit.t('content.unwritten.meeting')] : []),
    ...(unwritten.others ? [kit.t('content.unwritten.others')] : []),
  ];
  const list = new Intl.ListFormat(localeTag(kit.locale)).format(parts);
  const how = hasSheets ? kit.t('content.unwritten.in-sheet') : kit.t('content.unwritten.in-files');
  return [kit.t('content.unwritten.what', { parts: list }), how];
}

/** Until when, and the press. */
function approvalForm(model: ContentModuleModel, kit: ViewKit) {
  const { moduleId, version } = model.module;
  return {
    until: { label: kit.t('content.module.until'), value: untilOf(model.status, kit) },
    approve: [kit.button('content.approve', approveTitle(model, kit), { moduleId, version })],
  };
}

/** New words that a second person has to read. */
function waitingTexts(moduleId: string, { waiting }: ModuleState, kit: ViewKit) {
  if (!waiting) return [];
  const { count, by, textsId } = waiting;
  const text = kit.t('content.module.texts-waiting', { count, name: kit.plain(by.name) });
  return [{ text, actions: [kit.exit('content.texts', kit.t('content.module.texts'), { moduleId, of: textsId })] }];
}

function takeBack(moduleId: string, { textsIds }: ModuleState, kit: ViewKit): readonly CardAction[] {
  const of = textsIds.at(-1);
  return of === undefined ? [] : [kit.exit('content.take-back', kit.t('content.module.take-back'), { moduleId, of })];
}
/** Another date is another approval: whoever sets it answers for the text. */
function approveTitle({ module: { version }, status }: ContentModuleModel, kit: ViewKit): string {
  return status.status === 'approved'
    ? kit.t('content.module.approve-again')
    : kit.t('content.module.approve', { version });
}

const untilOf = (status: ModuleStatus, kit: ViewKit): LocalDate =>
  status.status === 'approved' ? status.validTo : addDays(kit.today(), usualDays);
