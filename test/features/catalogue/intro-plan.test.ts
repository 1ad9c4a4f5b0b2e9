import { describe, expect, test } from 'vitest';
import {
  firstOnboardingDay,
  type IntroPlan,
  type IntroRules,
  introPlanFor,
  isBeingIntroduced,
} from '../../../src/features/catalogue/intro-plan.ts';
import { aLeader, aPerson } from '../../support/person-builder.ts';

const plan = (planId: string, more: Partial<IntroPlan> = {}): IntroPlan => ({
  ...{ planId, audience: { sectors: [], roles: [] }, moduleIds: [], policyIds: [], steps: [] },
  ...more,
});
const rules: IntroRules = {
  ...{ days: 180, onboardingDays: ['2026-12-03', '2027-03-04'] },
  temps: { shorterThanDays: 90, planId: 'temp' },
  plans: [plan('temp'), plan('leader', { audience: { sectors: [], roles: ['leader'] } }), plan('all')],
};
const planIdOf = (person: Parameters<typeof introPlanFor>[1]) => introPlanFor(rules, person)?.planId;

describe('the plan of a new hire', () => {
  test('is the first that fits the role', () => {
    expect(planIdOf(aPerson('kari'))).toBe('all');
    expect(planIdOf(aLeader('siv', ['solbakken']))).toBe('leader');
  });

  test('is that of temps for who has a last day soon after the first, whatever the role', () => {
    expect(planIdOf(aLeader('siv', [], { employedOn: '2026-11-01', endsOn: '2027-01-29' }))).toBe('temp');
    expect(planIdOf(aPerson('kari', { employedOn: '2026-11-01', endsOn: '2027-01-30' }))).toBe('all');
  });

  test('can be another for an assistant than for a teacher, and a temp’s for who is one by profile', () => {
    const audience = { sectors: [], roles: [], profiles: ['vikar'] };
    const assistants = plan('assistants', { audience: { ...audience, profiles: ['assistent'] } });
    const withProfiles = { ...rules, plans: [plan('temp', { audience }), assistants, plan('all')] };
    const planOf = (...profiles: string[]) => introPlanFor(withProfiles, aPerson('kari', { profiles }))?.planId;
    expect([planOf('assistent'), planOf('laerer'), planOf('vikar'), planOf()]).toEqual([
      ...['assistants', 'all', 'temp', 'all'],
    ]);
  });

  test('is none where none fits', () => {
    expect(introPlanFor({ ...rules, plans: [plan('temp')] }, aPerson('kari'))).toBeUndefined();
  });

  test('holds from some weeks before the first day until the days of the pack have gone', () => {
    const kari = aPerson('kari', { employedOn: '2026-12-01' });
    expect(isBeingIntroduced(rules, kari, '2026-11-02')).toBe(false);
    expect(isBeingIntroduced(rules, kari, '2026-11-03')).toBe(true);
    expect(isBeingIntroduced(rules, kari, '2027-05-30')).toBe(true);
    expect(isBeingIntroduced(rules, kari, '2027-05-31')).toBe(false);
  });

  test('has the first day for new staff on or after the first day at work', () => {
    expect(firstOnboardingDay(rules, aPerson('a', { employedOn: '2026-12-03' }))).toBe('2026-12-03');
    expect(firstOnboardingDay(rules, aPerson('a', { employedOn: '2026-12-04' }))).toBe('2027-03-04');
    expect(firstOnboardingDay(rules, aPerson('a', { employedOn: '2027-03-05' }))).toBeUndefined();
  });
});
