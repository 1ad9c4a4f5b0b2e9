import type { FollowUpModel } from '../features/reminders/follow-up.ts';
import { defineView } from './define-view.ts';
import { followUpsOff, rereadModule, shareModule } from './follow-up-buttons.ts';
import { followUpFooter } from './module-words.ts';

export type UseItModel = Extract<FollowUpModel, { kind: 'use-it' }>;

/** More would be homework. */
const mostPrompts = 3;

/** Some weeks after a module: what will you try? Nobody answers, and nothing is kept. */
export const useItView = defineView<UseItModel>('use-it', ({ module, completedAt }, kit) => {
  const title = kit.t('follow-up.use-it.title');
  const prompts = module.reflection.slice(0, mostPrompts).map((prompt) => ({ text: kit.pick(prompt) }));
  const name = kit.pick(module.title);
  return {
    data: {
      title,
      text: kit.t('follow-up.use-it.text', { module: name, day: kit.day(completedAt) }),
      boxes: prompts.length > 0 ? [{ label: kit.t('follow-up.use-it.label'), prompts }] : [],
      note: kit.t('follow-up.use-it.privacy'),
      footers: [followUpFooter(module, { kind: 'use-it' }, kit)],
      actions: [{ ...shareModule(module, kit), style: 'positive' }, rereadModule(module, kit), followUpsOff(kit)],
    },
    summary: kit.t('follow-up.use-it.summary', { module: name }),
  };
});
