import { z } from 'zod';
import { maxAheadMinutes } from './tick-minutes.ts';

/**
 * `nudge`: friendly, never sent twice. `deadline`: a reminder card with at least one deadline notice. `digest`: a leader's report.
 * The last two are sent again once when nobody knows whether they arrived.
 */
const messageClasses = ['nudge', 'deadline', 'digest'] as const;
export type MessageClass = (typeof messageClasses)[number];

const claim = { claimId: z.string().min(1) };

/** What is known of the message that was, or is about to be, posted. */
const content = {
  class: z.enum(messageClasses),
  /** Keys of the rows that the message tells about, so that a crash can be settled without guessing. */
  items: z.array(z.string()),
  /** Where the person stood in the modules when it was made (`progressMark`), to see whether anything was done since. */
  mark: z.string().optional(),
};

const base = z.object({
  key: z.string().min(1),
  /** Failures that were surely not deliveries. A delivery that ended in a crash is not one, nor is that Teams asked us to wait. */
  failures: z.number().int().min(0),
  /** How many of the failures were 503, which park a message sooner. */
  overloads: z.number().int().min(0).optional(),
  /** How often Teams asked us to wait (429): only the next wait grows with it. */
  throttles: z.number().int().min(0).optional(),
  /** POSTs that may have arrived. */
  attempts: z.number().int().min(0),
});

/** The ledger of one message to one person: who may send it now, and what became of it. */
export const ledgerSchema = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('free'), notBefore: z.coerce.date().optional(), reason: z.string().optional() }),
  base.extend({ state: z.literal('claimed'), ...claim, until: z.coerce.date() }),
  /** Written before the POST: from here on nobody can say that it was not sent. */
  base.extend({ state: z.literal('sending'), ...claim, ...content, since: z.coerce.date() }),
  base.extend({ state: z.literal('sent'), ...claim, ...content, activityId: z.string(), settledAt: z.coerce.date() }),
  base.extend({ state: z.literal('rejected'), reason: z.string(), settledAt: z.coerce.date() }),
  base.extend({ state: z.literal('uncertain'), ...claim, ...content, reason: z.string(), settledAt: z.coerce.date() }),
  /** There was nothing to tell, and there will not be within the period of the message. */
  base.extend({ state: z.literal('skipped'), reason: z.string(), settledAt: z.coerce.date() }),
  base.extend({ state: z.literal('parked'), reason: z.string(), settledAt: z.coerce.date() }),
]);
export type Ledger = z.infer<typeof ledgerSchema>;
export type LedgerIn<S extends Ledger['state']> = Extract<Ledger, { state: S }>;

/** How long a claim holds. Longer than waiting for a slot and reading again takes. */
export const claimMs = 2 * 60_000;
/** After this a `sending` row is the trace of a crash: the POST itself has a deadline of ten seconds. */
const staleSendingMs = 2 * 60_000;
/** When something that has to be told is told again, because nobody knows whether it arrived. */
export const resendAfterMs = 30 * 60_000;
/** So many failures park a message, whatever they were. */
export const maxFailures = 5;
/** So many answers of 503 do: Microsoft says "retry", but not quite that nothing was done, so at most three more tries. */
export const maxOverloads = 4;

/** What is counted of a message, from state to state. */
export type Counts = Pick<LedgerIn<'free'>, 'key' | 'failures' | 'overloads' | 'throttles' | 'attempts'>;

export const countsOf = ({ key, failures, overloads, throttles, attempts }: Counts): Counts => ({
  ...{ key, failures, attempts },
  ...(overloads !== undefined && { overloads }),
  ...(throttles !== undefined && { throttles }),
});

/** What a worker may do with a message, given its ledger. */
export type ClaimDecision =
  | { decision: 'claim'; counts: Omit<Counts, 'key'> }
  /** Somebody crashed between `sending` and the answer. */
  | { decision: 'mark-uncertain'; ledger: LedgerIn<'sending'> }
  | { decision: 'wait'; until: Date; reason: 'in-other-hands' | 'too-early' }
  | { decision: 'settled' };

/** Pure: reads the ledger as it stands (`undefined`: no row yet). */
export function decideClaim(ledger: Ledger | undefined, now: Date): ClaimDecision {
  if (!ledger) return { decision: 'claim', counts: { attempts: 0, failures: 0 } };
  const counts = countsOf(ledger);
  const claimFrom = (from: Date | undefined, reason: 'in-other-hands' | 'too-early'): ClaimDecision =>
    from && now < from ? { decision: 'wait', until: from, reason } : { decision: 'claim', counts };
  switch (ledger.state) {
    case 'free':
      return claimFrom(ledger.notBefore, 'too-early');
    case 'claimed':
      return claimFrom(ledger.until, 'in-other-hands');
    case 'sending': {
      const staleAt = later(ledger.since, staleSendingMs);
      // One that begins in time to come is the trace of a clock that ran ahead, which is over.
      const isAhead = ledger.since > later(now, maxAheadMinutes * 60_000);
      if (now < staleAt && !isAhead) return { decision: 'wait', until: staleAt, reason: 'in-other-hands' };
      return { decision: 'mark-uncertain', ledger };
    }
    case 'uncertain':
      if (!mayResend(ledger)) return { decision: 'settled' };
      return claimFrom(later(ledger.settledAt, resendAfterMs), 'too-early');
    default:
      return { decision: 'settled' };
  }
}

/** A nudge never; what has to be told once more. */
export const mayResend = ({ class: messageClass, attempts }: { class: MessageClass; attempts: number }): boolean =>
  messageClass !== 'nudge' && attempts < 2;

const settledStates: readonly Ledger['state'][] = ['sent', 'rejected', 'skipped', 'parked'];

/** Nobody does anything more about it. */
export function isSettled(ledger: Ledger): boolean {
  if (ledger.state === 'uncertain') return !mayResend(ledger);
  return settledStates.includes(ledger.state);
}

/** Why a claim was given back that turned out to be about nothing. */
export const nothingToSend = 'nothing-to-send';

/** Somebody has looked, and there was nothing to tell. */
export const isEmpty = (ledger: Ledger): boolean => ledger.state === 'free' && ledger.reason === nothingToSend;

export const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
