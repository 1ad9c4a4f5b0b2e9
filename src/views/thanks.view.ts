import { defineView } from './define-view.ts';

/** The answer to "takk". Says nothing of what it was for, and asks for nothing. */
export const thanksView = defineView<Record<string, never>>('thanks', (_model, kit) => ({
  data: {
    title: kit.t('help.thanks.title'),
    text: kit.t('help.thanks.text'),
    actions: [kit.button('help.show', kit.t('common.help'))],
  },
  summary: kit.t('help.thanks.title'),
}));
