import type { Preferences } from '../features/people/person.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { good } from './notice-box.ts';

/** `changed`: what the press has done. */
export type PreferencesModel = { preferences: Pick<Preferences, 'nudges' | 'followUps'>; changed?: Changed };
export type Changed = 'nudges-off' | 'nudges-on' | 'follow-ups-off' | 'follow-ups-on';

/** What Undring writes about on its own, and the way to say no and yes to each. */
export const preferencesView = defineView<PreferencesModel>('preferences', ({ preferences, changed }, kit) => {
  const title = kit.t('preferences.title');
  return {
    data: {
      title,
      notices: changed ? [good(changedWords(changed, kit))] : [],
      rows: [nudgesRow(preferences, kit), followUpsRow(preferences, kit)],
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

function changedWords(changed: Changed, kit: ViewKit): string {
  switch (changed) {
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
