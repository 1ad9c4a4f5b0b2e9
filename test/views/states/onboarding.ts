import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type OnboardingModule, onboardingView } from '../../../src/views/onboarding.view.ts';
import { strangeName } from '../strange-name.ts';

const named = (
  moduleId: string,
  title: string,
  minutes: number,
  dueOn?: OnboardingModule['dueOn'],
): OnboardingModule => ({
  moduleId,
  title: { nb: title, nn: title, en: title },
  minutes,
  dueOn,
  standing: 'not-started',
});
const guide = named('bti-veilederen', 'Praktisk bruk av BTI-veilederen', 10, '2026-12-07');
const report = named('meldeplikt', 'Meldeplikt', 8, '2026-12-11');
const late = { ...named('avvergingsplikt', 'Avvergingsplikt', 8, '2026-11-20'), standing: 'on-the-way' } as const;
const avert = named('avvergingsplikt', 'Avvergingsplikt', 8, '2027-01-04');

export const states = defineStates(onboardingView, {
  'first day': { givenName: 'Amina', modules: [guide, report, avert] },
  'with an introduction plan': { givenName: 'Amina', modules: [guide, report, avert], hasIntro: true },
  'a new coordinator': {
    ...{ givenName: 'Amina', modules: [guide, report, avert] },
    ...{ rosterTrouble: 'stopped', requests: 2, isSendingStopped: true, waiting: 1, reported: 3 },
  },
  'late and begun': { givenName: 'Amina', modules: [late, report] },
  'one left, without a date': { givenName: 'Amina', modules: [named('meldeplikt', 'Meldeplikt', 8)] },
  'strange name': { givenName: strangeName, modules: [report, avert] },
});
