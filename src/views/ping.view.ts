import { defineView } from './define-view.ts';

/** What comes on the day that somebody has asked for. It says nothing of what it is about: nobody but the person knows. Its button opens the guide at its first card, where they began. */
export const pingView = defineView<Record<string, never>>('ping', (_model, kit) => {
  const title = kit.t('reminder.ping.title');
  return {
    data: {
      title,
      text: kit.t('reminder.ping.text'),
      actions: [
        kit.button('guide.start', kit.t('reminder.ping.open'), undefined, 'positive'),
        kit.button('help.show', kit.t('common.help')),
      ],
    },
    summary: title,
  };
});
