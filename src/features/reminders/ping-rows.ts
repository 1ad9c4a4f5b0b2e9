import { z } from 'zod';
import { addDays, type LocalDate, localDateAt, localTimeAt } from '../../core/local-date.ts';
import { localDateSchema } from '../people/local-date-schema.ts';
import type { PersonRow } from '../people/person-store.ts';
import type { PingDue } from './due-store.ts';
import { type Ledger, ledgerSchema } from './ledger.ts';
import { sendTimeOn } from './policy.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** A date that a person has asked to be written to on, and nothing else: not why, not from where. */
const pingSchema = z.strictObject({ on: localDateSchema });
export type Ping = z.infer<typeof pingSchema>;

export const pingRow: PersonRow<Ping> = { kind: 'ping', schema: pingSchema, keyOf: ({ on }) => on };

/** Who is sending it just now; the key is the ping's date. Goes away together with the ping. */
export const pingClaimRow: PersonRow<Ledger> = { kind: 'ping-claim', schema: ledgerSchema, keyOf: ({ key }) => key };

/** A ping that could not be sent is kept so many days, and then deleted unsent: as far back as find-due looks. */
const keptDays = 14;

/** The day that a ping comes when it is asked for now: so many days ahead, or the next working day after that. */
export function pingDateAfter(days: number, now: Date, { calendar, policy }: ReminderRules): LocalDate {
  const wanted = addDays(localDateAt(now, calendar.zone), days);
  return localDateAt(sendTimeOn(wanted, policy, calendar), calendar.zone);
}

/** The hint that stands in the index for a ping on this date. */
export function dueOfPing(personId: string, on: LocalDate, { calendar, policy }: ReminderRules): PingDue {
  const dueAt = sendTimeOn(on, policy, calendar);
  const { zone } = calendar;
  return { kind: 'ping', dueOn: localDateAt(dueAt, zone), dueTime: localTimeAt(dueAt, zone), personId };
}

/** Pure. `too-late`: so long after its date that it helps nobody any more. */
export function standingOfPing(on: LocalDate, now: Date, { calendar, policy }: ReminderRules): PingStanding {
  const dueAt = sendTimeOn(on, policy, calendar);
  if (now < dueAt) return 'ahead';
  const { zone } = calendar;
  return addDays(localDateAt(dueAt, zone), keptDays) < localDateAt(now, zone) ? 'too-late' : 'due';
}
export type PingStanding = 'ahead' | 'due' | 'too-late';
