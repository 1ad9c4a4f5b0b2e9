import type { Module } from '../features/catalogue/module.ts';
import type { CardAction, ViewKit } from './define-view.ts';

export const rereadModule = ({ moduleId }: Module, kit: ViewKit): CardAction =>
  kit.exit('module.show', kit.t('module.done.reread'), { moduleId, position: 0, mode: 'reread' });

export const shareModule = ({ moduleId }: Module, kit: ViewKit): CardAction =>
  kit.exit('share.show', kit.t('follow-up.share.button'), { moduleId });

/** "Ikke send meg slike kort": at once, and with a way back on the card that it leads to. */
export const followUpsOff = (kit: ViewKit): CardAction =>
  kit.exit('preferences.set', kit.t('follow-up.stop'), { followUps: 'off' });
