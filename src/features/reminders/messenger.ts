import type { Message } from '../../core/card.ts';
import type { Conversation } from '../people/person.ts';

/**
 * What became of one POST to Teams. Posting has no idempotency key, so `unknown` is an honest answer: the message may or may
 * not have arrived.
 */
export type SendResult =
  | { outcome: 'sent'; activityId: string }
  /** Surely not processed: 412 (`failed`), 503 (`overloaded`), DNS, refused, 429 (`throttled`, which is not recorded as a failure), 401 for a token that Teams had taken (the same). */
  | { outcome: 'try-later'; reason: string; because: TryLaterCause; retryAfterMs?: number }
  /** Teams will never take it: 400, 403, 404, 413. `reason` is Teams' own error code. */
  | { outcome: 'rejected'; reason: string; isUnreachable: boolean }
  /** 401, or no token to be had: it is us, not the person. */
  | { outcome: 'not-authorised'; reason: string }
  /** 500, 502, 504, a reset or timeout after the write. */
  | { outcome: 'unknown'; reason: string };

/** Why Teams did not take it: what is counted, and how soon it is given up, hangs on it. `throttled`: Teams asked us to wait or could not be reached, or no slot came in time. */
export type TryLaterCause = 'failed' | 'overloaded' | 'throttled';

/**
 * Teams' word for an app that an administrator has shut off, for the whole organisation or for this person: Teams does not say which. The
 * person has done nothing, and the chat is not marked: what comes due when the app is back goes out as before.
 */
export const disabledByAdmin = 'BotDisabledByAdmin';

/**
 * The reason of a 403 or 404 for which Teams gave no word that is known. It happens to anybody at random, as when Teams is ill, so it closes
 * no chat; the message is refused all the same. Source: MicrosoftDocs/msteams-docs 9561, microsoft/BotFramework-Services 200 and 349.
 */
export const unexplained = (status: 403 | 404, word: string | undefined): string =>
  word === undefined ? `http-${status}` : `http-${status}-${word}`;
export const isUnexplained = (reason: string | undefined): boolean => /^http-40[34]\b/.test(reason ?? '');

/** A refusal that says nothing of the chat, which stays open: it may be over with the next message. */
export const mayPass = (reason: string): boolean => reason === disabledByAdmin || isUnexplained(reason);

/** Teams' words for a chat that cannot be written in: all that have been seen. Where it can again, the person has come back. */
export const closedChatWords = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
] as const;

export type OpenResult = { outcome: 'opened'; conversation: Conversation } | Exclude<SendResult, { outcome: 'sent' }>;

/** Sends a message that nobody asked for just now. Never throws, never retries by itself. */
export type Messenger = {
  /** One POST. The deadline is the implementation's (10 s). */
  send(conversation: Conversation, message: Message): Promise<SendResult>;
  /** Puts another card in place of one already sent (a PUT, idempotent). Updates in one conversation keep their order. */
  update(conversation: Conversation, activityId: string, message: Message): Promise<SendResult>;
  /** Opens the private chat with somebody who has not written yet. Works only where the app is installed. */
  open(aadObjectId: string): Promise<OpenResult>;
};

/** Waits until a job may send one message: at most 40 a second over all replicas. `given-up` when none came in time. */
export type Pacing = { waitForSlot(): Promise<'go' | 'given-up'> };
