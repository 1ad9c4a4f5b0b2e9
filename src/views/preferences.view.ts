import type { Preferences } from '../features/people/person.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';
import { languageRow, pauseRow, windowRow } from './preferences-rows.ts';

/** `changed`: what the press has done. */
export type PreferencesModel = { preferences: Preferences; changed?: Changed };
export type Changed =
  | 'language'
  | 'window'
  | 'paused'
  | 'pause-ended'
  | 'no-date'
  | 'nudges-off'
  | 'nudges-on'
  | 'follow-ups-off'
  | 'follow-ups-on';

/** What Undring writes about on its own, and the way to say no and yes to each. */
export const preferencesView = defineView<PreferencesModel>('preferences', ({ preferences, changed }, kit) => {
  const title = kit.t('preferences.title');
  return {
    data: {
      title,
      notices: changed ? [noticeOf(changed, kit)] : [],
      rows: [
        nudgesRow(preferences, kit),
        followUpsRow(preferences, kit),
        windowRow(preferences, kit),
        pauseRow(preferences, kit),
        languageRow(preferences, kit),
      ],
      note: kit.t('preferences.always'),
      actions: [
        kit.button('progress.show', kit.t('common.progress')),
        kit.button('module.list', kit.t('common.modules')),
      ],
    },
    summary: title,
  };
});

function nudgesRow({ nudges }: PreferencesModel['preferences'], kit: ViewKit) {
  const isOn = nudges !== 'off';
  return {
    name: kit.t('preferences.nudges.name'),
    text: kit.t('preferences.nudges.text'),
    dates: [],
    ...stateOf(isOn ? 'on' : 'off', kit),
    actions: isOn
      ? [kit.button('preferences.set', kit.t('preferences.nudges.turn-off'), { nudges: 'off' })]
      : [kit.button('preferences.set', kit.t('preferences.nudges.turn-on'), { nudges: 'on' })],
  };
}

function followUpsRow({ followUps }: PreferencesModel['preferences'], kit: ViewKit) {
  const isOn = followUps !== 'off';
  return {
    name: kit.t('preferences.follow-ups.name'),
    text: kit.t('preferences.follow-ups.text'),
    dates: [],
    ...stateOf(isOn ? 'on' : 'off', kit),
    actions: isOn
      ? [kit.button('preferences.set', kit.t('preferences.follow-ups.turn-off'), { followUps: 'off' })]
      : [kit.button('preferences.set', kit.t('preferences.follow-ups.turn-on'), { followUps: 'on' })],
  };
}

const stateOf = (state: 'on' | 'off', kit: ViewKit) =>
  state === 'on'
    ? { state: kit.t('preferences.state-on'), color: 'Good' }
    : { state: kit.t('preferences.state-off'), color: 'Default' };

const noticeOf = (changed: Changed, kit: ViewKit): NoticeBox =>
  changed === 'no-date' ? warning(changedWords(changed, kit)) : good(changedWords(changed, kit));

function changedWords(changed: Changed, kit: ViewKit): string {
  switch (changed) {
    case 'language':
      return kit.t('preferences.language.now');
    case 'window':
      return kit.t('preferences.window.now');
    case 'paused':
      return kit.t('preferences.pause.now');
    case 'pause-ended':
      return kit.t('preferences.pause.ended');
    case 'no-date':
      return kit.t('preferences.pause.no-date');
    case 'nudges-off':
      return kit.t('preferences.nudges.now-off');
    case 'nudges-on':
      return kit.t('preferences.nudges.now-on');
    case 'follow-ups-off':
      return kit.t('preferences.follow-ups.now-off');
    case 'follow-ups-on':
      return kit.t('preferences.follow-ups.now-on');
  }
}
