import type { MaterialChange, Module } from '../features/catalogue/module.ts';
import { defineView } from './define-view.ts';
import { rereadModule } from './follow-up-buttons.ts';
import { followUpFooter, lines } from './module-words.ts';
import { good, warning } from './notice-box.ts';

/** `standing`: `read` after the press; `repeat` when nobody knows whether an earlier card arrived; `newer` when the pressed card told of another change. */
export type RereadModel = {
  module: Module;
  change: MaterialChange;
  completedAt: Date;
  standing: 'unread' | 'repeat' | 'newer' | 'read';
};

/** What is new in a module that the person has taken, in a few lines. */
export const rereadView = defineView<RereadModel>('reread', ({ module, change, completedAt, standing }, kit) => {
  const { moduleId } = module;
  const title = kit.t('follow-up.reread.title', { module: kit.pick(module.title) });
  const confirm = kit.button(
    'reread.confirm',
    kit.t('follow-up.reread.confirm'),
    { moduleId, version: change.version },
    'positive',
  );
  return {
    data: {
      title,
      notices: [
        ...(standing === 'read' ? [good(kit.t('follow-up.reread.kept'))] : []),
        ...(standing === 'newer' ? [warning(kit.t('follow-up.reread.newer'))] : []),
      ],
      text: kit.t('follow-up.reread.text', { day: kit.day(completedAt) }),
      change: kit.pick(change.summary),
      repeats: lines(standing === 'repeat' ? kit.t('reminder.repeat') : undefined),
      footers: [followUpFooter(module, { kind: 'reread' }, kit)],
      actions: [...(standing === 'read' ? [] : [confirm]), rereadModule(module, kit)],
    },
    summary: title,
  };
});
