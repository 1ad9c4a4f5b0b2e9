import type { AttendanceMeans } from '../features/groups/attendance-means.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

/**
 * What one person is answered in a group. There is no name on it, and only they see it; from a client whose presses are answered by a
 * message everybody does, so that nothing of their own stands there (`not-shown`).
 */
export type GroupAnswerModel =
  | { answer: 'joined' | 'already-with'; sessionId: string; means: AttendanceMeans | 'not-shown' }
  | { answer: 'left' | 'guest' | 'unknown' | 'try-again'; sessionId: string }
  /** Whether they lead could not be looked up. Before a meeting has begun there is none to go back to. */
  | { answer: 'not-checked'; sessionId?: string }
  | { answer: 'not-leading' | 'may-take-over' | 'taken-over'; sessionId: string }
  | { answer: 'sure-to-end'; sessionId: string; count: number }
  | { answer: 'was-with'; isRegistered: boolean | 'not-shown' }
  /** `ended`, `called-off`: the module has been taken away, so there is no shared card to tell it. */
  | { answer: 'ended' | 'called-off' }
  /** `not-yours`: a module that this person may not run a meeting about. */
  | { answer: 'too-late' | 'gone' | 'only-leaders' | 'not-yours' };

export const groupAnswerView = defineView<GroupAnswerModel>('group-answer', (model, kit) => {
  const { title, texts } = wordsOf(model, kit);
  return { data: { title, texts: lines(...texts), actions: actionsOf(model, kit) }, summary: title };
});

function wordsOf(model: GroupAnswerModel, kit: ViewKit): { title: string; texts: readonly string[] } {
  switch (model.answer) {
    case 'joined':
      return { title: kit.t('group.answer.joined'), texts: [meansText(model.means, kit)] };
    case 'already-with':
      return { title: kit.t('group.answer.already'), texts: [meansText(model.means, kit)] };
    case 'was-with':
      return { title: kit.t('group.answer.was-with'), texts: [wasWithText(model.isRegistered, kit)] };
    case 'left':
      return { title: kit.t('group.answer.left'), texts: [kit.t('group.answer.left-text')] };
    case 'too-late':
      return { title: kit.t('group.answer.too-late'), texts: [kit.t('group.answer.too-late-text')] };
    case 'gone':
      return { title: kit.t('group.answer.gone'), texts: [kit.t('group.answer.gone-text')] };
    case 'guest':
      return { title: kit.t('group.answer.guest'), texts: [kit.t('group.answer.guest-text')] };
    case 'unknown':
      return { title: kit.t('group.answer.unknown'), texts: [kit.t('group.answer.unknown-text')] };
    case 'try-again':
      return { title: kit.t('group.answer.try-again'), texts: [kit.t('group.answer.try-again-text')] };
    case 'not-checked':
      return { title: kit.t('group.answer.not-checked'), texts: [kit.t('group.answer.not-checked-text')] };
    case 'not-leading':
      return { title: kit.t('group.answer.not-leading'), texts: [kit.t('group.answer.not-leading-text')] };
    case 'may-take-over':
      return { title: kit.t('group.answer.not-leading'), texts: [kit.t('group.answer.take-over-text')] };
    case 'taken-over':
      return { title: kit.t('group.answer.taken-over'), texts: [kit.t('group.answer.taken-over-text')] };
    case 'sure-to-end':
      return { title: kit.t('group.answer.sure'), texts: [kit.t('group.answer.sure-text', { count: model.count })] };
    case 'ended':
      return { title: kit.t('group.answer.ended'), texts: [kit.t('group.answer.ended-text')] };
    case 'called-off':
      return { title: kit.t('group.answer.called-off'), texts: [kit.t('group.answer.called-off-text')] };
    case 'only-leaders':
      return { title: kit.t('group.answer.only-leaders'), texts: [kit.t('group.answer.only-leaders-text')] };
    case 'not-yours':
      return { title: kit.t('group.answer.not-yours'), texts: [kit.t('group.answer.not-yours-text')] };
  }
}

function meansText(means: AttendanceMeans | 'not-shown', kit: ViewKit): string {
  if (means === 'not-shown') return kit.t('group.answer.not-shown-text');
  if (means === 'not-for-you') return kit.t('group.answer.not-for-you-text');
  if (means === 'has-it') return kit.t('group.answer.has-it-text');
  return means === 'registered' ? kit.t('group.answer.joined-text') : kit.t('group.answer.not-known-text');
}

function wasWithText(isRegistered: boolean | 'not-shown', kit: ViewKit): string {
  if (isRegistered === 'not-shown') return kit.t('group.answer.was-with-not-shown-text');
  return isRegistered ? kit.t('group.answer.was-with-text') : kit.t('group.answer.was-with-others-text');
}

function actionsOf(model: GroupAnswerModel, kit: ViewKit): readonly CardAction[] {
  if (model.answer === 'not-yours') return [kit.button('group.open', kit.t('group.plan.other'))];
  if (!('sessionId' in model) || model.sessionId === undefined) return [];
  const { sessionId } = model;
  const back = kit.button('group.show', kit.t('group.answer.back'), { sessionId });
  switch (model.answer) {
    case 'joined':
    case 'already-with':
      return [back, kit.button('group.leave', kit.t('group.answer.leave'), { sessionId })];
    case 'left':
    case 'try-again':
      return [kit.button('group.join', kit.t('group.join'), { sessionId }, 'positive'), back];
    case 'may-take-over':
      return [kit.button('group.take-over', kit.t('group.answer.take-over'), { sessionId }), back];
    case 'sure-to-end':
      return [
        kit.button('group.close', kit.t('group.end'), { sessionId }, 'positive'),
        kit.button('group.cancel', kit.t('group.answer.cancel'), { sessionId }, 'destructive'),
        back,
      ];
    default:
      return [back];
  }
}
