import type { Message } from '../../core/card.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import type { Messenger } from '../../features/reminders/messenger.ts';
import { readConversation } from './remember-conversation.ts';
import type { Turn } from './turn.ts';

export type KeepCard = {
  /** Puts the shown card in place of the pressed one, after the answer has gone. */
  keep(turn: Turn, activityId: string, message: Message): void;
  /** When all that was begun has ended: for a tidy stop. */
  settled(): Promise<void>;
};

/**
 * An answer to a press is shown, but Teams keeps the old message: open the chat again, and the old card is back. So the same card is written
 * in its place. Not waited for: the person has the answer already, and a failure costs only the look of an old card.
 */
export function createKeepCard(needs: { messenger: Messenger; telemetry: Telemetry }): KeepCard {
  const underWay = new Set<Promise<void>>();

  /** Why the card was not written, if it was not. */
  async function write(turn: Turn, activityId: string, message: Message): Promise<string | undefined> {
    const conversation = readConversation(turn);
    if (!conversation) return 'no-address';
    const result = await needs.messenger.update(conversation, activityId, message);
    return result.outcome === 'sent' ? undefined : result.reason;
  }
  return {
    keep(turn, activityId, message) {
      const update = write(turn, activityId, message)
        // Nobody waits for it, so nothing it throws may go further: an unhandled rejection ends the process.
        .catch((error: unknown) => (error instanceof Failure ? error.kind : 'bug'))
        .then((problem) => {
          if (problem) needs.telemetry.record({ event: 'card-not-updated', reason: problem });
          underWay.delete(update);
        });
      underWay.add(update);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
