import type { Message } from '../../core/card.ts';
import { localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { messageLocale } from '../people/message-locale.ts';
import { preferencesRow, profileRow } from '../people/person-rows.ts';
import type { PersonRow } from '../people/person-store.ts';
import { type CalendarRules, isInWindow, nextSendTime } from '../reminders/calendar.ts';
import type { Ledger } from '../reminders/ledger.ts';
import { isPaused, readShift } from '../reminders/own-calendar.ts';
import { sendOnce } from '../reminders/send-once.ts';
import type { Prepared, SendOnceNeeds, SendOnceResult } from '../reminders/send-task.ts';
import { type DigestRound, type DigestSchedule, newestRound } from './digest-schedule.ts';

export type SendInWindowNeeds = SendOnceNeeds & {
  calendar: CalendarRules;
  /** When the rounds are. */
  digest: DigestSchedule;
  defaultLocale: Locale;
};

type Once = {
  personId: string;
  row: PersonRow<Ledger>;
  period: string;
  /** The newest round of its kind; absent: the weekly one. */
  newest?: DigestRound;
  present(now: Date): Promise<Presented | undefined>;
};

/** `undefined` when there is nothing to tell any more; `skip`: why it is not told in this period. `mark`: kept with what was sent. */
export type Presented = { skip: string } | { message(locale: Locale): Message; mark?: string };

/**
 * The message of one round to one person, once for each period, within the working hours of their unit and outside their own pause. Only of the
 * newest round: after a long stop the pointers of many weeks may lie in the queue, and the newest message tells what the others would.
 */
export async function sendInWindow(
  needs: SendInWindowNeeds,
  { personId, row, period, present, newest: given }: Once,
): Promise<SendOnceResult> {
  const { clock, digest, people } = needs;
  const now = clock.now();
  const newest = given ?? newestRound(digest, needs.calendar, now);
  if (newest?.period !== period) return { outcome: 'nothing' };
  const calendar = await readShift(people, personId, needs.calendar);
  const opensAt = nextSendTime(now, calendar);
  if (now < opensAt) return { outcome: 'later', delayMs: opensAt.getTime() - now.getTime(), reason: 'outside-window' };
  const profile = await people.get(personId, profileRow);
  if (!profile) return { outcome: 'nothing' };
  const { aadObjectId } = profile.value;

  async function prepare(at: Date): Promise<Prepared> {
    if (!isInWindow(at, calendar)) return { decision: 'wait', reason: 'outside-window' };
    const [presented, preferences] = await Promise.all([present(at), people.get(personId, preferencesRow)]);
    const isAway = isPaused(preferences?.value, localDateAt(at, calendar.zone));
    if (!presented || isAway) return { decision: 'nothing', writes: [] };
    if ('skip' in presented) return { decision: 'nothing', writes: [], skip: presented.skip };
    const { mark } = presented;
    const message = presented.message(await messageLocale(needs, personId, preferences?.value));
    const about = { items: [], writes: [], ...(mark !== undefined && { mark }) };
    return { decision: 'send', message, class: 'digest', ...about };
  }
  return sendOnce(needs, {
    ...{ personId, row, key: period, ...(aadObjectId !== undefined && { aadObjectId }) },
    prepare,
    settle: async () => [],
  });
}
