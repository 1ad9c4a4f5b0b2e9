import { z } from 'zod';
import type { Versioned } from '../../core/versioned.ts';

/** Whether Undring may write to people on its own, who said so, and when. No row at all: nobody has ever stopped it. */
export const sendingStateSchema = z.object({
  state: z.enum(['running', 'stopped']),
  /** The personId. */
  by: z.string().min(1),
  at: z.coerce.date(),
});
export type SendingState = z.infer<typeof sendingStateSchema>;

/** One value, shared by all replicas. Calls may throw Failure `unavailable` or `throttled`. */
export type SendingStore = {
  get(): Promise<Versioned<SendingState> | undefined>;
  /** Throws Failure `conflict` when there is one. */
  create(state: SendingState): Promise<void>;
  /** Throws Failure `conflict` when the etag is stale. */
  replace(state: SendingState, etag: string): Promise<void>;
};
