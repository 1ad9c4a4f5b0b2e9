import { type DigestRound, type DigestSchedule, dueDigestRound } from '../../features/digests/digest-schedule.ts';
import { dueMorning } from '../../features/owners/morning.ts';
import { queueOwnerCards } from '../../features/owners/queue-owner-cards.ts';
import type { ReadOwnerCards } from '../../features/owners/read-owner-cards.ts';
import type { PersonStore } from '../../features/people/person-store.ts';
import type { CalendarRules } from '../../features/reminders/calendar.ts';
import type { WorkQueue } from '../../features/reminders/work-queue.ts';

export type OwnerRoundNeeds = {
  people: PersonStore;
  queue: Pick<WorkQueue, 'send'>;
  readOwnerCards: ReadOwnerCards;
  digest: DigestSchedule;
  rules: { calendar: CalendarRules };
};

type QueueRound = (round: DigestRound, now: Date, messages: number) => Promise<number>;
/** How many were queued. `messages`: how many in the queue may be such pointers already. */
export type QueueDue = (now: Date, messages: number) => Promise<number>;

/** As often as this while a round lasts it is asked whether pointers are lost. */
const roundAgainMs = 60 * 60_000;

/** Queues a round when its time has come, and asks again each hour as long as it lasts. */
export function eachRound(due: (now: Date) => DigestRound | undefined, queue: QueueRound): QueueDue {
  const queuedAt = new Map<string, Date>();
  return async (now, messages) => {
    const round = due(now);
    if (!round) return 0;
    const last = queuedAt.get(round.period);
    // A time still to come is of a clock that ran ahead.
    if (last && Math.abs(now.getTime() - last.getTime()) < roundAgainMs) return 0;
    // The first time, whatever lies in the queue is something else.
    const queued = await queue(round, now, last ? messages : 0);
    queuedAt.clear();
    queuedAt.set(round.period, now);
    return queued;
  };
}

/** Those who answer for texts: the card of the week, and on the other mornings what waits for a second person. */
export function createOwnerRounds(needs: OwnerRoundNeeds): QueueDue {
  const calendar = () => needs.rules.calendar;
  const queueWeek = eachRound(
    (now) => dueDigestRound(needs.digest, calendar(), now),
    ({ period }, now, messages) => queueOwnerCards(needs, { period }, now, messages),
  );
  const queueMorning = eachRound(
    (now) => dueMorning(needs.digest, calendar(), now),
    ({ period, sendAt }, now, messages) => queueOwnerCards(needs, { period, morning: sendAt }, now, messages),
  );
  return async (now, messages) => (await queueWeek(now, messages)) + (await queueMorning(now, messages));
}
