import { isFailure } from '../../core/failure.ts';
import type { Versioned } from '../../core/versioned.ts';
import { withLocale } from '../../features/people/message-locale.ts';
import { type Conversation, conversationSchema } from '../../features/people/person.ts';
import { conversationRow } from '../../features/people/person-rows.ts';
import { createRow, type PersonStore, replaceRow } from '../../features/people/person-store.ts';
import type { Turn } from './turn.ts';

/**
 * Keeps the address of a person's private chat, and the language of their Teams. Teams' install events come twice, or not at all, so every private turn may tell
 * us; written only when something changed. Never called for the guide, which leaves no trace.
 */
export async function rememberConversation(
  people: PersonStore,
  personId: string,
  stored: Versioned<Conversation> | undefined,
  turn: Turn,
): Promise<void> {
  const current = readPrivateChat(turn, stored);
  if (!current || turn.conversation.kind !== 'personal' || (stored && isSame(stored.value, current))) return;
  const write = stored ? replaceRow(conversationRow, current, stored.etag) : createRow(conversationRow, current);
  try {
    await people.commit({ personId, writes: [write] });
  } catch (error) {
    // Another turn of the same person wrote the same address a moment ago.
    if (!isFailure(error, 'conflict')) throw error;
  }
}

/** With the language of this turn's client, else of the last one that told any. */
export function readPrivateChat(turn: Turn, stored: Versioned<Conversation> | undefined): Conversation | undefined {
  const chat = readConversation(turn);
  return chat && withLocale(chat, turn.clientLocale ?? stored?.value.locale);
}

/** `undefined` when a part is missing: such a row could not be read again, and the person would be nobody from then on. */
export function readConversation({ conversation, botId }: Turn): Conversation | undefined {
  const { conversationId, serviceUrl, tenantId } = conversation;
  return conversationSchema.safeParse({ conversationId, serviceUrl, tenantId, botId, state: 'open' }).data;
}

function isSame(a: Conversation, b: Conversation): boolean {
  return (
    a.conversationId === b.conversationId &&
    a.serviceUrl === b.serviceUrl &&
    a.tenantId === b.tenantId &&
    a.botId === b.botId &&
    a.state === b.state &&
    a.locale === b.locale
  );
}
