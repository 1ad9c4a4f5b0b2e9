import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../src/core/clock.ts';
import type { Messenger, SendResult } from '../../../src/features/reminders/messenger.ts';
import { createAccessToken } from '../../../src/outbound/teams/access-token.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../../src/outbound/teams/messenger.ts';
import type { Fault } from '../../../src/tools/workbench/connector/faults.ts';
import { createStubConnector } from '../../../src/tools/workbench/connector/stub-connector.ts';
import { appId } from '../../support/service-environment.ts';
import type { TrialReport } from './trial-report.ts';

const tenantId = '11111111-0000-4000-8000-00000000beef';
const faults: readonly Fault[] = [
  ...[500, 502, 503, 504].map((status): Fault => ({ kind: 'status', status })),
  ...([{ kind: 'reset' }, { kind: 'drop-response' }, { kind: 'hang' }] as const),
];
const deadlineMs = 3_000;
/** A hidden retry would have come by then. */
const laterMs = 3_000;

type Outcome = SendResult['outcome'];

/** R5: whatever Teams does, one attempt is one POST, also a while later. Over a new connection and over one that is kept open. */
export async function onePostTrial(): Promise<readonly TrialReport[]> {
  const [spoken, silent] = await Promise.all([againstFaults(), againstSilence()]);
  const cases = [...spoken, silent];
  const more = cases.reduce((sum, { posts }) => sum + posts - 1, 0);
  const wrong = cases.filter(({ outcome, name }) => outcome !== (name === '503' ? 'try-later' : 'unknown')).length;
  return [
    {
      id: 'R5',
      did: 'one attempt each against 500, 502, 503, 504, reset, a lost answer, a hang, and a connection that is taken and never read',
      counted: `POSTs: ${cases.map(({ name, posts, outcome }) => `${name} ${posts} (${outcome})`).join(', ')}`,
      ...{ found: `${more} POSTs too many, ${wrong} misjudged`, holds: more === 0 && wrong === 0 },
    },
  ];
}

async function againstFaults(): Promise<{ name: string; posts: number; outcome: Outcome }[]> {
  const people = faults.map((_, index) => ({ personaId: `p${index}`, name: `Kari ${index}` }));
  const teams = await createStubConnector({ appId, tenantId, people: [...people, { personaId: 'first', name: 'F' }] });
  await teams.listen();
  const { messenger, close } = messengerTo(teams.serviceUrl);
  // A connection that is kept open is what most messages go over.
  await send(messenger, teams.serviceUrl, teams.book.personalChatOf('first').conversationId);
  const outcomes: { conversationId: string; name: string; outcome: Outcome }[] = [];
  for (const [index, fault] of faults.entries()) {
    const { conversationId } = teams.book.personalChatOf(`p${index}`);
    // For this one alone: on a busy machine the request before it may come after its own deadline.
    teams.script({ ...fault, path: new RegExp(encodeURIComponent(conversationId)) });
    const outcome = await send(messenger, teams.serviceUrl, conversationId);
    outcomes.push({ conversationId, outcome, name: fault.kind === 'status' ? `${fault.status}` : fault.kind });
  }
  await setTimeout(laterMs);
  close();
  await teams.close();
  return outcomes.map(({ conversationId, ...rest }) => ({ ...rest, posts: teams.requestsTo(conversationId).length }));
}

/** A server that takes the connection, lets the request be written, and says nothing at all. */
async function againstSilence(): Promise<{ name: string; posts: number; outcome: Outcome }> {
  const sockets: Socket[] = [];
  const written: Buffer[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('data', (bytes) => written.push(bytes)).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`;
  const { messenger, close } = messengerTo(serviceUrl);
  const outcome = await send(messenger, serviceUrl, 'a:chat');
  await setTimeout(laterMs);
  close();
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const requests = Buffer.concat(written).toString('latin1').split('POST /').length - 1;
  return { name: 'never read', posts: Math.max(requests, sockets.length), outcome };
}

function messengerTo(serviceUrl: string): { messenger: Messenger; close(): void } {
  const http = createConnectorHttp({ serviceOrigins: [new URL(serviceUrl).origin] });
  const connector = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
  const target = { appId, tenantId, defaultServiceUrl: serviceUrl, deadlineMs };
  return { messenger: createTeamsMessenger({ ...target, connector, clock: systemClock }), close: http.close };
}

async function send(messenger: Messenger, serviceUrl: string, conversationId: string): Promise<Outcome> {
  const chat = { conversationId, serviceUrl, tenantId, botId: `28:${appId}`, state: 'open' as const };
  const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const;
  return (await messenger.send(chat, { card, summary: 'x' })).outcome;
}
