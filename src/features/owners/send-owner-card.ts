import type { Message } from '../../core/card.ts';
import type { Locale } from '../../core/locale.ts';
import { preferencesRow } from '../people/person-rows.ts';
import type { PersonRow } from '../people/person-store.ts';
import type { CalendarRules } from '../reminders/calendar.ts';
import { type Ledger, ledgerSchema } from '../reminders/ledger.ts';
import { sendInWindow } from '../reminders/send-in-window.ts';
import type { Prepared, SendOnceNeeds, SendOnceResult } from '../reminders/send-task.ts';
import type { WorkPointer } from '../reminders/work-queue.ts';
import type { OwnerCard } from './owner-card.ts';
import type { ReadOwnerCards } from './read-owner-cards.ts';

/** The claim and ledger of one week's card to somebody who answers for texts; the key is the period, for example `2026-W49`. */
export const ownerCardRow: PersonRow<Ledger> = { kind: 'owner-card', schema: ledgerSchema, keyOf: ({ key }) => key };

export type SendOwnerCardNeeds = SendOnceNeeds & {
  readOwnerCards: ReadOwnerCards;
  present: { ownerCard(card: OwnerCard, locale: Locale): Message };
  calendar: CalendarRules;
  defaultLocale: Locale;
};

/** Sends one person's card of one period, within working hours. What was mended meanwhile is not told; nothing left, nothing sent. */
export async function sendOwnerCard(
  needs: SendOwnerCardNeeds,
  { personId, period }: Extract<WorkPointer, { kind: 'owner-card' }>,
): Promise<SendOnceResult> {
  return sendInWindow(needs, {
    ...{ personId, row: ownerCardRow, key: period },
    prepare: (at) => prepare(needs, personId, at),
  });
}

async function prepare(needs: SendOwnerCardNeeds, personId: string, now: Date): Promise<Prepared> {
  const [cards, preferences] = await Promise.all([
    needs.readOwnerCards(now),
    needs.people.get(personId, preferencesRow),
  ]);
  const card = cards.get(personId);
  if (!card) return { decision: 'nothing', writes: [] };
  const message = needs.present.ownerCard(card, preferences?.value.locale ?? needs.defaultLocale);
  return { decision: 'send', message, class: 'digest', items: [], writes: [] };
}
