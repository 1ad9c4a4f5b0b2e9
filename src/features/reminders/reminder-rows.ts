import { z } from 'zod';
import { type LocalDate, localDateAt, localTimeAt, type TimeZone } from '../../core/local-date.ts';
import { localDateSchema } from '../people/local-date-schema.ts';
import type { PersonRow } from '../people/person-store.ts';
import type { ModuleDue } from './due-store.ts';
import { type Ledger, ledgerSchema } from './ledger.ts';
import { isUnexplained } from './messenger.ts';
import { reminderClasses } from './policy.ts';

const base = z.object({
  moduleId: z.string().min(1),
  cycle: z.number().int().min(1),
  stepId: z.string().min(1),
  class: z.enum(reminderClasses),
  /** `step`: from the policy. `snooze`: the person asked for it, so no cap and no preference stops it. `leader`: the leader did. */
  origin: z.enum(['step', 'snooze', 'leader']),
  deadlineOn: localDateSchema,
  dueAt: z.coerce.date(),
  /** Cards with it that may have arrived, but nobody knows. */
  doubtfulSends: z.number().int().min(0),
});

/** Why a reminder ended without being sent, or as Teams said it. A word, never content. */
const settled = { settledAt: z.coerce.date(), reason: z.string().optional() };

/** The reason of what is cancelled because the day that it is counted from is another one now. */
export const datesChanged = 'dates-changed';
/** What a leader asked for while the person had a pause. */
export const whilePaused = 'paused';

/** The reason of what is cancelled because the module, or a renewal of it, is asked for no more: it comes once it is asked for again. */
export const moduleGone = 'module-gone';
/** The reason of what passed while the module stood as done, by a registration that was then taken back. */
export const withdrawn = 'withdrawn';

/** One thing to remind about, and what became of it. The key is decided by module, cycle and step, so planning twice changes nothing. */
const reminderSchema = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('planned') }),
  base.extend({ state: z.literal('sent'), ...settled }),
  base.extend({ state: z.literal('rejected'), ...settled }),
  base.extend({ state: z.literal('uncertain'), ...settled }),
  base.extend({ state: z.literal('cancelled'), ...settled }),
  base.extend({ state: z.literal('skipped'), ...settled }),
]);
export type Reminder = z.infer<typeof reminderSchema>;
export type OpenReminder = Extract<Reminder, { state: 'planned' }>;
export type SettledState = Exclude<Reminder['state'], 'planned'>;

export const reminderKey = ({ moduleId, cycle, stepId }: Pick<Reminder, 'moduleId' | 'cycle' | 'stepId'>): string =>
  `${moduleId}:${cycle}:${stepId}`;

export const reminderRow: PersonRow<Reminder> = { kind: 'reminder', schema: reminderSchema, keyOf: reminderKey };

/** The step of a reminder that the person asked for, by the day that it is for. */
export const snoozeStep = (on: LocalDate): string => `snooze-${on}`;

/** Whether the key of a reminder is that of one that the person asked for. */
export const isSnoozeKey = (key: string): boolean => key.includes(':snooze-');

/** The claim and ledger of a day's one card; the key is the local date. */
export const dayRow: PersonRow<Ledger> = { kind: 'day', schema: ledgerSchema, keyOf: ({ key }) => key };

/** Nobody heard of it, and the next try may come through. */
export const wasRefusedWithoutReason = (reminder: Reminder): boolean =>
  reminder.state === 'rejected' && isUnexplained(reminder.reason);

export function settle(reminder: OpenReminder, state: SettledState, settledAt: Date, reason?: string): Reminder {
  return { ...reminder, state, settledAt, ...(reason !== undefined && { reason }) };
}

/** The hint that stands in the index for this reminder. */
export function dueOf(personId: string, reminder: Reminder, zone: TimeZone): ModuleDue {
  const { moduleId, cycle, stepId, dueAt } = reminder;
  return { dueOn: localDateAt(dueAt, zone), dueTime: localTimeAt(dueAt, zone), personId, moduleId, cycle, stepId };
}
