/** A pointer to work: ids only, never a name and never content. */
export type WorkPointer =
  | { kind: 'reminder'; personId: string; dueOn: string }
  | { kind: 'digest'; personId: string; period: string };

/** At-least-once, unordered: whoever handles a pointer must be able to meet it twice. */
export type WorkQueue = {
  /** `delayMs` keeps it hidden for a while. */
  send(pointer: WorkPointer, delayMs?: number): Promise<void>;
};
