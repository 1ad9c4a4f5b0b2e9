import type { Message } from '../../core/card.ts';
import type { FileInfo } from '../../core/file-card.ts';
import type { Conversation } from '../people/person.ts';

/** What is said in a private chat around a file. Never throws. */
export type FileChat = {
  /**
   * Takes away the card that asked. `gone`: it was not there any more, so somebody else has taken it. `not-known`: it may still stand there.
   */
  takeAway(conversation: Conversation, activityId: string): Promise<'taken' | 'gone' | 'not-known'>;
  /** Says what came of it: the file that is there, or a card. `reason` is Teams' own word or a kind of failure. */
  say(conversation: Conversation, what: FileInfo | Message): Promise<SayResult>;
};

export type SayResult = { outcome: 'said' } | { outcome: 'not-said'; reason: string };
