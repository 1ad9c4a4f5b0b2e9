import type { TurnContext } from 'botbuilder';
import type { Reply } from './action.ts';
import { readTurn } from './read-turn.ts';
import { createRecentTurns } from './recent-turns.ts';
import { type RespondNeeds, respond, respondAgain } from './respond.ts';
import type { Turn } from './turn.ts';

export type OnTurnNeeds = RespondNeeds & {
  /** From plain turn to plain answer. */
  answer(turn: Turn): Promise<Reply | undefined>;
};

/** A bot turn. The TurnContext goes no further than here and `respond`. */
export function createOnTurn(needs: OnTurnNeeds): (context: TurnContext) => Promise<void> {
  const once = createRecentTurns<Reply | undefined>();
  return async (context) => {
    const turn = readTurn(context.activity);
    if (!turn) return;
    // Answered only when it was said: what Teams did not take is tried again when the turn comes again.
    const run = async () => respond(needs, context, turn, await needs.answer(turn));
    const answer = turn.activityId ? await once(keyOf(turn), run) : { value: await run(), isRepeat: false };
    // A message that came twice has its answer in the chat already; an invoke waits for one on this very request.
    const isInvoke = turn.kind === 'action' && turn.door !== 'submit';
    if (answer.isRepeat && isInvoke) await respondAgain(context, turn, answer.value);
  };
}

/** With who asks: an answer is for one person, also where several share a chat. */
function keyOf({ conversation, activityId, kind, from }: Turn): string {
  return JSON.stringify([conversation.conversationId, activityId, kind, from.teamsId, from.aadObjectId]);
}
