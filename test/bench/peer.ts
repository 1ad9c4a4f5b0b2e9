import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../src/core/clock.ts';
import { createTokenIssuer } from '../../src/tools/workbench/token-issuer.ts';
import { messageActivity, tenantId } from '../inbound/bot/activities.ts';

/**
 * The other side of the benchmarks, in a process of its own: key server, Connector and load. The measured process then holds
 * the service and nothing else.
 */
export type LoadOrder = { url: string; text: string; turns: number; atOnce: number; people: number };
export type PeerMessage = { kind: 'ready'; url: string } | { kind: 'done'; ms: number; failed: number };

const appId = '11111111-0000-4000-8000-0000000000aa';
const issuer = await createTokenIssuer({ appId, clock: systemClock });

const server = http.createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  if (request.url === '/.well-known/openidconfiguration') {
    return void response.end(JSON.stringify(issuer.openIdConfiguration(baseUrl)));
  }
  if (request.url === '/.well-known/keys') return void response.end(JSON.stringify(issuer.jwks()));
  response.end('{"id":"1"}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const token = await issuer.sign({ serviceUrl: `${baseUrl}/`, expiresInSeconds: 3600 });

let turnCount = 0;

function post(url: string, body: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'content-length': Buffer.byteLength(body),
    };
    const call = http.request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', reject);
    call.end(body);
  });
}

function bodyOf(order: LoadOrder): string {
  turnCount += 1;
  const person = turnCount % order.people;
  return JSON.stringify(
    messageActivity(order.text, {
      id: `bench-${turnCount}`,
      serviceUrl: `${baseUrl}/`,
      from: { id: `29:${person}`, aadObjectId: `00000000-0000-4000-8000-${String(person).padStart(12, '0')}` },
      conversation: { id: `a:${person}`, conversationType: 'personal', tenantId },
    }),
  );
}

async function load(order: LoadOrder): Promise<{ ms: number; failed: number }> {
  let left = order.turns;
  let failed = 0;
  // Of this load alone: a connection that was idle while others were measured may be closed by the service at the moment of its next use.
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      if ((await post(`${order.url}/api/messages`, bodyOf(order), agent)) !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: order.atOnce }, worker));
  const ms = performance.now() - begun;
  agent.destroy();
  return { ms, failed };
}

process.on('message', async (order: LoadOrder) => process.send?.({ kind: 'done', ...(await load(order)) }));
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready', url: baseUrl });
