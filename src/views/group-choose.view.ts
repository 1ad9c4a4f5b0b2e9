import type { Module } from '../features/catalogue/module.ts';
import { defineView } from './define-view.ts';

/** `place`: in a private chat the plan is shown; where the group is, the meeting is started. `sessionId`: of the session to come. */
export type GroupChooseModel = { modules: readonly Module[]; chosenId?: string } & (
  | { place: 'private' }
  | { place: 'shared'; sessionId: string }
);

/** Which module to take together. Nothing has begun before somebody presses. */
export const groupChooseView = defineView<GroupChooseModel>('group-choose', (model, kit) => {
  const { modules, chosenId } = model;
  const isPrivate = model.place === 'private';
  return {
    data: {
      title: kit.t('group.title'),
      text: isPrivate ? kit.t('group.choose.private') : kit.t('group.choose.shared'),
      label: kit.t('group.choose.label'),
      error: kit.t('group.choose.error'),
      value: chosenId ?? '',
      choices: modules.map(({ moduleId, title, group }) => ({
        title: kit.t('group.choose.option', { module: kit.pick(title), minutes: group.minutes }),
        value: moduleId,
      })),
      actions: isPrivate
        ? [
            kit.button('group.open', kit.t('group.choose.show'), undefined, 'positive'),
            kit.exit('module.list', kit.t('common.modules')),
          ]
        : [kit.button('group.start', kit.t('group.choose.start'), { sessionId: model.sessionId }, 'positive')],
    },
    summary: kit.t('group.title'),
  };
});
