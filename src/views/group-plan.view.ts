import type { Module } from '../features/catalogue/module.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { stageRows } from './group-stage-words.ts';
import { planFooter } from './module-words.ts';

/** `ticks`: whether the reader leads a unit, and so may tell who was there. */
export type GroupPlanModel = { module: Module; ticks: 'own-units' | 'nobody' };

/** For the one who leads the meeting, in the private chat: the parts with their times, the case, and how to start. */
export const groupPlanView = defineView<GroupPlanModel>('group-plan', ({ module, ticks }, kit) => {
  const title = kit.pick(module.title);
  return {
    data: {
      title,
      lead: kit.t('group.plan.lead', { minutes: module.group.minutes }),
      stages: stageRows(module, kit),
      rule: kit.t('group.rule'),
      how: kit.t('group.plan.how'),
      howText: kit.t('group.plan.how-text'),
      without: ticks === 'own-units' ? kit.t('group.plan.without') : kit.t('group.plan.without-units'),
      footers: [planFooter(module, kit)],
      actions: actionsOf(module, ticks, kit),
    },
    summary: kit.t('group.summary', { module: title }),
  };
});

function actionsOf({ moduleId }: Module, ticks: GroupPlanModel['ticks'], kit: ViewKit): readonly CardAction[] {
  return [
    ...(ticks === 'own-units' ? [kit.button('group.roster', kit.t('group.plan.roster'), { moduleId })] : []),
    kit.button('group.open', kit.t('group.plan.other')),
    kit.button('module.list', kit.t('common.modules')),
  ];
}
