import type { ContentChange } from './content-change.ts';

/** What was changed in the chat. Every call may throw Failure `unavailable` or `throttled`. */
export type ContentStore = {
  /**
   * All there is, each subject's oldest first: some hundred rows in a year. A row that cannot be read is told and left out: the other
   * subjects are sound.
   */
  list(tellUnreadable?: () => void): AsyncIterable<ContentChange>;
  /** The changes of one subject, oldest first. */
  listOf(subject: string): AsyncIterable<ContentChange>;
  /** As number `place` of its subject, from 0. Throws Failure `conflict` when that place is taken: somebody was first. */
  append(change: ContentChange, place: number): Promise<void>;
};
