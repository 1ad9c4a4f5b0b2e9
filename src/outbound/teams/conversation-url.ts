import type { Conversation } from '../../features/people/person.ts';

/** Where the Connector keeps a conversation. */
export function conversationUrl({ serviceUrl, conversationId }: Pick<Conversation, 'serviceUrl' | 'conversationId'>) {
  return `${withoutSlash(serviceUrl)}/v3/conversations/${encodeURIComponent(conversationId)}`;
}

export const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
