import { defineView } from './define-view.ts';

/** What comes on the day that somebody has asked for. It says nothing of what it is about: nobody but the person knows. */
export const pingView = defineView<Record<string, never>>('ping', (_model, kit) => {
  const title = kit.t('reminder.ping.title');
  return {
    data: {
      title,
      text: kit.t('reminder.ping.text'),
      actions: [
        kit.button('welcome.show', kit.t('reminder.ping.open'), undefined, 'positive'),
        kit.button('help.show', kit.t('common.help')),
      ],
    },
    summary: title,
  };
});
