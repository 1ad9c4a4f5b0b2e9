import type { Message } from '../../core/card.ts';
import type { Locale } from '../../core/locale.ts';
import { type SendInWindowNeeds, sendInWindow } from '../digests/send-in-window.ts';
import type { PersonRow } from '../people/person-store.ts';
import { type Ledger, ledgerSchema } from '../reminders/ledger.ts';
import type { SendOnceResult } from '../reminders/send-task.ts';
import type { WorkPointer } from '../reminders/work-queue.ts';
import { dueMorning, isMorningKey } from './morning.ts';
import type { OwnerCard } from './owner-card.ts';
import type { ReadOwnerCards } from './read-owner-cards.ts';

/** The claim and ledger of one card to somebody who answers for texts; the key is the period: a week, `2026-W49`, or a morning, `2026-11-24`. */
export const ownerCardRow: PersonRow<Ledger> = { kind: 'owner-card', schema: ledgerSchema, keyOf: ({ key }) => key };

export type SendOwnerCardNeeds = SendInWindowNeeds & {
  readOwnerCards: ReadOwnerCards;
  present: { ownerCard(card: OwnerCard, locale: Locale): Message };
};

/** Sends one person's card of one period, within working hours. What was mended meanwhile is not told; nothing left, nothing sent. */
export async function sendOwnerCard(
  needs: SendOwnerCardNeeds,
  { personId, period }: Extract<WorkPointer, { kind: 'owner-card' }>,
): Promise<SendOnceResult> {
  const isMorning = isMorningKey(period);
  const newest = isMorning ? dueMorning(needs.digest, needs.calendar, needs.clock.now()) : undefined;
  // A card about yesterday's changes is no news today: today's tells of them too.
  if (isMorning && newest?.period !== period) return { outcome: 'nothing' };
  return sendInWindow(needs, {
    ...{ personId, row: ownerCardRow, period, ...(newest && { newest }) },
    async present(at) {
      const card = (await needs.readOwnerCards(at, newest?.sendAt)).get(personId);
      return card && { message: (locale) => needs.present.ownerCard(card, locale) };
    },
  });
}
