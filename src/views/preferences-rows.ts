import { addDays } from '../core/local-date.ts';
import type { Locale } from '../core/locale.ts';
import type { Preferences } from '../features/people/person.ts';
import type { ViewKit } from './define-view.ts';

/** Each language by its own name, whatever language the card is in. */
export const languages: Readonly<Record<Locale, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

export function languageRow({ locale }: Preferences, kit: ViewKit) {
  const others = (['nb', 'nn', 'en'] as const).filter((language) => language !== locale);
  return {
    name: kit.t('preferences.language.name'),
    text: kit.t('preferences.language.text'),
    ...{ dates: [], color: 'Default' },
    state: locale ? languages[locale] : kit.t('preferences.language.as-teams'),
    actions: [
      ...others.map((language) => kit.exit('preferences.set', languages[language], { locale: language })),
      ...(locale ? [kit.exit('preferences.set', kit.t('preferences.language.as-teams'), { locale: 'as-teams' })] : []),
    ],
  };
}

export function windowRow(preferences: Preferences, kit: ViewKit) {
  const window = preferences.window ?? 'all-day';
  const words = {
    'all-day': kit.t('preferences.window.all-day'),
    morning: kit.t('preferences.window.morning'),
    afternoon: kit.t('preferences.window.afternoon'),
  };
  const others = (['all-day', 'morning', 'afternoon'] as const).filter((part) => part !== window);
  return {
    name: kit.t('preferences.window.name'),
    text: kit.t('preferences.window.text'),
    ...{ dates: [], color: 'Default', state: words[window] },
    actions: others.map((part) => kit.exit('preferences.set', words[part], { window: part })),
  };
}

export function pauseRow({ pausedUntil }: Preferences, kit: ViewKit) {
  const today = kit.today();
  const isPaused = pausedUntil !== undefined && pausedUntil >= today;
  const date = {
    label: kit.t('preferences.pause.until'),
    min: today,
    value: isPaused ? pausedUntil : addDays(today, 7),
  };
  return {
    name: kit.t('preferences.pause.name'),
    text: kit.t('preferences.pause.text'),
    dates: isPaused ? [] : [date],
    ...(isPaused
      ? { state: kit.t('preferences.pause.on', { date: kit.date(pausedUntil) }), color: 'Attention' }
      : { state: kit.t('preferences.pause.off'), color: 'Default' }),
    actions: isPaused
      ? [kit.exit('preferences.pause', kit.t('preferences.pause.end'), { pausedUntil: 'not' })]
      : [kit.button('preferences.pause', kit.t('preferences.pause.begin'))],
  };
}
