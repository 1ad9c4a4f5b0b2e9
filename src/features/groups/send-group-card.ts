import type { Message } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import { isFailure } from '../../core/failure.ts';
import type { Locale } from '../../core/locale.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Versioned } from '../../core/versioned.ts';
import { type Catalogue, findModule } from '../catalogue/catalogue.ts';
import { type BackoffSteps, backoffMs } from '../reminders/backoff.ts';
import { type Messenger, mayPass, type Pacing, type SendResult } from '../reminders/messenger.ts';
import { afterPauseMs, authorisationPauseMs, type SendingPause } from '../reminders/sending-pause.ts';
import { betweenCardsMs, type CardDecision, decideCard } from './decide-card.ts';
import { type GroupCardModel, groupCardModel } from './group-card-model.ts';
import { type GroupFace, type GroupSession, isOver } from './group-session.ts';
import { countAttendees, type GroupStore } from './group-store.ts';

export type SendGroupCardNeeds = {
  groups: GroupStore;
  messenger: Pick<Messenger, 'update'>;
  pacing: Pacing;
  pause: SendingPause;
  telemetry: Telemetry;
  clock: Clock;
  /** 0 to 1, for jitter. */
  random(): number;
  rules: { catalogue: Catalogue };
  present: { groupCard(model: GroupCardModel, locale: Locale): Message };
};

export type SendGroupCardResult =
  /** `left`: Teams did not take it, and the pointer that heard so comes back; this one is done. */
  { outcome: 'shown' | 'nothing' | 'lost' | 'gone' | 'left' } | { outcome: 'later'; delayMs: number; reason: string };

/** 5, 10, 20, 40, 60 seconds: people look at it, so that it is never long behind. */
const backoffSteps: BackoffSteps = { firstMs: betweenCardsMs, factor: 2, longestMs: 60_000 };

/**
 * Writes the shared card when it shows something old: a turn of five seconds is taken in the session's row, so that all replicas
 * together write once in that time, and what was shown is kept only when Teams has taken it. A PUT may be done twice safely. Where Teams does
 * not take it, the one that heard so comes back after a wait that grows, and never sooner than Teams asked for; should it be lost, the tick
 * sends another.
 */
export async function sendGroupCard(
  needs: SendGroupCardNeeds,
  { sessionId }: { sessionId: string },
): Promise<SendGroupCardResult> {
  const paused = needs.pause.pausedUntil(needs.clock.now());
  if (paused) return later(paused.getTime() - needs.clock.now().getTime(), 'sending-paused');
  const first = await look(needs, sessionId);
  if (!first) return { outcome: 'gone' };
  if (first.decision !== 'show') return notNow(needs, first);
  if ((await needs.pacing.waitForSlot()) === 'given-up') return later(betweenCardsMs, 'no-slot');
  // A slot may take its time: counted again just before it is shown.
  const seen = await look(needs, sessionId);
  if (!seen) return { outcome: 'gone' };
  return seen.decision === 'show' ? show(needs, seen) : notNow(needs, seen);
}

type Look = CardDecision & { stored: Versioned<GroupSession> };

async function look({ groups, clock }: SendGroupCardNeeds, sessionId: string): Promise<Look | undefined> {
  const stored = await groups.getSession(sessionId);
  if (!stored) return undefined;
  return { stored, ...decideCard(stored.value, await countAttendees(groups, sessionId), clock.now()) };
}

async function notNow(
  needs: SendGroupCardNeeds,
  seen: Exclude<Look, { decision: 'show' }>,
): Promise<SendGroupCardResult> {
  // Otherwise none would be done for as long as Teams refuses, and each minute and each press would add one.
  if (seen.decision === 'leave') return { outcome: 'left' };
  return seen.decision === 'wait' ? later(seen.waitMs, 'shown-just-now') : nothing(needs, seen.stored.value);
}

async function nothing({ groups }: SendGroupCardNeeds, session: GroupSession): Promise<SendGroupCardResult> {
  if (isOver(session)) await groups.deleteHint(session.sessionId);
  return { outcome: 'nothing' };
}

async function show(
  needs: SendGroupCardNeeds,
  { stored, face }: Extract<Look, { decision: 'show' }>,
): Promise<SendGroupCardResult> {
  const { value: session, etag } = stored;
  const module = findModule(needs.rules.catalogue, session.moduleId);
  // A module that has been taken away has no card.
  if (!module || !session.chat) return nothing(needs, session);
  try {
    await needs.groups.replaceSession({ ...session, card: { ...session.card, at: needs.clock.now() } }, etag);
  } catch (error) {
    // Somebody else writes the card, or has moved the meeting on: whoever looks next sees it.
    if (isFailure(error, 'conflict')) return later(betweenCardsMs, 'in-other-hands');
    throw error;
  }
  const { conversation, activityId, locale } = session.chat;
  const message = needs.present.groupCard(groupCardModel(session, module, face.count), locale);
  return settle(needs, session, face, await needs.messenger.update(conversation, activityId, message));
}

async function settle(
  needs: SendGroupCardNeeds,
  { sessionId, card }: GroupSession,
  face: GroupFace,
  result: SendResult,
): Promise<SendGroupCardResult> {
  if (result.outcome === 'sent') {
    await keep(needs.groups, sessionId, { shown: face, refusals: 0 });
    if (isOver(face)) await needs.groups.deleteHint(sessionId);
    return { outcome: 'shown' };
  }
  const { reason } = result;
  needs.telemetry.record({ event: 'card-not-updated', reason });
  if (result.outcome === 'rejected' && !mayPass(reason)) {
    // The card was deleted, or the app taken out of the chat. The meeting goes on, and who was there is recorded.
    await keep(needs.groups, sessionId, { isLost: true });
    return { outcome: 'lost' };
  }
  if (result.outcome === 'not-authorised') {
    needs.pause.pause(new Date(needs.clock.now().getTime() + authorisationPauseMs));
    needs.telemetry.record({ event: 'sending-paused', reason });
    // After the others, as `settleNotAuthorised`.
    const delayMs = authorisationPauseMs + Math.round(afterPauseMs * needs.random());
    await keep(needs.groups, sessionId, { notBefore: new Date(needs.clock.now().getTime() + delayMs) });
    return later(delayMs, reason);
  }
  const refusals = (card?.refusals ?? 0) + 1;
  const asked = result.outcome === 'try-later' ? result.retryAfterMs : undefined;
  const delayMs = backoffMs(refusals, asked, needs.random, backoffSteps);
  await keep(needs.groups, sessionId, { refusals, notBefore: new Date(needs.clock.now().getTime() + delayMs) });
  return later(delayMs, reason);
}

type CardChange = Partial<Pick<NonNullable<GroupSession['card']>, 'shown' | 'isLost' | 'notBefore' | 'refusals'>>;

async function keep(groups: GroupStore, sessionId: string, change: CardChange): Promise<void> {
  await retryOnConflict(async () => {
    const stored = await groups.getSession(sessionId);
    const card = stored?.value.card;
    if (stored && card) await groups.replaceSession({ ...stored.value, card: { ...card, ...change } }, stored.etag);
  });
}

const later = (delayMs: number, reason: string): SendGroupCardResult => ({
  outcome: 'later',
  delayMs: Math.max(delayMs, 0),
  reason,
});
