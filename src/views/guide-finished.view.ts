import { defineView } from './define-view.ts';
import { numbersButton } from './guide-buttons.ts';

/** Takes the place of the guide's card. Says nothing of what it was about: others may look at the screen later. */
export const guideFinishedView = defineView<Record<string, never>>('guide-finished', (_model, kit) => ({
  data: {
    title: kit.t('guide.finished.title'),
    text: kit.t('guide.finished.text'),
    actions: [kit.button('help.show', kit.t('guide.finished.help')), numbersButton(kit)],
  },
  summary: kit.t('guide.summary'),
}));
