import { defineView } from './define-view.ts';

export type GroupHintModel = Record<string, never>;

/** The answer in a group chat or channel: where to write instead, and whom to ring. Nothing personal, no buttons, no questions. */
export const groupHintView = defineView<GroupHintModel>('group-hint', (_model, kit) => ({
  data: {
    title: kit.t('notice.group-hint.title'),
    text: kit.t('notice.group-hint.text'),
    danger: kit.t('notice.danger'),
    numbers: kit.t('notice.group-hint.numbers'),
  },
  summary: kit.t('notice.group-hint.title'),
}));
