import type { Module, QuizQuestion } from '../features/catalogue/module.ts';
import type { AnswerCheck } from '../features/progress/check-answer.ts';
import { type BoundView, type CardAction, defineView, type ViewKit } from './define-view.ts';
import { followUpsOff, rereadModule, shareModule } from './follow-up-buttons.ts';
import { followUpFooter, lines } from './module-words.ts';
import { questionFeedback, questionInput } from './question-parts.ts';

export type RefresherModel = {
  module: Module;
  /** Absent: it has been taken away since the card was sent. */
  question?: QuizQuestion;
  /** The answer of this press; kept nowhere. */
  check?: AnswerCheck;
  /** Nothing was chosen, or something that has been taken away since the card was sent. */
  hint?: 'no-choice' | 'changed';
};

/** One question of a module that was done some time ago: open, answered wrong (feedback, and the choices again) or answered right. */
export const refresherView = defineView<RefresherModel>('refresher', (model, kit) => {
  const { module, question, check, hint } = model;
  const title = kit.t('follow-up.refresher.title', { module: kit.pick(module.title) });
  if (!question) return gone(module, title, kit);
  const isOpen = check?.isRight !== true;
  return {
    data: {
      title,
      texts: lines(check ? undefined : kit.t('follow-up.refresher.text')),
      hints: lines(hint && hintText(hint, kit)),
      prompts: lines(isOpen ? undefined : kit.pick(question.prompt)),
      feedbacks: check ? [questionFeedback(question, check, kit)] : [],
      inputs: isOpen ? [questionInput(question, check, kit)] : [],
      notes: lines(
        isOpen && question.kind === 'multiple' ? kit.t('module.question.choose-several') : undefined,
        isOpen ? undefined : kit.t('follow-up.refresher.enough'),
      ),
      footers: [followUpFooter(module, { kind: 'refresher', questionId: question.questionId }, kit)],
      actions: actionsOf({ module, question, check }, kit),
    },
    summary: title,
  };
});

const hintText = (hint: NonNullable<RefresherModel['hint']>, kit: ViewKit): string =>
  hint === 'changed' ? kit.t('module.hint.changed') : kit.t('module.hint.no-choice');

function gone(module: Module, title: string, kit: ViewKit): BoundView {
  return {
    data: {
      title,
      texts: lines(kit.t('follow-up.refresher.gone')),
      ...{ hints: [], prompts: [], feedbacks: [], inputs: [], notes: [], footers: [] },
      actions: [rereadModule(module, kit), followUpsOff(kit)],
    },
    summary: title,
  };
}

type Asked = RefresherModel & { question: QuizQuestion };

function actionsOf({ module, question, check }: Asked, kit: ViewKit): readonly CardAction[] {
  const { moduleId } = module;
  const off = followUpsOff(kit);
  if (check?.isRight) return [rereadModule(module, kit), shareModule(module, kit), off];
  const title = check ? kit.t('module.question.again') : kit.t('module.question.answer');
  const answer = kit.button('refresher.answer', title, { moduleId, questionId: question.questionId }, 'positive');
  return check ? [answer, rereadModule(module, kit), off] : [answer, off];
}
