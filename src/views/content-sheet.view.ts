import type { Module } from '../features/catalogue/module.ts';
import type { RefusalReason } from '../features/content/decide-change.ts';
import type { SheetProblem } from '../features/content/sheet.ts';
import { refusedWords } from './content-change-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { type Lines, lines } from './module-words.ts';
import { sheetProblemRow } from './sheet-problem-words.ts';
import { type TextChange, textChangeRow } from './text-change-words.ts';

/** What came of a workbook: on its way out, or on its way in. */
export type ContentSheetModel =
  | { outcome: 'declined' | 'expired' | 'not-uploaded'; moduleId: string }
  | { outcome: 'not-for-you' | 'not-checked' | 'off' | 'no-sheet' | 'one-at-a-time' | 'not-read' | 'module-gone' }
  | { outcome: 'same'; module: Module }
  | { outcome: 'refused'; module: Module; reason: RefusalReason | 'unchanged' }
  | { outcome: 'wrong'; module?: Module; problems: readonly SheetProblem[] }
  | {
      outcome: 'read';
      module: Module;
      textsId: string;
      changes: readonly TextChange[];
      warnings: readonly SheetProblem[];
      /** The same person has sent texts that still wait. */
      replaces: boolean;
    };

/** So many are mended at a time; more would be a wall. */
const mostProblems = 10;
const mostChanges = 4;

export const contentSheetView = defineView<ContentSheetModel>('content-sheet', (model, kit) => {
  const { title, text } = wordsOf(model, kit);
  const problems = 'problems' in model ? model.problems : 'warnings' in model ? model.warnings : [];
  const left = problems.length - mostProblems;
  const changes = model.outcome === 'read' ? model.changes.slice(0, mostChanges) : [];
  return {
    data: {
      ...{ title, text, notes: notesOf(model, kit) },
      changes: changes.map((change) => textChangeRow(change, kit)),
      problemsTitle: model.outcome === 'read' && problems.length > 0 ? kit.t('content.sheet.warnings') : '',
      problems: problems.slice(0, mostProblems).map((problem) => sheetProblemRow(problem, kit)),
      more: lines(left > 0 ? kit.t('content.sheet.more', { count: left }) : undefined),
      actions: actionsOf(model, kit),
    },
    summary: kit.t('content.sheet.summary'),
  };
});

function notesOf(model: ContentSheetModel, kit: ViewKit): Lines {
  if (model.outcome !== 'read') return [];
  return lines(kit.t('content.texts.unsent'), model.replaces ? kit.t('content.texts.replaces') : undefined);
}

function actionsOf(model: ContentSheetModel, kit: ViewKit): readonly CardAction[] {
  if (model.outcome === 'not-for-you' || model.outcome === 'not-checked')
    return [kit.button('welcome.show', kit.t('common.home'))];
  const list = kit.button('content.list', kit.t('content.back'));
  if (model.outcome === 'read') {
    const data = { moduleId: model.module.moduleId, of: model.textsId };
    return [
      kit.button('content.send-texts', kit.t('content.texts.send'), data, 'positive'),
      kit.button('content.drop-texts', kit.t('content.texts.drop'), data),
      ...(model.changes.length > mostChanges ? [kit.button('content.texts', kit.t('content.texts.all'), data)] : []),
    ];
  }
  if (model.outcome === 'declined') {
    return [kit.button('content.sheet', kit.t('content.sheet.fresh'), { moduleId: model.moduleId }), list];
  }
  if ('moduleId' in model) {
    return [kit.button('content.sheet', kit.t('content.sheet.again'), { moduleId: model.moduleId }, 'positive'), list];
  }
  if (!('module' in model) || !model.module) return [list];
  const { moduleId } = model.module;
  const fresh = kit.button('content.sheet', kit.t('content.sheet.fresh'), { moduleId });
  return [kit.button('content.module', kit.t('content.texts.to-module'), { moduleId }), fresh];
}

type Words = { title: string; text: string };

function wordsOf(model: ContentSheetModel, kit: ViewKit): Words {
  switch (model.outcome) {
    case 'read': {
      const count = model.changes.length;
      return { title: kit.pick(model.module.title), text: kit.t('content.texts.count', { count }) };
    }
    case 'wrong': {
      const count = model.problems.filter(({ severity }) => severity === 'error').length;
      return { title: kit.t('content.sheet.wrong-title'), text: kit.t('content.sheet.wrong-text', { count }) };
    }
    case 'same': {
      const module = kit.pick(model.module.title);
      return { title: kit.t('content.sheet.same-title'), text: kit.t('content.sheet.same-text', { module }) };
    }
    case 'refused': {
      const title = kit.t('content.sheet.refused-title');
      return {
        title,
        text: model.reason === 'unchanged' ? kit.t('content.told.unchanged') : refusedWords(model.reason, kit),
      };
    }
    default:
      return fixedWords[model.outcome](kit);
  }
}

type Fixed = Exclude<ContentSheetModel['outcome'], 'read' | 'wrong' | 'same' | 'refused'>;

const fixedWords: Readonly<Record<Fixed, (kit: ViewKit) => Words>> = {
  declined: (kit) => ({ title: kit.t('content.sheet.declined-title'), text: kit.t('content.sheet.declined-text') }),
  expired: (kit) => ({ title: kit.t('content.sheet.expired-title'), text: kit.t('content.sheet.expired-text') }),
  'not-uploaded': (kit) => ({
    title: kit.t('content.sheet.not-uploaded-title'),
    text: kit.t('content.sheet.not-uploaded-text'),
  }),
  'not-for-you': (kit) => ({
    title: kit.t('content.sheet.not-for-you-title'),
    text: kit.t('content.sheet.not-for-you-text'),
  }),
  'not-checked': (kit) => ({
    title: kit.t('content.sheet.not-checked-title'),
    text: kit.t('content.sheet.not-checked-text'),
  }),
  off: (kit) => ({ title: kit.t('content.sheet.off-title'), text: kit.t('content.sheet.off-text') }),
  'no-sheet': (kit) => ({ title: kit.t('content.sheet.no-sheet-title'), text: kit.t('content.sheet.no-sheet-text') }),
  'one-at-a-time': (kit) => ({
    title: kit.t('content.sheet.one-at-a-time-title'),
    text: kit.t('content.sheet.one-at-a-time-text'),
  }),
  'not-read': (kit) => ({ title: kit.t('content.sheet.not-read-title'), text: kit.t('content.sheet.not-read-text') }),
  'module-gone': (kit) => ({
    title: kit.t('content.sheet.module-gone-title'),
    text: kit.t('content.sheet.module-gone-text'),
  }),
};
