import type { Module } from '../features/catalogue/module.ts';
import type { AdviceStatus } from '../features/content/advice-state.ts';
import type { AnsweredTexts } from '../features/content/answered-texts.ts';
import type { CheckStatus } from '../features/content/check-status.ts';
import type { Checkable } from '../features/content/checkable.ts';
import type { ModuleStatus, NumberStatus } from '../features/content/content-status.ts';
import type { AdviceStep } from '../features/content/decide-check.ts';
import type { Contact } from '../features/guide/facts.ts';
import type { WaitingThing } from '../features/owners/waiting-things.ts';
import {
  type ContentNotice,
  moduleStatusWords,
  noticeOf,
  numberStatusWords,
  type Told,
} from './content-change-words.ts';
import { adviceStatusWords, checkStatusWords, factKindWords } from './content-check-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lateWords, openerOf, titleOf, waitsWords } from './owner-words.ts';

export const contentSections = ['waiting', 'modules', 'numbers', 'advice', 'facts'] as const;
export type ContentSection = (typeof contentSections)[number];

/** `answered`: what became of the texts that who looks at it had sent. */
type ModuleRow = { module: Module; status: ModuleStatus; hasTextsWaiting: boolean; answered?: AnsweredTexts };

export type ContentListModel = {
  section: ContentSection;
  /** From 0; the nearest there is. */
  page: number;
  /** What a second person has to say yes to, and this one can be that. */
  waiting: readonly WaitingThing[];
  modules: readonly ModuleRow[];
  numbers: readonly { contact: Contact; status: NumberStatus }[];
  advice: readonly { step: AdviceStep; status: AdviceStatus }[];
  /** Those that somebody should look at come first. */
  facts: readonly { fact: Checkable; status: CheckStatus }[];
  /** For those who look after all of the content. */
  dates?: 'offered';
  notice?: ContentNotice;
};

/** So that the card is read on a phone without scrolling for ever, and stays far below what Teams takes. */
export const rowsPerPage = 8;

/** All that somebody answers for, a part at a time, and how it stands. */
export const contentListView = defineView<ContentListModel>('content-list', (model, kit) => {
  const { section, notice } = model;
  const pages = Math.max(1, Math.ceil(model[section].length / rowsPerPage));
  const page = Math.min(Math.max(model.page, 0), pages - 1);
  const from = page * rowsPerPage;
  const rows = rowsOf(model, from, from + rowsPerPage, kit);
  const name = sectionName(section, kit);
  const heading = pages > 1 ? kit.t('content.list.page', { name, page: page + 1, pages }) : name;
  return {
    data: {
      title: kit.t('content.list.title'),
      text: kit.t('content.list.text'),
      notices: noticeOf(notice, kit),
      sections: [{ actions: [...sectionButtons(model, kit), ...dateButton(model, kit)] }].filter(
        ({ actions }) => actions.length > 0,
      ),
      groups: [{ heading, rows }].filter(({ rows: { length } }) => length > 0),
      actions: [
        ...(page + 1 < pages ? [pageButton(section, page + 1, kit.t('content.reports.next'), kit)] : []),
        ...(page > 0 ? [pageButton(section, page - 1, kit.t('content.reports.previous'), kit)] : []),
        kit.button('welcome.show', kit.t('common.home')),
      ],
    },
    summary: kit.t('content.summary'),
  };
});

const pageButton = (section: ContentSection, page: number, title: string, kit: ViewKit): CardAction =>
  kit.button('content.list', title, { section, page });

/** The other parts that there is anything in. */
function sectionButtons(model: ContentListModel, kit: ViewKit): readonly CardAction[] {
  return contentSections
    .filter((section) => section !== model.section && model[section].length > 0)
    .map((section) => kit.button('content.list', sectionTitle(section, model, kit), { section }));
}

const dateButton = ({ dates }: ContentListModel, kit: ViewKit): readonly CardAction[] =>
  dates ? [kit.button('content.dates', kit.t('content.dates.title'))] : [];

