import { queueRound } from '../digests/queue-round.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import type { ReadOwnerCards } from './read-owner-cards.ts';
import { ownerCardRow } from './send-owner-card.ts';

/** As `queueDigests`, for everybody who has something to see to: in a week, or on a `morning`, without anything nothing is queued. */
export async function queueOwnerCards(
  needs: { people: PersonStore; queue: Pick<WorkQueue, 'send'>; readOwnerCards: ReadOwnerCards },
  { period, morning }: { period: string; morning?: Date },
  now: Date,
  messages: number,
): Promise<number> {
  const cards = await needs.readOwnerCards(now, morning);
  const pointerTo = (personId: string) => ({ kind: 'owner-card' as const, personId, period });
  return queueRound(needs, { personIds: cards.keys(), row: ownerCardRow, period, pointerTo }, now, messages);
}
