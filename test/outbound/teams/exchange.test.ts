import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { exchange } from '../../../src/outbound/teams/exchange.ts';

type Handler = (response: http.ServerResponse, url: string | undefined) => void;

/** TLS with a key that both know, so that no certificate is needed. */
const shared = { ciphers: 'PSK', maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' } as const;
const psk = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const kinds = {
  http: {
    listen: (handle: http.RequestListener): http.Server => http.createServer(handle),
    connect: (): http.Agent => new http.Agent({ keepAlive: true, maxSockets: 1 }),
  },
  https: {
    listen: (handle: http.RequestListener): http.Server =>
      https.createServer({ ...shared, pskCallback: () => psk }, handle),
    connect: (): http.Agent =>
      new https.Agent({
        ...{ ...shared, keepAlive: true, maxSockets: 1, checkServerIdentity: () => undefined },
        pskCallback: () => ({ psk, identity: 'test' }),
      }),
  },
};
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function open(kind: keyof typeof kinds, handle: Handler) {
  const received: (string | undefined)[] = [];
  const server = kinds[kind].listen((request, response) => {
    received.push(request.url);
    handle(response, request.url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = kinds[kind].connect();
  ends.push(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const post = (path: string, deadlineMs = 5_000) =>
    exchange({ method: 'POST', url: `${kind}://127.0.0.1:${port}${path}`, headers: {}, body: '{}', deadlineMs }, agent);
  return { received, post };
}

describe.each(['http', 'https'] as const)('a request over %s that waited for a connection in use', (kind) => {
  test('and was then cut off may have arrived', async () => {
    const { post, received } = await open(kind, (response, url) => {
      if (url === '/nudge') response.destroy();
      else response.end('{}');
    });
    const [first, second] = await Promise.all([post('/first'), post('/nudge')]);
    expect(first).toMatchObject({ outcome: 'answered', status: 200 });
    expect(second).toEqual({ outcome: 'no-answer', reason: 'econnreset' });
    expect(received).toEqual(['/first', '/nudge']);
  });

  test('and is never answered may have arrived', async () => {
    const { post, received } = await open(kind, (response, url) => {
      if (url !== '/nudge') response.end('{}');
    });
    const [, second] = await Promise.all([post('/first'), post('/nudge', 300)]);
    expect(second).toEqual({ outcome: 'no-answer', reason: 'deadline' });
    expect(received).toEqual(['/first', '/nudge']);
  });

  test('and got none in time was surely not sent', async () => {
    const { post, received } = await open(kind, () => {});
    const [, second] = await Promise.all([post('/first', 400), post('/nudge', 200)]);
    expect(second).toEqual({ outcome: 'not-sent', reason: 'deadline' });
    expect(received).toEqual(['/first']);
  });
});
