import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import type { Conversation } from '../../features/people/person.ts';
import type { FileChat } from '../../features/progress/file-chat.ts';
import type { Reply } from './action.ts';
import { readConversation } from './remember-conversation.ts';
import { isConsent } from './respond.ts';
import type { Turn } from './turn.ts';

export type SettleConsent = {
  /** Goes on after the answer has gone: takes the question away, does what takes time, and says what came of it. */
  settle(turn: Turn, reply: Reply): void;
  /** When all that was begun has ended: for a tidy stop. */
  settled(): Promise<void>;
};

/**
 * Teams leaves its question standing with both buttons alive, and may tell us the answer several times, or two devices may. Taking the
 * question away is therefore the claim: who finds it gone does nothing, so nothing is uploaded or said twice.
 */
export function createSettleConsent({ chat, telemetry }: { chat: FileChat; telemetry: Telemetry }): SettleConsent {
  const underWay = new Map<string, Promise<void>>();

  async function run(conversation: Conversation, activityId: string | undefined, reply: Reply): Promise<void> {
    const claim = activityId ? await chat.takeAway(conversation, activityId) : 'not-known';
    // Told, so that a Teams that names another message than the one that asked is seen.
    if (claim === 'gone') return telemetry.record({ event: 'file-not-delivered', reason: 'question-gone' });
    const said = await chat.say(conversation, reply.later ? await reply.later() : reply.message);
    if (said.outcome === 'not-said') telemetry.record({ event: 'file-not-delivered', reason: said.reason });
  }

  return {
    settle(turn, reply) {
      const conversation = readConversation(turn);
      // Teams asks in private chats only.
      if (!conversation || turn.conversation.kind !== 'personal') return;
      // Who answers a message of ours with a file has not answered a question: that message stays.
      const question = isConsent(turn) ? turn.replyToId : undefined;
      const key = JSON.stringify([conversation.conversationId, question ?? turn.activityId]);
      if (underWay.has(key)) return;
      const work = run(conversation, question, reply)
        // Nobody waits for it, so nothing it throws may go further: an unhandled rejection ends the process.
        .catch((error: unknown) => {
          const kind = error instanceof Failure ? error.kind : 'bug';
          telemetry.record({ event: 'background-failed', at: 'file-consent', kind });
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, work);
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}
