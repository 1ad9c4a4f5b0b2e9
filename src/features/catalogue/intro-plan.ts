import { addDays, daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Person } from '../people/person.ts';
import { type Audience, isInAudience } from './audience.ts';
import type { AboutList } from './certificate-kind.ts';

/** Who may tick a step: the new hire, a leader of the unit, or the mentor. */
export const introTickers = ['self', 'leader', 'mentor'] as const;
export type IntroTicker = (typeof introTickers)[number];

/** Something that is done outside Undring, and ticked when it is. `onboarding-day`: the first of the pack's days after the person began. */
export type IntroStep = { stepId: string; tickedBy: readonly IntroTicker[] } & (
  | { kind: 'task'; title: LocalText }
  | { kind: 'onboarding-day' | 'mentor' | 'bti-contact' }
);

/** What somebody in this role is introduced to. Modules and policies are done where they are; only the steps are ticked. */
export type IntroPlan = {
  planId: string;
  audience: Audience;
  moduleIds: readonly string[];
  policyIds: readonly string[];
  steps: readonly IntroStep[];
};

export type IntroRules = {
  about?: AboutList;
  /** So long after the first day somebody counts as new. */
  days: number;
  /** The municipality's own days for new staff, in order. */
  onboardingDays: readonly LocalDate[];
  /** Who is employed for fewer days than this gets this plan, whatever the role. */
  temps?: { shorterThanDays: number; planId: string };
  /** The first whose audience fits is the person's. */
  plans: readonly IntroPlan[];
};

/** Pure. `undefined` when none is meant for the person. */
export function introPlanFor({ plans, temps }: IntroRules, person: Person): IntroPlan | undefined {
  const { employedOn, endsOn } = person;
  const isTemp = temps && endsOn !== undefined && daysBetween(employedOn, endsOn) < temps.shorterThanDays;
  if (isTemp) return plans.find(({ planId }) => planId === temps.planId);
  // The plan of temps is also that of whoever has a profile that it names; without one it is for nobody else.
  const isMeant = ({ planId, audience }: IntroPlan): boolean =>
    planId !== temps?.planId || (audience.profiles ?? []).length > 0;
  return plans.find((plan) => isMeant(plan) && isInAudience(plan.audience, person));
}

/** Whether the person is being introduced on this day: from some weeks before the first day, since leaders prepare. */
export const isBeingIntroduced = ({ days }: IntroRules, { employedOn }: Person, today: LocalDate): boolean =>
  addDays(employedOn, -preparedDays) <= today && daysBetween(employedOn, today) <= days;

const preparedDays = 28;

/** The first day for new staff on or after the first day at work. `undefined` until the pack has one. */
export const firstOnboardingDay = ({ onboardingDays }: IntroRules, { employedOn }: Person): LocalDate | undefined =>
  onboardingDays.find((day) => day >= employedOn);
