import { isFailure } from '../../core/failure.ts';
import { uninstalled } from '../people/app-need.ts';
import { withLocale } from '../people/message-locale.ts';
import type { Conversation } from '../people/person.ts';
import { conversationRow } from '../people/person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import { closedChatWords, isUnexplained, type Messenger, type OpenResult, type Pacing } from './messenger.ts';

export type AddressNeeds = { people: PersonStore; messenger: Messenger; pacing: Pacing };

export type AddressResult =
  | { outcome: 'found'; conversation: Conversation }
  /** No slot to open the chat came in time. */
  | { outcome: 'given-up' }
  | Exclude<OpenResult, { outcome: 'opened' }>;

/** Nobody has written, and there is no account to open a chat with. */
export const notInstalled = 'not-installed';
/** The chat is no more, and there is no account to open another with. */
const conversationGone = 'conversation-gone';

/** Of a chat that is closed, where no word was kept. */
const blocked = 'blocked';

/** Why something was rejected that somebody has not heard of, and may hear of when there is a chat to write in. */
const outOfReach: ReadonlySet<string | undefined> = new Set([
  ...closedChatWords,
  ...[blocked, notInstalled, conversationGone, uninstalled],
]);
export const wasOutOfReach = (reason: string | undefined): boolean => outOfReach.has(reason) || isUnexplained(reason);

/** `to-open`: nobody has written, and there is an account to open a chat with. What Teams answers then is not known before. */
export type Chat = 'open' | 'to-open' | 'none';

export function chatOf(stored: Conversation | undefined, aadObjectId: string | undefined): Chat {
  if (stored) return stored.state === 'open' ? 'open' : 'none';
  return aadObjectId === undefined ? 'none' : 'to-open';
}

/** Pure: whether there is a chat to write in, or one that can be opened. */
export const isReachable = (stored: Conversation | undefined, aadObjectId: string | undefined): boolean =>
  chatOf(stored, aadObjectId) !== 'none';

/** Pure: whether what was refused for this reason may be told now. A chat that could not be opened is tried again only where Teams did not say why. */
export const mayBeTold = (reason: string | undefined, chat: Chat): boolean =>
  chat === 'open' ? wasOutOfReach(reason) : chat === 'to-open' && isUnexplained(reason);

/**
 * The private chat with a person; opened first when nobody has written yet. Opening twice gives the same chat. `opened`: it was not there, is now
 * kept, and may have taken as long as waiting for a slot does.
 */
export async function findAddress(
  needs: AddressNeeds,
  personId: string,
  aadObjectId: string | undefined,
): Promise<AddressResult | { outcome: 'opened' }> {
  const stored = await needs.people.get(personId, conversationRow);
  if (!stored) {
    const address = await openAddress(needs, personId, aadObjectId);
    return address.outcome === 'found' ? { outcome: 'opened' } : address;
  }
  if (stored.value.state === 'open') return { outcome: 'found', conversation: stored.value };
  return { outcome: 'rejected', reason: stored.value.reason ?? blocked, isUnreachable: true };
}

/** Opens the chat, and keeps its address in place of `gone` when that one is still stored. */
export async function openAddress(
  needs: AddressNeeds,
  personId: string,
  aadObjectId: string | undefined,
  gone?: Conversation,
): Promise<AddressResult> {
  if (aadObjectId === undefined) {
    return { outcome: 'rejected', reason: gone ? conversationGone : notInstalled, isUnreachable: true };
  }
  if ((await needs.pacing.waitForSlot()) === 'given-up') return { outcome: 'given-up' };
  const opened = await needs.messenger.open(aadObjectId);
  if (opened.outcome !== 'opened') return opened;
  await keep(needs.people, personId, opened.conversation, gone);
  return { outcome: 'found', conversation: opened.conversation };
}

async function keep(people: PersonStore, personId: string, opened: Conversation, gone?: Conversation): Promise<void> {
  const stored = await people.get(personId, conversationRow);
  if (stored && stored.value.conversationId !== gone?.conversationId) return;
  const write = stored
    ? replaceRow(conversationRow, withLocale(opened, stored.value.locale), stored.etag)
    : createRow(conversationRow, opened);
  try {
    await people.commit({ personId, writes: [write] });
  } catch (error) {
    // The person wrote just now, and that turn kept the address.
    if (!isFailure(error, 'conflict')) throw error;
  }
}

/** Marks the chat as closed to us, unless the person has come back through another one meanwhile. */
export async function blockAddress(
  people: PersonStore,
  personId: string,
  tried: Conversation | undefined,
  reason: string,
): Promise<PersonWrite[]> {
  const stored = await people.get(personId, conversationRow);
  if (!tried || stored?.value.state !== 'open' || stored.value.conversationId !== tried.conversationId) return [];
  return [replaceRow(conversationRow, { ...stored.value, state: 'blocked', reason }, stored.etag)];
}
