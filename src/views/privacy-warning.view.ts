import { defineView } from './define-view.ts';

/** Comes below the help, after a message that may point to a person. Says nothing of what was found in it. */
export const privacyWarningView = defineView<Record<string, never>>('privacy-warning', (_model, kit) => ({
  data: {
    title: kit.t('guide.privacy.title'),
    text: kit.t('guide.privacy.text'),
    how: kit.t('guide.privacy.how'),
    next: kit.t('guide.privacy.next'),
  },
  summary: kit.t('guide.summary'),
}));
