import { describe, expect, test, vi } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import type { WorkItem, WorkPointer, WorkQueue, WorkSource } from '../../src/features/reminders/work-queue.ts';

export type OpenedWorkQueue = {
  work: WorkQueue & WorkSource;
  /** The same queue, whose messages stay hidden for a second only after being received. */
  impatient: WorkSource;
  /** The texts in the queue of parked messages. */
  parked(): Promise<readonly string[]>;
  /** Puts any text into the queue. */
  put(text: string): Promise<void>;
};

/** A hidden message comes back at a whole second. */
const soon = { timeout: 10_000, interval: 200 };
const eventually = (read: () => Promise<unknown>, wanted: unknown) =>
  vi.waitFor(async () => expect(await read()).toEqual(wanted), soon);

/** What every WorkQueue and its WorkSource do. */
export function workQueueContract(name: string, open: () => Promise<OpenedWorkQueue>): void {
  const pointer = (personId = newId()): WorkPointer => ({ kind: 'reminder', personId, dueOn: '2026-12-04' });
  const textsOf = (items: readonly WorkItem[]) => items.map(({ text }) => text);

  async function only(source: WorkSource): Promise<WorkItem> {
    const [item, ...others] = await source.receive(32);
    if (!item || others.length > 0) throw new Error(`expected one message, not ${others.length + (item ? 1 : 0)}`);
    return item;
  }

  /** Each test has its own queue, since they run side by side: most of their time is waiting for messages to come back. */
  const it = (sentence: string, run: (queue: OpenedWorkQueue) => Promise<void>) =>
    test.concurrent(sentence, async () => run(await open()));

  describe(`WorkQueue: ${name}`, () => {
    it('is empty at first, and does not wait', async ({ work }) => {
      expect(await work.receive(32)).toEqual([]);
    });

    it('gives a pointer as the JSON that was sent', async ({ work }) => {
      const sent = { ...pointer(), personId: 'åse <&> "\'' };
      await work.send(sent);
      expect(JSON.parse((await only(work)).text)).toEqual(sent);
    });

    it('gives at most as many as asked for, at most 32, and each to one receiver', async ({ work }) => {
      const sent = Array.from({ length: 40 }, () => pointer());
      await Promise.all(sent.map((each) => work.send(each)));
      expect(await work.receive(0)).toEqual([]);
      const few = await work.receive(3);
      const most = await work.receive(100);
      const rest = await work.receive(32);
      expect([few.length, most.length, rest.length]).toEqual([3, 32, 5]);
      expect(textsOf([...few, ...most, ...rest]).sort()).toEqual(sent.map((each) => JSON.stringify(each)).sort());
    });

    it('hides a received message from others', async ({ work }) => {
      await work.send(pointer());
      await only(work);
      expect(await work.receive(32)).toEqual([]);
    });

    it('gives a message again when nobody completed it in time', async ({ work, impatient }) => {
      await work.send(pointer());
      const first = await only(impatient);
      await eventually(async () => textsOf(await work.receive(1)), [first.text]);
    });

    it('never gives a completed message again, and is fine with completing twice', async ({ work, impatient }) => {
      await work.send(pointer());
      const item = await only(impatient);
      await item.complete();
      await item.complete();
      await work.send(pointer('later'), 2_000);
      await eventually(async () => textsOf(await work.receive(32)), [JSON.stringify(pointer('later'))]);
    });

    it('leaves a message alone that somebody else has by now', async ({ work, impatient }) => {
      await work.send(pointer());
      const slow = await only(impatient);
      await eventually(async () => textsOf(await impatient.receive(1)), [slow.text]);
      await slow.complete();
      await slow.release(0, 'from the slow one');
      await eventually(async () => textsOf(await work.receive(1)), [slow.text]);
    });

    it('gives a released message at once, with its new text', async ({ work }) => {
      await work.send(pointer());
      const text = JSON.stringify({ ...pointer('kari'), failures: 1 });
      await (await only(work)).release(0, text);
      const again = await only(work);
      expect(again.text).toBe(text);
      await again.release(0);
      expect((await only(work)).text).toBe(text);
    });

    it('hides a released and a delayed message for the delay', async ({ work }) => {
      await work.send(pointer('delayed'), 1_000);
      await work.send(pointer('released'));
      await (await only(work)).release(1_000);
      expect(await work.receive(32)).toEqual([]);
      const seen: string[] = [];
      const texts = [pointer('delayed'), pointer('released')].map((each) => JSON.stringify(each));
      await eventually(async () => seen.push(...textsOf(await work.receive(32))) && seen.sort(), texts);
    });

    it('counts what waits, what hides and what is in hand, and nothing that is completed or parked', async ({
      work,
    }) => {
      expect(await work.count()).toBe(0);
      for (let index = 0; index < 4; index += 1) await work.send(pointer());
      await work.send(pointer('hidden'), 60_000);
      expect(await work.count()).toBe(5);
      const [completed, released, parked] = await work.receive(3);
      expect(await work.count()).toBe(5);
      await completed?.complete();
      await released?.release(60_000);
      expect(await work.count()).toBe(4);
      await parked?.park('too-often');
      expect(await work.count()).toBe(3);
    });

    it('takes delays of weeks and of nothing', async ({ work }) => {
      await work.send(pointer('weeks'), 30 * 24 * 3_600_000);
      await work.send(pointer('nothing'), -5);
      expect((await only(work)).text).toContain('nothing');
    });

    it('parks a message with the reason and its ids, out of the way', async ({
      work,
      impatient,
      parked: readParked,
    }) => {
      await work.send(pointer('kari'));
      await (await only(impatient)).park('too-many-failures');
      const parked = (await readParked()).map((text) => JSON.parse(text));
      expect(parked).toEqual([
        { reason: 'too-many-failures', messageId: expect.any(String), pointer: pointer('kari') },
      ]);
      await work.send(pointer('later'), 2_000);
      await eventually(async () => textsOf(await work.receive(32)), [JSON.stringify(pointer('later'))]);
    });

    it('gives what is no pointer as it is, and parks nothing of its content', async ({
      work,
      parked: readParked,
      put,
    }) => {
      const texts = ['Kari Nordmann er bekymret', '{"kind":"reminder","name":"Kari Nordmann"}', '[1]', 'null'];
      for (const text of texts) await put(text);
      const items = await work.receive(32);
      expect(textsOf(items).sort()).toEqual([...texts].sort());
      for (const item of items) await item.park('Kari Nordmann: no pointer');
      const parked = await readParked();
      expect(parked).toHaveLength(texts.length);
      expect(parked.join()).not.toContain('Nordmann');
    });
  });
}
