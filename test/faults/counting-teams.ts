import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A Teams that only counts: how many POSTs came for each conversation, and when. Answers after up to 15 ms. */
export async function startCountingTeams() {
  const posts = new Map<string, number>();
  const timesMs: number[] = [];
  const server = createServer(async (request, response) => {
    const conversationId = (request.url ?? '').slice(1);
    posts.set(conversationId, (posts.get(conversationId) ?? 0) + 1);
    timesMs.push(Date.now());
    await setTimeout(timesMs.length % 16);
    response.writeHead(201).end('{"id":"a"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, posts },
    total: () => timesMs.length,
    /** The most POSTs within any second. */
    peakPerSecond: () =>
      Math.max(0, ...timesMs.map((from) => timesMs.filter((at) => at >= from && at < from + 1000).length)),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
