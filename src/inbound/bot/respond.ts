import type { Activity, TurnContext } from 'botbuilder';
import type { Message } from '../../core/card.ts';
import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure, isFailure } from '../../core/failure.ts';
import type { FileOffer } from '../../core/file-card.ts';
import type { Reply } from './action.ts';
import type { Turn } from './turn.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const messageType = 'application/vnd.microsoft.activity.message';

export type RespondNeeds = {
  /** Makes the shown card the stored one, so that it is still there when the chat is opened again. Does not wait. */
  keepCard(turn: Turn, activityId: string, message: Message): void;
  /** Takes Teams' question away, if there was one, and says what came of it. Does not wait. */
  settleConsent(turn: Turn, reply: Reply): void;
  telemetry: Telemetry;
};

/** Teams gives a press about five seconds. What comes besides its answer may take so much of them. */
const besidesMs = 2_000;
/** As long as one call to Teams with all its tries. */
const messageMs = 10_000;

/** Whether Teams tells what somebody answered when it asked about a file. */
export const isConsent = (turn: Turn): boolean => turn.kind === 'action' && turn.door === 'consent';

/**
 * The one function that speaks in a turn. Teams wants every invoke answered, also when there is nothing to say. Gives what a repeat is
 * answered with.
 */
export async function respond(
  needs: RespondNeeds,
  context: TurnContext,
  turn: Turn,
  reply: Reply | undefined,
): Promise<Reply | undefined> {
  if (isConsent(turn)) return respondToConsent(needs, context, turn, reply);
  if (turn.kind === 'action' && turn.door === 'execute') return respondToExecute(needs, context, turn, reply);
  if (!reply) return undefined;
  if (turn.kind === 'message' && reply.later) {
    await respondLater(needs, context, turn, reply);
    return reply;
  }
  await showFirst(context, turn, reply);
  // The first has been said: a turn that fails now would come again, and it would be said twice.
  await isSaid(needs, sendMore(context, reply), messageMs);
  return reply;
}

/** Teams tells the person that it went wrong when this answer is not there at once, so all the rest comes after it. */
async function respondToConsent(
  needs: RespondNeeds,
  context: TurnContext,
  turn: Turn,
  reply: Reply | undefined,
): Promise<undefined> {
  await context.sendActivity(consentResponse);
  if (reply) needs.settleConsent(turn, reply);
  // What a file was made of is not kept for a repeat, which gets its 200 without it.
  return undefined;
}

/** A file is fetched and read before there is anything to say. */
async function respondLater(needs: RespondNeeds, context: TurnContext, turn: Turn, reply: Reply): Promise<void> {
  await context.sendActivity({ type: 'typing' });
  needs.settleConsent(turn, reply);
  await sendMore(context, reply);
}

async function respondToExecute(
  needs: RespondNeeds,
  context: TurnContext,
  turn: Turn,
  reply: Reply | undefined,
): Promise<Reply | undefined> {
  const isBelow = reply?.place === 'below';
  const isUnsaid = isBelow && !(await isSaid(needs, context.sendActivity(toActivity(reply.message)), besidesMs));
  // What could not be said below is the answer itself: whoever pressed for the numbers must see them.
  const shown = isUnsaid ? ({ ...reply, place: 'replace' } as const) : reply;
  await context.sendActivity(invokeResponse(shown));
  if (!reply) return undefined;
  if (!isBelow && turn.replyToId && isKept(turn, reply)) needs.keepCard(turn, turn.replyToId, reply.message);
  await isSaid(needs, sendMore(context, reply), besidesMs);
  return shown;
}

/**
 * Whether it was said, as far as is known in time. The answer to a press goes out with the request itself, so it is there when the way to
 * Teams is not: nothing that is said besides may take it away or keep it waiting.
 */
async function isSaid({ telemetry }: RespondNeeds, saying: Promise<unknown>, ms: number): Promise<boolean> {
  try {
    await withDeadline(saying, ms, 'saying what comes besides an answer');
    return true;
  } catch (error) {
    telemetry.record({ event: 'background-failed', at: 'answer', kind: error instanceof Failure ? error.kind : 'bug' });
    return false;
  }
}

/** In a group the answer is for the one who pressed, and the shared card stays as it was, unless the answer is for everyone. */
const isKept = (turn: Turn, { place }: Reply): boolean => turn.conversation.kind === 'personal' || place === 'everyone';

/** The same invoke came again: it gets its answer, and nothing is sent or written a second time. */
export async function respondAgain(context: TurnContext, turn: Turn, reply: Reply | undefined): Promise<void> {
  await context.sendActivity(isConsent(turn) ? consentResponse : invokeResponse(reply));
}

async function showFirst(context: TurnContext, turn: Turn, reply: Reply): Promise<void> {
  const activity = toActivity(reply.message);
  const isPress = turn.kind === 'action' && turn.replyToId !== undefined && isKept(turn, reply);
  if (reply.place !== 'below' && isPress && (await update(context, { ...activity, id: turn.replyToId }))) return;
  await context.sendActivity(activity);
}

/** Whether the pressed card became this one. It may be deleted, or not ours: then the answer is a message of its own. */
async function update(context: TurnContext, activity: Partial<Activity>): Promise<boolean> {
  try {
    await context.updateActivity(activity);
    return true;
  } catch (error) {
    if (isFailure(error, 'invalid')) return false;
    throw error;
  }
}

async function sendMore(context: TurnContext, reply: Reply): Promise<void> {
  for (const message of reply.more ?? []) await context.sendActivity(toActivity(message));
  if (reply.offer) await context.sendActivity(toQuestion(reply.offer));
}

function toQuestion({ name, description, sizeInBytes, accept, decline }: FileOffer): Partial<Activity> {
  const content = { description, sizeInBytes, acceptContext: accept, declineContext: decline };
  return { type: 'message', summary: description, attachments: [{ contentType: consentType, name, content }] };
}

function toActivity({ card, summary }: Message): Partial<Activity> {
  return { type: 'message', summary, attachments: [{ contentType: cardType, content: card }] };
}

const consentResponse: Partial<Activity> = { type: 'invokeResponse', value: { status: 200 } };

function invokeResponse(reply: Reply | undefined): Partial<Activity> {
  const shown =
    reply && reply.place !== 'below'
      ? { type: cardType, value: reply.message.card }
      : { type: messageType, value: reply?.message.summary ?? '' };
  return { type: 'invokeResponse', value: { status: 200, body: { statusCode: 200, ...shown } } };
}
