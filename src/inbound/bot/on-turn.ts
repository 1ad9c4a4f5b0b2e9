import type { TurnContext } from 'botbuilder';
import type { Reply } from './action.ts';
import { type AnswerTurnNeeds, answerTurn } from './answer-turn.ts';
import { readTurn } from './read-turn.ts';
import { createRecentTurns } from './recent-turns.ts';
import { type RespondNeeds, respond } from './respond.ts';

/** A bot turn. The TurnContext goes no further than here and `respond`. */
export function createOnTurn(needs: AnswerTurnNeeds & RespondNeeds): (context: TurnContext) => Promise<void> {
  const once = createRecentTurns<Reply | undefined>();
  return async (context) => {
    const turn = readTurn(context.activity);
    if (!turn) return;
    const key = `${turn.conversation.conversationId}|${turn.activityId}|${turn.kind}`;
    const run = () => answerTurn(needs, turn);
    const answer = turn.activityId ? await once(key, run) : { value: await run(), isRepeat: false };
    // A message that came twice has its answer in the chat already; an invoke waits for one on this very request.
    const isInvoke = turn.kind === 'action' && turn.door === 'execute';
    if (answer.isRepeat && !isInvoke) return;
    await respond(needs, context, turn, answer.isRepeat && answer.value ? { ...answer.value, more: [] } : answer.value);
  };
}
