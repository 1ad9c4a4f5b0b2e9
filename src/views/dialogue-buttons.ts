import { type DialogueWalk, repliesOf } from '../features/progress/walk-dialogue.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import type { ModuleDialogueModel } from './module-dialogue.view.ts';
import { forward, stepData, waysBack } from './module-ways.ts';

/** The buttons below a dialogue card. Three at most: what a phone shows in one row. */
export function dialogueButtons(model: ModuleDialogueModel, kit: ViewKit): readonly CardAction[] {
  const { module, place, dialogue, walk, shows } = model;
  const data = { moduleId: module.moduleId, dialogueId: dialogue.dialogueId };
  if (!walk) {
    const begin = kit.button('module.practise', kit.t('module.dialogue.begin'), { ...data, replies: [] }, 'positive');
    return [begin, ...waysBack(module, place, 'take', kit)];
  }
  const ways: Ways = {
    before: { ...data, replies: repliesOf(walk).slice(0, -1) },
    again: kit.button('module.practise', kit.t('module.dialogue.restart'), { ...data, replies: [] }),
    list: kit.button('module.list', kit.t('common.modules')),
  };
  if (walk.at === 'end') return afterEnd(model, walk, ways, kit);
  if (shows === 'reply' && walk.exchanges.length > 0) return afterReply(model, ways, kit);
  return besideReplies(model, walk, ways, kit);
}

/** `before`: the place one reply back. */
type Ways = { before: Readonly<Record<string, unknown>>; again: CardAction; list: CardAction };

/** A good end asks to go on, the others to try again. */
function afterEnd(
  { module, place }: ModuleDialogueModel,
  { end, exchanges }: Extract<DialogueWalk, { at: 'end' }>,
  { before, again, list }: Ways,
  kit: ViewKit,
): readonly CardAction[] {
  const onward = forward(module, place, 'take', kit);
  const retry = kit.button('module.practise', kit.t('module.dialogue.retry'), before);
  // After the only reply both ways back are the same.
  const third = exchanges.length > 1 ? again : list;
  return end.outcome === 'good'
    ? [{ ...onward, style: 'positive' }, retry, third]
    : [{ ...retry, style: 'positive' }, onward, third];
}

function afterReply(
  { module, place: { position } }: ModuleDialogueModel,
  { before, list }: Ways,
  kit: ViewKit,
): readonly CardAction[] {
  const onward = kit.button(
    'module.show',
    kit.t('module.dialogue.onward'),
    stepData(module, position, 'take'),
    'positive',
  );
  return [onward, kit.button('module.practise', kit.t('module.question.again'), before), list];
}

/** Who has been at an end may go on from anywhere. */
function besideReplies(
  { module, place, standing }: ModuleDialogueModel,
  { exchanges }: DialogueWalk,
  { before, again, list }: Ways,
  kit: ViewKit,
): readonly CardAction[] {
  const onward = standing === 'finished' ? [forward(module, place, 'take', kit)] : [];
  if (exchanges.length === 0) return [...onward, ...waysBack(module, place, 'take', kit)];
  return [...onward, kit.button('module.practise', kit.t('module.back'), before), again, list].slice(0, 3);
}
