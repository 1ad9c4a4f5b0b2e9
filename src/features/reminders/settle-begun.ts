import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import type { Person } from '../people/person.ts';
import { toArray } from '../people/person-store.ts';
import { decideClaim, type Ledger } from './ledger.ts';
import { type DayRows, readDay } from './read-day.ts';
import { dayRow } from './reminder-rows.ts';
import type { SendOnceNeeds, SendOnceResult } from './send-task.ts';
import { settleUncertain } from './settle-ledger.ts';
import { settleReminders } from './settle-reminders.ts';

/** The calendar says what day it is. */
export type SettleBegunNeeds = Pick<SendOnceNeeds, 'people' | 'telemetry' | 'clock'> & {
  rules: { calendar: { zone: TimeZone } };
};
type Later = Extract<SendOnceResult, { outcome: 'later' }>;

/**
 * Settles the cards, of whatever day, that somebody began to post and said nothing more of: killed, or storage was away until the window had
 * closed. The key is the day, so nobody else would look at the row again, and what it tells would go out once more under the key of the next
 * day. Comes before that, and before anything is moved to another day. How long to wait where somebody may be posting this moment.
 */
export async function settleBegun(
  needs: SettleBegunNeeds,
  personId: string,
  days: readonly Ledger[],
): Promise<Later | undefined> {
  const now = needs.clock.now();
  let wait: Later | undefined;
  for (const day of days.filter(isBegun)) {
    const decision = decideClaim(day, now);
    if (decision.decision === 'wait') {
      wait = { outcome: 'later', delayMs: decision.until.getTime() - now.getTime(), reason: decision.reason };
    }
    if (decision.decision !== 'mark-uncertain') continue;
    const place = { personId, row: dayRow, key: day.key };
    const card = { personId, key: day.key, zone: needs.rules.calendar.zone };
    const settle = settleReminders.bind(undefined, needs.people, card);
    await settleUncertain(needs, { ...place, settle }, decision.ledger, 'crashed-while-sending');
  }
  return wait;
}

/** For a pointer that leads to no card now, and so reads no days of its own. */
export const settleLeftBehind = async (needs: SettleBegunNeeds, personId: string): Promise<Later | undefined> =>
  settleBegun(
    needs,
    personId,
    (await toArray(needs.people.list(personId, dayRow))).map(({ value }) => value),
  );

/** The day with nothing in it that was begun on another one: costs a call only where there was. */
export async function readSettledDay(
  needs: SettleBegunNeeds & Parameters<typeof readDay>[0],
  person: Person,
  today: LocalDate,
): Promise<DayRows | Later> {
  const day = await readDay(needs, person, today);
  if (!day.days.some(isBegun)) return day;
  return (await settleBegun(needs, person.personId, day.days)) ?? readDay(needs, person, today);
}

const isBegun = ({ state }: Ledger): boolean => state === 'sending';
