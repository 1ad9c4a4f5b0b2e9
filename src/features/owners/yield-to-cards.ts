import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { catchUpMs, type DigestRound, newestRound } from '../digests/digest-schedule.ts';
import { digestRow } from '../digests/send-digest.ts';
import {
  againMs,
  isTold,
  lateMs,
  untilNextDay,
  type YieldNeeds,
  yieldToDayCard,
} from '../digests/yield-to-day-card.ts';
import { readRightsOn } from '../people/delegation.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import { isEmpty, isSettled, type Ledger } from '../reminders/ledger.ts';

const dayMs = 24 * 60 * 60_000;
/** A day more than a digest waits, since that may take the second day. */
const patienceMs = catchUpMs + dayMs;

/**
 * As a late digest yields to the card of the day, so a late card to an owner yields to that one and to the own digest: one card a day
 * after an outage, and where something has come up since. Three days at most. How many milliseconds; `undefined`: not at all.
 */
export async function yieldToCards(
  needs: YieldNeeds,
  personId: string,
  round: DigestRound,
  now: Date,
): Promise<number | undefined> {
  const late = now.getTime() - round.sendAt.getTime();
  if (late < lateMs || late >= patienceMs) return undefined;
  const delayMs = await yieldToDayCard(needs, personId, round, now, patienceMs);
  return delayMs ?? yieldToDigest(needs, personId, now);
}

async function yieldToDigest(needs: YieldNeeds, personId: string, now: Date): Promise<number | undefined> {
  const { people, calendar, digest } = needs;
  const weekly = newestRound(digest, calendar, now);
  if (!weekly) return undefined;
  const today = localDateAt(now, calendar.zone);
  const ledger = (await people.get(personId, digestRow, weekly.period))?.value;
  if (isTold(ledger) && localDateAt(ledger.settledAt, calendar.zone) === today) return untilNextDay(needs, now);
  // Nobody queues it after that, and what still lies in the queue is handled within the hour.
  const mayCome = now.getTime() - weekly.sendAt.getTime() < catchUpMs + lateMs;
  return mayCome && (await isExpected(people, personId, ledger, today)) ? againMs : undefined;
}

/** Whether a digest will come, as far as is known; before anybody has looked, to whoever leads a unit. */
async function isExpected(
  people: PersonStore,
  personId: string,
  ledger: Ledger | undefined,
  today: LocalDate,
): Promise<boolean> {
  if (ledger) return !isSettled(ledger) && !isEmpty(ledger);
  const profile = (await people.get(personId, profileRow))?.value;
  return profile !== undefined && (await readRightsOn({ people }, profile, today)).leads.length > 0;
}
