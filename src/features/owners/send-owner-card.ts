import type { Message } from '../../core/card.ts';
import { isFailure } from '../../core/failure.ts';
import { localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { catchUpMs, type DigestRound, newestRound } from '../digests/digest-schedule.ts';
import { type SendInWindowNeeds, sendInWindow } from '../digests/send-in-window.ts';
import { inShift, isTold, waitsForOtherCard } from '../digests/yield-to-day-card.ts';
import type { PersonRow, PersonStore } from '../people/person-store.ts';
import { isWorkingDay, withoutPauses } from '../reminders/calendar.ts';
import { countsOf, isEmpty, isSettled, type Ledger, ledgerSchema } from '../reminders/ledger.ts';
import { ledgerWrite, readLedger } from '../reminders/move-ledger.ts';
import type { SendOnceResult } from '../reminders/send-task.ts';
import type { WorkPointer } from '../reminders/work-queue.ts';
import { dueMorning, isMorningKey } from './morning.ts';
import type { OwnerCard } from './owner-card.ts';
import type { ReadOwnerCards } from './read-owner-cards.ts';
import { yieldToCards } from './yield-to-cards.ts';

/** The claim and ledger of one card to somebody who answers for texts; the key is the period: a week, `2026-W49`, or a morning, `2026-11-24`. */
export const ownerCardRow: PersonRow<Ledger> = { kind: 'owner-card', schema: ledgerSchema, keyOf: ({ key }) => key };

export type SendOwnerCardNeeds = SendInWindowNeeds & {
  readOwnerCards: ReadOwnerCards;
  present: { ownerCard(card: OwnerCard, locale: Locale): Message };
};

/**
 * Sends one person's card of one period, within working hours. What was mended meanwhile is not told; nothing left, nothing sent. More than an
 * hour late, after an outage or because something has come up since, it waits for a day without another card; then it tells of what there is on
 * that day.
 */
export async function sendOwnerCard(
  needs: SendOwnerCardNeeds,
  { personId, period }: Extract<WorkPointer, { kind: 'owner-card' }>,
): Promise<SendOnceResult> {
  const now = needs.clock.now();
  const weekly = newestRound(needs.digest, needs.calendar, now);
  const morning = isMorningKey(period) ? dueMorning(needs.digest, needs.calendar, now) : undefined;
  const newest = isMorningKey(period) ? morning : weekly;
  // A card about yesterday's changes is no news today: today's tells of them too.
  if (newest?.period !== period) return { outcome: 'nothing' };
  const send = (own: SendOwnerCardNeeds) =>
    sendInWindow(own, {
      ...{ personId, row: ownerCardRow, period, newest },
      async present(at) {
        const card = (await needs.readOwnerCards(at, morning?.sendAt)).get(personId);
        return card && { message: (locale) => needs.present.ownerCard(card, locale) };
      },
    });
  // In a pause nothing else is sent that this could wait for.
  const isPause = morning && !isWorkingDay(localDateAt(now, needs.calendar.zone), needs.calendar);
  if (isPause) return send({ ...needs, calendar: withoutPauses(needs.calendar) });
  if (morning && weekly) {
    const standing = await weekStanding(needs, personId, weekly, now);
    if (standing === 'told-today') return { outcome: 'nothing' };
    if (standing === 'open') return sendOwnerCard(needs, { kind: 'owner-card', personId, period: weekly.period });
  }
  const own = await inShift(needs, personId, newest);
  const delayMs = await yieldToCards(own.needs, personId, own.round, now);
  if (delayMs !== undefined) {
    if (!morning) await noteWaiting(needs.people, personId, period);
    return { outcome: 'later', delayMs, reason: waitsForOtherCard };
  }
  return send(needs);
}

/**
 * How it stands with the card of the week, which tells what a morning's does and more: while it may still come, it comes in the place of
 * that one, so that nobody gets both on one day.
 */
async function weekStanding(
  { people, calendar: { zone } }: SendOwnerCardNeeds,
  personId: string,
  { period, sendAt }: DigestRound,
  now: Date,
): Promise<'open' | 'told-today' | 'over'> {
  const ledger = (await people.get(personId, ownerCardRow, period))?.value;
  if (isTold(ledger) && localDateAt(ledger.settledAt, zone) === localDateAt(now, zone)) return 'told-today';
  if (ledger && isSettled(ledger)) return 'over';
  const isQueued = now.getTime() - sendAt.getTime() < catchUpMs;
  return isQueued || (ledger && !isEmpty(ledger)) ? 'open' : 'over';
}

/** Keeps that the card of the week is on its way, for the mornings until it comes. */
async function noteWaiting(people: PersonStore, personId: string, period: string): Promise<void> {
  const place = { personId, row: ownerCardRow, key: period };
  const stored = await readLedger(people, place);
  if (stored && !isEmpty(stored.value)) return;
  const counts = stored ? countsOf(stored.value) : { key: period, failures: 0, attempts: 0 };
  const note = ledgerWrite(place, stored, { ...counts, state: 'free', reason: waitsForOtherCard });
  try {
    await people.commit({ personId, writes: [note] });
  } catch (error) {
    // Another worker has noted it, or is sending it.
    if (!isFailure(error, 'conflict')) throw error;
  }
}
