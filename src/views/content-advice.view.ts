import { addDays, type LocalDate } from '../core/local-date.ts';
import { type AdviceStatus, wordingOf } from '../features/content/advice-state.ts';
import { type ContentChange, returnReasons } from '../features/content/content-change.ts';
import type { AdviceStep } from '../features/content/decide-check.ts';
import { type ContentNotice, type Notices, noticeOf, reasonWords } from './content-change-words.ts';
import { adviceStatusWords } from './content-check-words.ts';
import { historyOf } from './content-history-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

export type ContentAdviceModel = {
  /** As it stands now, changes counted in. */
  step: AdviceStep;
  status: AdviceStatus;
  changes: readonly ContentChange[];
  personId: string;
  /** Whether who looks is the professional whom the content names. */
  role: 'professional' | 'second';
  notice?: ContentNotice;
};

/** What is proposed: a year, so that somebody looks again. */
const usualDays = 365;

/** Advice of the guide that nobody sees before the professional and a second person have said yes. */
export const contentAdviceView = defineView<ContentAdviceModel>('content-advice', (model, kit) => {
  const { step, status, changes } = model;
  const { stepId, awaitsApproval: advice } = step;
  const { owner } = advice.approval;
  const { text, color } = adviceStatusWords(status, owner, kit);
  const data = { stepId, wording: wordingOf(advice) };
  return {
    data: {
      title: kit.pick(step.heading),
      about: kit.t('content.advice.about', { owner: kit.plain(owner) }),
      state: text,
      color,
      notices: noticesOf(model, kit),
      points: [
        ...advice.dos.map((text) => ({ sign: '✓', colour: 'Good', text: kit.pick(text) })),
        ...advice.donts.map((text) => ({ sign: '✗', colour: 'Attention', text: kit.pick(text) })),
      ],
      notes: lines(waitingText(status, kit)),
      confirms: confirmButtons(model, kit).map((action) => ({ actions: [action] })),
      approves: model.role === 'professional' ? [approveOf(status, data, kit)] : [],
      reason: {
        label: kit.t('content.advice.reason'),
        choices: returnReasons.map((value) => ({ title: reasonWords(value, kit), value })),
      },
      return: [kit.button('content.advice-return', kit.t('content.module.return'), data)],
      historyTitle: changes.length > 0 ? kit.t('content.module.history') : '',
      history: historyOf(changes, undefined, kit),
      actions: [kit.exit('content.list', kit.t('content.back'), { section: 'advice', near: stepId })],
    },
    summary: kit.t('content.summary'),
  };
});

function waitingText(status: AdviceStatus, kit: ViewKit): string | undefined {
  if (status.status !== 'waiting') return undefined;
  const name = kit.plain(status.by);
  if (status.confirmBy < kit.today()) return kit.t('content.advice.second-late', { name });
  return kit.t('content.advice.second', { name, date: kit.date(status.confirmBy) });
}

/** What one of two has said is kept, but nobody sees it yet. */
function noticesOf({ status, notice }: ContentAdviceModel, kit: ViewKit): Notices {
  return noticeOf(notice, kit, status.status === 'waiting' ? kit.t('content.advice.saved') : undefined);
}

function confirmButtons(
  { step: { stepId }, status, personId }: ContentAdviceModel,
  kit: ViewKit,
): readonly CardAction[] {
  if (status.status !== 'waiting' || status.personId === personId) return [];
  const data = { stepId, of: status.changeId };
  return [{ ...kit.exit('content.advice-confirm', kit.t('content.advice.confirm'), data), style: 'positive' }];
}

function approveOf(status: AdviceStatus, data: { stepId: string; wording: string }, kit: ViewKit) {
  const value: LocalDate = status.status === 'approved' ? status.validTo : addDays(kit.today(), usualDays);
  return {
    label: kit.t('content.module.until'),
    value,
    actions: [kit.button('content.advice-approve', kit.t('content.advice.approve'), data)],
  };
}
