import { z } from 'zod';
import { type IntroPlan, type IntroRules, introTickers } from '../features/catalogue/intro-plan.ts';
import { localDateSchema } from '../features/people/local-date-schema.ts';
import { aboutSchema } from './asks-schema.ts';
import { audienceFields } from './audience-schema.ts';
import { localTextSchema } from './guide-facts-schema.ts';
import { idSchema } from './pack-schema.ts';

const base = { id: idSchema, tickedBy: z.array(z.enum(introTickers)).min(1, 'may be ticked by nobody') };
const step = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('task'), title: localTextSchema }),
  z.strictObject({ ...base, kind: z.literal('onboarding-day') }),
  z.strictObject({ ...base, kind: z.literal('mentor') }),
  z.strictObject({ ...base, kind: z.literal('bti-contact') }),
]);

const plan = z.strictObject({
  id: idSchema,
  ...audienceFields,
  modules: z.array(idSchema).default([]),
  policies: z.array(idSchema).default([]),
  steps: z.array(step).default([]),
});

const hasUniqueIds = (all: readonly { id: string }[]): boolean => new Set(all.map(({ id }) => id)).size === all.length;
const twice = 'two of them have the same id';

/** introduction.yaml: what new staff are introduced to. */
export const introductionSchema = z
  .strictObject({
    about: aboutSchema.optional(),
    days: z.number().int().min(14).max(365).default(180),
    onboardingDays: z.array(localDateSchema).default([]),
    temps: z.strictObject({ shorterThanDays: z.number().int().min(1).max(366), plan: idSchema }).optional(),
    plans: z
      .array(plan.refine(({ steps }) => hasUniqueIds(steps), { path: ['steps'], message: twice }))
      .refine(hasUniqueIds, twice),
  })
  .refine(({ temps, plans }) => !temps || plans.some(({ id }) => id === temps.plan), {
    path: ['temps', 'plan'],
    message: 'names a plan that is not there',
  });
export type IntroductionFile = z.infer<typeof introductionSchema>;

export function introRulesOf({ about, days, onboardingDays, temps, plans }: IntroductionFile): IntroRules {
  return {
    ...(about && { about }),
    ...{ days, onboardingDays: onboardingDays.toSorted(), plans: plans.map(planOf) },
    ...(temps && { temps: { shorterThanDays: temps.shorterThanDays, planId: temps.plan } }),
  };
}

const planOf = ({
  id,
  sectors: forSectors,
  roles: forRoles,
  profiles,
  modules,
  policies,
  steps,
}: IntroductionFile['plans'][number]): IntroPlan => ({
  ...{
    planId: id,
    audience: { sectors: forSectors, roles: forRoles, ...(profiles && { profiles }) },
    moduleIds: modules,
    policyIds: policies,
  },
  steps: steps.map(({ id: stepId, ...rest }) => ({ stepId, ...rest })),
});
