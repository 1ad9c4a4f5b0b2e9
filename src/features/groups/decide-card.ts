import { withJitterMs } from '../reminders/backoff.ts';
import { maxAheadMinutes } from '../reminders/tick-minutes.ts';
import { type GroupFace, type GroupSession, isOver, longestMs } from './group-session.ts';

/** A shared card is written by jobs no oftener than this: Teams counts, and nobody can read faster. */
export const betweenCardsMs = 5_000;
const maxAheadMs = maxAheadMinutes * 60_000;
/** The clock of the replica that was refused may be so much ahead of the queue's, which brings its pointer back. */
const mostAheadMs = 1_000;
/** No refusal is for longer: the messenger believes no wait of Teams beyond an hour. What is further ahead is of a clock that was wrong. */
const longestRefusalMs = withJitterMs(60 * 60_000) + maxAheadMs;

export type CardDecision =
  | { decision: 'nothing' }
  | { decision: 'wait'; waitMs: number }
  /** Teams did not take it, and whoever heard so tries again in time. */
  | { decision: 'leave' }
  | { decision: 'show'; face: GroupFace };

/**
 * Pure: whether the shared card has to be written now. What was last shown is kept when Teams has taken it, so a number that was not
 * shown is found again at every look, and the last one is always the true one.
 */
export function decideCard(session: GroupSession, count: number, now: Date): CardDecision {
  const { state, stage, chat, card, endedAt } = session;
  if (!chat || card?.isLost) return { decision: 'nothing' };
  // All is done, and for hours Teams has not taken the card that says so.
  if (isOver(session) && endedAt && now.getTime() - endedAt.getTime() > longestMs) return { decision: 'nothing' };
  const face = { state, stage, count };
  if (card?.shown && isSameFace(card.shown, face)) return { decision: 'nothing' };
  const refusedMs = card?.notBefore ? card.notBefore.getTime() - now.getTime() : 0;
  if (refusedMs > 0 && refusedMs <= longestRefusalMs) {
    return refusedMs > mostAheadMs ? { decision: 'leave' } : { decision: 'wait', waitMs: refusedMs };
  }
  const waitMs = card ? waitAfter(card.at, now) : 0;
  return waitMs > 0 ? { decision: 'wait', waitMs } : { decision: 'show', face };
}

/**
 * The clock of another replica may be a little ahead; never wait longer than the whole time for it. A turn further ahead than any good
 * clock is none: whoever looks would wait until that time comes.
 */
function waitAfter(at: Date, now: Date): number {
  const aheadMs = at.getTime() - now.getTime();
  return aheadMs > maxAheadMs ? 0 : Math.min(betweenCardsMs + aheadMs, betweenCardsMs);
}

const isSameFace = (one: GroupFace, other: GroupFace): boolean =>
  one.state === other.state && one.stage === other.stage && one.count === other.count;
