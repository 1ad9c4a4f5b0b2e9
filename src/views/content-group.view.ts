import type { Module } from '../features/catalogue/module.ts';
import { stepCount } from '../features/progress/steps.ts';
import { defineView } from './define-view.ts';
import { stageRows, stageWords } from './group-stage-words.ts';
import { lines } from './module-words.ts';

/** The meeting of a module for who answers for it: what the one who leads sees, and what all see. */
export const contentGroupView = defineView<{ module: Module }>('content-group', ({ module }, kit) => {
  const { moduleId, group } = module;
  const opening = group.stages
    .filter(({ kind }) => kind === 'opening')
    .flatMap((stage) => stageWords(stage, 'group', kit).texts);
  return {
    data: {
      where: kit.t('content.group.where', { module: kit.pick(module.title) }),
      heading: kit.t('content.group.heading'),
      lead: kit.t('group.plan.lead', { minutes: group.minutes }),
      stages: stageRows(module, kit),
      rule: kit.t('group.rule'),
      allTitle: kit.t('content.group.all'),
      alls: [...opening, ...lines(kit.t('content.group.same'))],
      actions: [
        kit.button('content.card', kit.t('content.card.previous'), { moduleId, position: stepCount(module) - 1 }),
        kit.button('content.module', kit.t('content.card.done'), { moduleId }),
      ],
    },
    summary: kit.t('content.summary'),
  };
});
