import { beforeEach, describe, expect, it } from 'vitest';
import type { SendingState, SendingStore } from '../../src/features/reminders/sending-store.ts';

const stopped: SendingState = { state: 'stopped', by: 'unn', at: new Date('2026-11-23T09:00:00Z') };
const running: SendingState = { state: 'running', by: 'ali', at: new Date('2026-11-23T10:00:00Z') };

/** What every SendingStore does. `open` gives a new empty store. */
export function sendingStoreContract(name: string, open: () => Promise<SendingStore>): void {
  describe(`SendingStore: ${name}`, () => {
    let store: SendingStore;
    beforeEach(async () => {
      store = await open();
    });

    it('holds nothing before anybody has stopped it', async () => {
      expect(await store.get()).toBeUndefined();
    });

    it('gives back what was kept last', async () => {
      await store.create(stopped);
      const first = await store.get();
      expect(first?.value).toEqual(stopped);
      await store.replace(running, first?.etag ?? '');
      expect((await store.get())?.value).toEqual(running);
    });

    it('is created once, and not replaced by who has read an older one', async () => {
      await store.create(stopped);
      await expect(store.create(running)).rejects.toMatchObject({ kind: 'conflict' });
      const old = (await store.get())?.etag ?? '';
      await store.replace(running, old);
      await expect(store.replace(stopped, old)).rejects.toMatchObject({ kind: 'conflict' });
      expect((await store.get())?.value).toEqual(running);
    });
  });
}
