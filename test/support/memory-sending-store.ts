import { Failure } from '../../src/core/failure.ts';
import { newId } from '../../src/core/ids.ts';
import type { Versioned } from '../../src/core/versioned.ts';
import type { SendingState, SendingStore } from '../../src/features/reminders/sending-store.ts';

/** SendingStore in memory, with the behaviour of `sendingTable`. */
export function memorySendingStore(): SendingStore {
  let stored: Versioned<SendingState> | undefined;
  return {
    get: async () => stored && { ...stored, value: { ...stored.value } },
    async create(state) {
      if (stored) throw new Failure('conflict', 'the row exists');
      stored = { value: state, etag: newId() };
    },
    async replace(state, etag) {
      if (stored?.etag !== etag) throw new Failure('conflict', 'the etag is stale');
      stored = { value: state, etag: newId() };
    },
  };
}
