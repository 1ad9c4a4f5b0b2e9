import type { FileInfo } from '../../core/file-card.ts';
import type { Conversation } from '../people/person.ts';

/** What is said in a private chat around a file. Never throws. */
export type FileChat = {
  /**
   * Takes away the card that asked. `gone`: it was not there any more, so somebody else has taken it. `not-known`: it may still stand there.
   */
  takeAway(conversation: Conversation, activityId: string): Promise<'taken' | 'gone' | 'not-known'>;
  /** Shows a file that is there. `reason` is Teams' own word or a kind of failure. */
  show(
    conversation: Conversation,
    file: FileInfo,
  ): Promise<{ outcome: 'shown' } | { outcome: 'not-shown'; reason: string }>;
};
