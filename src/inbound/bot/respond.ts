import type { Activity, TurnContext } from 'botbuilder';
import type { Message } from '../../core/card.ts';
import type { Reply } from './action.ts';
import type { Turn } from './turn.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

export type RespondNeeds = {
  /** Makes the shown card the stored one, so that it is still there when the chat is opened again. Does not wait. */
  keepCard(turn: Turn, activityId: string, message: Message): void;
};

/** The one function that speaks in a turn. Teams wants every invoke answered, also when there is nothing to say. */
export async function respond(
  needs: RespondNeeds,
  context: TurnContext,
  turn: Turn,
  reply: Reply | undefined,
): Promise<void> {
  if (turn.kind === 'action' && turn.door === 'execute') return respondToExecute(needs, context, turn, reply);
  if (!reply) return;
  await showFirst(context, turn, reply);
  await sendMore(context, reply);
}

async function respondToExecute(
  needs: RespondNeeds,
  context: TurnContext,
  turn: Turn,
  reply: Reply | undefined,
): Promise<void> {
  if (!reply || reply.place === 'below') {
    const value = reply?.message.summary ?? '';
    await context.sendActivity(invokeResponse({ statusCode: 200, type: messageType, value }));
    if (reply) await context.sendActivity(toActivity(reply.message));
  } else {
    await context.sendActivity(invokeResponse({ statusCode: 200, type: cardType, value: reply.message.card }));
    const isShared = turn.conversation.kind !== 'personal';
    // In a group the answer is for the one who pressed; the shared card stays as it was.
    if (turn.replyToId && !isShared) needs.keepCard(turn, turn.replyToId, reply.message);
  }
  if (reply) await sendMore(context, reply);
}

async function showFirst(context: TurnContext, turn: Turn, reply: Reply): Promise<void> {
  const activity = toActivity(reply.message);
  const isPress = turn.kind === 'action' && turn.replyToId !== undefined && turn.conversation.kind === 'personal';
  if (reply.place === 'replace' && isPress) {
    await context.updateActivity({ ...activity, id: turn.replyToId });
    return;
  }
  await context.sendActivity(activity);
}

async function sendMore(context: TurnContext, reply: Reply): Promise<void> {
  for (const message of reply.more ?? []) await context.sendActivity(toActivity(message));
}

function toActivity({ card, summary }: Message): Partial<Activity> {
  return { type: 'message', summary, attachments: [{ contentType: cardType, content: card }] };
}

function invokeResponse(body: object): Partial<Activity> {
  return { type: 'invokeResponse', value: { status: 200, body } };
}