const sectionTitle = (section: ContentSection, { waiting }: ContentListModel, kit: ViewKit): string =>
  section === 'waiting' ? kit.t('content.list.waiting-count', { count: waiting.length }) : sectionName(section, kit);

function sectionName(section: ContentSection, kit: ViewKit): string {
  switch (section) {
    case 'waiting':
      return kit.t('content.list.waiting');
    case 'modules':
      return kit.t('content.list.modules');
    case 'numbers':
      return kit.t('content.list.numbers');
    case 'advice':
      return kit.t('content.list.advice');
    case 'facts':
      return kit.t('content.list.facts');
  }
}

type Row = { title: string; about: string; state: string; color: Told['color']; open: CardAction };

function rowsOf(model: ContentListModel, from: number, to: number, kit: ViewKit): readonly Row[] {
  switch (model.section) {
    case 'waiting':
      return model.waiting.slice(from, to).map((thing) => {
        const title = titleOf(thing, kit);
        const told: Told =
          thing.confirmBy < kit.today()
            ? { text: lateWords(thing, thing.confirmBy, kit), color: 'Attention' }
            : { text: waitsWords(thing, thing.confirmBy, kit), color: 'Warning' };
        const about = kit.t('content.list.changed', { date: kit.day(thing.made.at) });
        return rowWith(title, about, told, openerOf(thing, openTitle(title, kit), kit));
      });
    case 'modules':
      return model.modules.slice(from, to).map((row) => {
        const { moduleId, version, title, approval } = row.module;
        const about = kit.t('content.list.version', { version, owner: kit.plain(approval.owner) });
        const open = kit.button('content.module', openTitle(kit.pick(title), kit), { moduleId });
        return rowWith(kit.pick(title), about, moduleWords(row, kit), open);
      });
    case 'numbers':
      return model.numbers.slice(from, to).map(({ contact, status }) => {
        const { contactId, name, owner } = contact;
        const open = kit.button('content.number', openTitle(kit.pick(name), kit), { contactId });
        return rowWith(kit.pick(name), kit.plain(owner), numberStatusWords(contact, status, kit), open);
      });
    case 'advice':
      return model.advice.slice(from, to).map(({ step, status }) => {
        const { stepId, heading, awaitsApproval } = step;
        const { owner } = awaitsApproval.approval;
        const open = kit.button('content.advice', openTitle(kit.pick(heading), kit), { stepId });
        return rowWith(kit.pick(heading), kit.plain(owner), adviceStatusWords(status, owner, kit), open);
      });
    case 'facts':
      return model.facts.slice(from, to).map(({ fact, status }) => {
        const { factId, title, kind, owner } = fact;
        const about = kit.t('content.fact.about', { kind: factKindWords(kind, kit), owner: kit.plain(owner) });
        const open = kit.button('content.fact', openTitle(kit.pick(title), kit), { factId });
        return rowWith(kit.pick(title), about, checkStatusWords(fact, status, kit), open);
      });
  }
}

function moduleWords({ status, hasTextsWaiting, answered }: ModuleRow, kit: ViewKit): Told {
  const { text, color } = moduleStatusWords(status, kit);
  const texts = [
    ...(hasTextsWaiting ? [kit.t('content.status.texts-waiting')] : []),
    ...(answered ? [answeredWords(answered, kit)] : []),
  ];
  return { text: [text, ...texts].join(' · '), color: hasTextsWaiting ? 'Warning' : color };
}

function answeredWords(answered: AnsweredTexts, kit: ViewKit): string {
  const date = kit.day(answered.at);
  if (answered.answer === 'outdone') return kit.t('content.status.texts-outdone', { date });
  const values = { name: kit.plain(answered.by), date };
  switch (answered.answer) {
    case 'accepted':
      return kit.t('content.status.texts-accepted', values);
    case 'dropped':
      return kit.t('content.status.texts-dropped', values);
    case 'taken-back':
      return kit.t('content.status.texts-taken-back', values);
  }
}

const openTitle = (title: string, kit: ViewKit): string => kit.t('content.list.open', { title });

const rowWith = (title: string, about: string, { text, color }: Told, open: CardAction): Row => ({
  ...{ title, about, open, color },
  state: text,
});
