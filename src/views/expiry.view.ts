import type { ExpiryModel } from '../features/credentials/tell-expiry.ts';
import { defineView } from './define-view.ts';

/** What an administrator is told before the bot's secret or certificate runs out. It names no secret, only where it is kept. */
export const expiryView = defineView<ExpiryModel>('expiry', ({ what, days, expiresOn }, kit) => {
  const title = days < 0 ? kit.t('credentials.over.title') : kit.t('credentials.expiry.title', { days });
  return {
    data: {
      title,
      text: kit.t('credentials.expiry.text', { date: kit.date(expiresOn) }),
      steps: [
        what === 'secret' ? kit.t('credentials.secret.make') : kit.t('credentials.certificate.make'),
        what === 'secret' ? kit.t('credentials.secret.set') : kit.t('credentials.certificate.set'),
        kit.t('credentials.expiry.better'),
      ],
      actions: [kit.button('welcome.show', kit.t('common.home')), kit.button('help.show', kit.t('common.help'))],
    },
    summary: title,
  };
});
