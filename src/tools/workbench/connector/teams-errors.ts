import type { ConnectorAnswer } from './types.ts';

/** Errors in the shapes that Teams really sends (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages). */

const named = (status: number, code: string, message: string): ConnectorAnswer => ({
  status,
  body: { error: { code, message } },
});

/** The odd one: the code stands in a JSON text inside the JSON. */
const nested = (subCode: string, details: string): ConnectorAnswer => ({
  status: 403,
  body: {
    errorCode: 209,
    message: JSON.stringify({ subCode, details, errorCode: null, errorSubCode: null }, undefined, 2),
  },
});

export const teamsErrors = {
  badArgument: (message: string) => named(400, 'Bad Argument', message),
  botNotRegistered: () => named(401, 'BotNotRegistered', 'No registered bot has been found with the bot id.'),
  appNotInstalled: () =>
    named(403, 'ForbiddenOperationException', 'The bot is not installed in the personal scope of the user.'),
  botNotInRoster: () => named(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  writesBlocked: () => nested('MessageWritesBlocked', 'Thread is not writeable.'),
  conversationNotFound: () => named(404, 'ConversationNotFound', 'Conversation not found.'),
  memberNotFound: () => named(404, 'MemberNotFoundInConversation', 'The specified member was not found.'),
  activityNotFound: () =>
    named(404, 'ActivityNotFoundInConversation', 'The specified activity was not found in the conversation.'),
  tooBig: () => named(413, 'MessageSizeTooBig', 'Message size too large.'),
  throttled: (retryAfterSeconds: number): ConnectorAnswer => ({
    ...named(429, 'Throttled', 'Too many requests.'),
    headers: { 'retry-after': String(retryAfterSeconds) },
  }),
  noSuchRoute: () => named(404, 'NotFound', 'The stub Connector has no such route; see connector/routes.ts.'),
};

const codes: Readonly<Record<number, string>> = {
  400: 'Bad Argument',
  401: 'BotNotRegistered',
  403: 'ForbiddenOperationException',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
};

/** What Teams answers with this status when a test scripts nothing closer. */
export function errorForStatus(status: number, code?: string): ConnectorAnswer {
  const word = code ?? codes[status] ?? 'ServiceError';
  if (word === 'MessageWritesBlocked') return teamsErrors.writesBlocked();
  return named(status, word, `${word} (scripted)`);
}
