/** A pointer to work: ids only, never a name and never content. */
export type WorkPointer =
  | { kind: 'reminder'; personId: string; dueOn: string }
  | { kind: 'digest'; personId: string; period: string }
  /** Somebody who answers for texts has something to see to. */
  | { kind: 'owner-card'; personId: string; period: string }
  /** A leader has asked somebody to follow the units meanwhile, or has ended it. */
  | { kind: 'delegation'; personId: string; leaderId: string }
  /** The card that a group shares may have to show something new. */
  | { kind: 'group-card'; sessionId: string }
  /** A group session has ended: who was there gets the module. */
  | { kind: 'attendance'; sessionId: string };

/** At-least-once, unordered: whoever handles a pointer must be able to meet it twice. */
export type WorkQueue = {
  /** `delayMs` keeps it hidden for a while. */
  send(pointer: WorkPointer, delayMs?: number): Promise<void>;
  /** How many messages it holds, hidden ones and those in hand too: rather too many than too few. */
  count(): Promise<number>;
};

/**
 * One message in hand, hidden from others for the time that the source gives (at least two minutes). It comes back by itself
 * unless it is completed or parked. All three are fine when the message is gone, or somebody else has it by now.
 */
export type WorkItem = {
  /** As it lies in the queue, unchecked: JSON of a pointer, or anything. */
  text: string;
  complete(): Promise<void>;
  /** Gives it back, hidden for `delayMs` (0: at once), with `text` in place of what it held. */
  release(delayMs: number, text?: string): Promise<void>;
  /** Moves it to the queue of parked messages with a reason (a word, no content). It never comes back by itself. */
  park(reason: string): Promise<void>;
};

/** The reading end of the WorkQueue. */
export type WorkSource = {
  /** Up to `limit` (at most 32) visible messages; empty when there are none now. Does not wait for more. */
  receive(limit: number): Promise<readonly WorkItem[]>;
};
