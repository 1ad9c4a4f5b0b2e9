import type { ChatBook } from './chat-book.ts';
import { memberRoutes } from './member-routes.ts';
import type { ConnectorRoute, RouteCall, RouteNeeds } from './route.ts';
import { readSentActivity, type SentActivity } from './sent-activity.ts';
import { teamsErrors } from './teams-errors.ts';
import { splitThread } from './teams-ids.ts';
import type { ConnectorAnswer, StoredConversation } from './types.ts';

/** The Connector's REST interface, as far as a bot in Teams uses it. Params are the decoded groups of the path. */
export const connectorRoutes: readonly ConnectorRoute[] = [
  { method: 'POST', path: /^\/v3\/conversations\/?$/, operation: 'create', run: createConversation },
  {
    method: 'POST',
    path: /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/,
    operation: 'send',
    run: sendActivity,
  },
  { method: 'PUT', path: /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, run: updateActivity },
  { method: 'DELETE', path: /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, run: deleteActivity },
  ...memberRoutes,
];

type NewConversation = {
  isGroup?: boolean;
  members?: readonly { id?: unknown }[];
  activity?: unknown;
  channelData?: { channel?: { id?: string } };
};

/** Opens a private chat by Entra object id (or `29:` id), or a new thread in a channel. Opening twice gives the same chat. */
function createConversation(needs: RouteNeeds, { body }: RouteCall): ConnectorAnswer {
  const asked = (typeof body === 'object' && body !== null ? body : {}) as NewConversation;
  const channelId = asked.channelData?.channel?.id;
  if (channelId) return createThread(needs, channelId, asked.activity);
  const [memberId] = (asked.members ?? []).map(({ id }) => id);
  if (asked.isGroup || typeof memberId !== 'string') {
    return teamsErrors.badArgument('A private conversation takes exactly one member; a bot cannot open a group chat.');
  }
  const persona = needs.book.findPerson(memberId);
  if (!persona) return teamsErrors.appNotInstalled();
  const chat = needs.book.personalChatOf(persona.personaId);
  if (!chat.isInstalled) return teamsErrors.appNotInstalled();
  const sent =
    asked.activity === undefined ? undefined : store(needs, chat, undefined, readSentActivity(asked.activity));
  if (sent && sent.status >= 400) return sent;
  return { status: 201, body: { ...(sent?.body as object | undefined), id: chat.conversationId } };
}

function createThread(needs: RouteNeeds, channelId: string, activity: unknown): ConnectorAnswer {
  const channel = needs.book.findConversation(channelId);
  if (!channel) return teamsErrors.conversationNotFound();
  if (!channel.isInstalled) return teamsErrors.botNotInRoster();
  const answer = store(needs, channel, undefined, readSentActivity(activity));
  const { id } = (answer.body ?? {}) as { id?: string };
  if (answer.status >= 400 || id === undefined) return answer;
  return { status: 201, body: { id: `${channelId};messageid=${id}`, activityId: id } };
}

function sendActivity(needs: RouteNeeds, { params: [conversationId = ''], body }: RouteCall): ConnectorAnswer {
  const refusal = refusalFor(needs.book, conversationId);
  if (refusal) return refusal;
  const { threadId } = splitThread(conversationId);
  return store(needs, needs.book.conversation(conversationId), threadId, readSentActivity(body));
}

function updateActivity(needs: RouteNeeds, call: RouteCall): ConnectorAnswer {
  const [conversationId = '', activityId = ''] = call.params;
  const refusal = refusalFor(needs.book, conversationId);
  if (refusal) return refusal;
  if (needs.book.findActivity(conversationId, activityId)?.from !== 'bot') return teamsErrors.activityNotFound();
  const sent = readSentActivity(call.body);
  if (sent.kind === 'refused') return sent.answer;
  if (sent.kind === 'message') needs.book.change(conversationId, activityId, sent.content, needs.clock.now());
  return { status: 200, body: { id: activityId } };
}

function deleteActivity(
  needs: RouteNeeds,
  { params: [conversationId = '', activityId = ''] }: RouteCall,
): ConnectorAnswer {
  const refusal = refusalFor(needs.book, conversationId);
  if (refusal) return refusal;
  if (needs.book.findActivity(conversationId, activityId)?.from !== 'bot') return teamsErrors.activityNotFound();
  needs.book.remove(conversationId, activityId);
  return { status: 200 };
}

function store(
  { book, clock }: RouteNeeds,
  { conversationId }: StoredConversation,
  threadId: string | undefined,
  sent: SentActivity,
): ConnectorAnswer {
  if (sent.kind === 'refused') return sent.answer;
  if (sent.kind === 'typing') {
    book.touch({ type: 'typing', conversationId });
    return { status: 201, body: { id: `typing-${clock.now().getTime()}` } };
  }
  const { activityId } = book.add(conversationId, { ...sent.content, from: 'bot', threadId }, clock.now());
  return { status: 201, body: { id: activityId } };
}

/** Why Teams would not let the bot write here. */
function refusalFor(book: ChatBook, conversationId: string): ConnectorAnswer | undefined {
  const conversation = book.findConversation(conversationId);
  if (!conversation) return teamsErrors.conversationNotFound();
  if (conversation.isInstalled) return undefined;
  return conversation.type === 'personal' ? teamsErrors.writesBlocked() : teamsErrors.botNotInRoster();
}
