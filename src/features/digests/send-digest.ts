import type { Message } from '../../core/card.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { type PersonRow, type PersonStore, toArray } from '../people/person-store.ts';
import { type Ledger, type LedgerIn, ledgerSchema } from '../reminders/ledger.ts';
import type { SendOnceResult } from '../reminders/send-task.ts';
import type { WorkPointer } from '../reminders/work-queue.ts';
import { newestRound } from './digest-schedule.ts';
import { type SendInWindowNeeds, sendInWindow } from './send-in-window.ts';
import { inShift, isTold, waitsForOtherCard, yieldToDayCard } from './yield-to-day-card.ts';

/** The claim and ledger of one leader's digest; the key is the period, for example `2026-W49`. Lies with the leader as a person. */
export const digestRow: PersonRow<Ledger> = { kind: 'digest', schema: ledgerSchema, keyOf: ({ key }) => key };

/** Why there was none: all is well, and so it was the last time. */
const nothingNew = 'nothing-new';

/** Whether the leader has been told in this calendar month, as far as anybody knows, or there was nothing new to tell. */
export async function isToldThisMonth(
  { people, zone }: { people: PersonStore; zone: TimeZone },
  leaderId: string,
  now: Date,
): Promise<boolean> {
  const monthAt = (at: Date): string => localDateAt(at, zone).slice(0, 'YYYY-MM'.length);
  const month = monthAt(now);
  for await (const { value } of people.list(leaderId, digestRow)) {
    const isKnown = isTold(value) || (value.state === 'skipped' && value.reason === nothingNew);
    if (isKnown && monthAt(value.settledAt) === month) return true;
  }
  return false;
}

async function readLedgers({ people }: { people: PersonStore }, leaderId: string): Promise<readonly Ledger[]> {
  return (await toArray(people.list(leaderId, digestRow))).map(({ value }) => value);
}

const lastSent = (ledgers: readonly Ledger[]): LedgerIn<'sent'> | undefined =>
  ledgers
    .filter((ledger) => ledger.state === 'sent')
    .toSorted((a, b) => a.settledAt.getTime() - b.settledAt.getTime())
    .at(-1);

/** When the latest digest was sent to this leader, for "siden sist" in the next one. */
export const findLastDigest = async (needs: { people: PersonStore }, leaderId: string): Promise<Date | undefined> =>
  lastSent(await readLedgers(needs, leaderId))?.settledAt;

/**
 * When the one was sent that the newest was compared with: who presses a button of a card is told the same news as on it. The newest may be
 * one that nobody knows arrived.
 */
export async function findDigestBefore(needs: { people: PersonStore }, leaderId: string): Promise<Date | undefined> {
  const ledgers = await readLedgers(needs, leaderId);
  const told = ledgers.filter(isTold).map(({ key }) => key);
  const newest = told.toSorted().at(-1);
  return lastSent(ledgers.filter(({ key }) => key !== newest))?.settledAt;
}

export type SendDigestNeeds<Model> = SendInWindowNeeds & {
  /** What the leader is told; `undefined` when there is nothing to tell, or the person leads nobody any more. */
  readDigest(leaderId: string, now: Date): Promise<Model | undefined>;
  /** Why this leader is not told in this round, whatever there is to tell. Asked before anything of it is read. */
  skipRound?(leaderId: string, now: Date): Promise<string | undefined>;
  /** Whether all is well, and a mark that is the same as long as nothing has changed. Absent: everything is told. */
  judgeDigest?(model: Model): { isQuiet: boolean; mark: string };
  present: { digest(model: Model, locale: Locale): Message };
};

/**
 * Sends one leader's digest of one period, within working hours, at most twice when nobody knows whether the first one arrived. All is well, and so it
 * was the last time: then there is none, and it is not thought about again in this period. After an outage it waits for a day without another message.
 */
export async function sendDigest<Model>(
  needs: SendDigestNeeds<Model>,
  { personId, period }: Extract<WorkPointer, { kind: 'digest' }>,
): Promise<SendOnceResult> {
  const now = needs.clock.now();
  const newest = newestRound(needs.digest, needs.calendar, now);
  const own = newest?.period === period ? await inShift(needs, personId, newest) : undefined;
  const delayMs = own && (await yieldToDayCard(own.needs, personId, own.round, now));
  if (delayMs !== undefined) return { outcome: 'later', delayMs, reason: waitsForOtherCard };
  return sendInWindow(needs, {
    ...{ personId, row: digestRow, period },
    async present(at) {
      const skip = await needs.skipRound?.(personId, at);
      if (skip !== undefined) return { skip };
      const model = await needs.readDigest(personId, at);
      if (!model) return undefined;
      const judged = needs.judgeDigest?.(model);
      if (judged?.isQuiet && lastSent(await readLedgers(needs, personId))?.mark === judged.mark)
        return { skip: nothingNew };
      return { message: (locale) => needs.present.digest(model, locale), ...(judged && { mark: judged.mark }) };
    },
  });
}
