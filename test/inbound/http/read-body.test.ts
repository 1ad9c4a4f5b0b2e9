import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { gateLimits, readBody, throwAway } from '../../../src/inbound/http/gate.ts';
import { isRefusal } from '../../../src/inbound/http/refusal.ts';

const limits = { ...gateLimits, maxBodyBytes: 100 };
/** As Node gives it: the bytes of one packet, in memory of their own. */
const packet = (bytes: Uint8Array): Buffer => Buffer.from(new Uint8Array(bytes).buffer);

async function read(packets: readonly Buffer[]) {
  const request = new IncomingMessage(new Socket());
  const body = readBody(request, limits);
  for (const one of packets) request.push(one);
  request.push(null);
  return body;
}

describe('a body', () => {
  test('is the same text wherever it was cut into packets', async () => {
    const bytes = Buffer.from('{"text":"blåmerker 👧"}');
    for (let at = 1; at < bytes.length; at += 1) {
      const body = await read([packet(bytes.subarray(0, at)), packet(bytes.subarray(at))]);
      expect(body).toBe('{"text":"blåmerker 👧"}');
    }
  });

  test('that ends in the middle of a letter ends with the mark for what cannot be read', async () => {
    expect(await read([packet(Buffer.from('å').subarray(0, 1))])).toBe('\ufffd');
  });

  test('gives the memory of each packet back as soon as it is read, also of what comes after the limit', async () => {
    const packets = [60, 60, 60].map((length) => packet(Buffer.alloc(length, 'x')));
    const body = await read(packets);
    expect(typeof body === 'object' && isRefusal(body) && body.status).toBe(413);
    await expect.poll(() => packets.map(({ length }) => length)).toEqual([0, 0, 0]);
  });

  test('that nobody wants is thrown away, and its memory is given back', async () => {
    const request = new IncomingMessage(new Socket());
    throwAway(request);
    const packets = [60, 60].map((length) => packet(Buffer.alloc(length, 'x')));
    for (const one of packets) request.push(one);
    await expect.poll(() => packets.map(({ length }) => length)).toEqual([0, 0]);
  });

  test('leaves memory alone that others share', async () => {
    const shared = Buffer.from('abcdef');
    const part = shared.subarray(0, 3);
    expect(await read([part])).toBe('abc');
    expect(part.toString()).toBe('abc');
  });
});
