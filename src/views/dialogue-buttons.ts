import { repliesOf } from '../features/progress/walk-dialogue.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import type { ModuleDialogueModel } from './module-dialogue.view.ts';
import { forward, waysBack } from './module-words.ts';

/** The buttons below a dialogue card. Three at most: what a phone shows in one row. */
export function dialogueActions(model: ModuleDialogueModel, kit: ViewKit): readonly CardAction[] {
  const { module, place, walk, shows, standing } = model;
  const back = waysBack(module, place, 'take', kit);
  const data = { moduleId: module.moduleId, dialogueId: model.dialogue.dialogueId };
  if (!walk)
    return [
      kit.button('module.practise', kit.t('module.dialogue.begin'), { ...data, replies: [] }, 'positive'),
      ...back,
    ];

  const list = kit.button('module.list', kit.t('common.modules'));
  const again = kit.button('module.practise', kit.t('module.dialogue.restart'), { ...data, replies: [] });
  const before = { ...data, replies: repliesOf(walk).slice(0, -1) };
  if (walk.at === 'end') {
    const onward = forward(module, place, 'take', kit);
    const retry = kit.button('module.practise', kit.t('module.dialogue.retry'), before);
    return walk.end.outcome === 'good'
      ? [{ ...onward, style: 'positive' }, retry, again]
      : [{ ...retry, style: 'positive' }, onward, again];
  }
  if (shows === 'reply' && walk.exchanges.length > 0) {
    const { moduleId } = module;
    const onward = kit.button(
      'module.show',
      kit.t('module.dialogue.onward'),
      { moduleId, position: place.position },
      'positive',
    );
    return [onward, kit.button('module.practise', kit.t('module.question.again'), before), list];
  }
  const onward = standing === 'finished' ? [forward(module, place, 'take', kit)] : [];
  if (walk.exchanges.length === 0) return [...onward, ...back];
  const oneBack = kit.button('module.practise', kit.t('module.back'), before);
  return [...onward, oneBack, again, ...(standing === 'finished' ? [] : [list])];
}
