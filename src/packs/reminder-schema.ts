import { z } from 'zod';
import { localTimeSchema } from '../features/people/local-date-schema.ts';
import { introductionStep, type ReminderPolicy, reminderClasses } from '../features/reminders/policy.ts';

const stepSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id (write small letters a–z, digits and hyphens)'),
    anchor: z.enum(['employed', 'due']),
    days: z.number().int().min(-365).max(365),
    class: z.enum(reminderClasses),
  })
  .refine(({ anchor, days }) => anchor === 'due' || days >= 0, 'is before the first day of work')
  .refine(({ id }) => !id.startsWith('snooze'), 'has an id that is taken (choose one that does not begin with snooze)')
  .refine(({ id }) => !id.startsWith('leader'), 'has an id that is taken (choose one that does not begin with leader)')
  .refine(({ id }) => id !== introductionStep, 'has an id that is taken (choose another one than introduction)')
  .transform(({ id, anchor, days, class: stepClass }) => ({ stepId: id, anchor, offsetDays: days, class: stepClass }));

const neverShrinks = (days: readonly number[]): boolean =>
  days.every((each, at) => at === 0 || each >= (days[at - 1] ?? 0));

/** Nobody is asked in the first month after a module, nor more than once a week: no municipality may ask for less. */
const followUpSchema = z.strictObject({
  refresherDays: z
    .array(z.number().int().min(30, 'is fewer than 30 days').max(1000))
    .refine(neverShrinks, 'has a wait that is shorter than the one before')
    .default([]),
  useItAfterDays: z.number().int().min(8, 'is fewer than 8 days').max(90).optional(),
  daysBetween: z.number().int().min(7, 'is fewer than 7 days').max(90).default(7),
});

const hasUniqueIds = (steps: readonly { stepId: string }[]): boolean =>
  new Set(steps.map(({ stepId }) => stepId)).size === steps.length;

/** content/reminders.yaml. That `sendAt` lies in the calendar's window is checked where both are known. */
export const reminderPolicySchema = z
  .strictObject({
    sendAt: localTimeSchema,
    maxNudges: z.number().int().min(1).max(20),
    maxSnoozes: z.number().int().min(0).max(20),
    followUps: followUpSchema.optional(),
    steps: z.array(stepSchema).min(1).refine(hasUniqueIds, 'two steps have the same id'),
  })
  .transform((policy): ReminderPolicy => policy);
