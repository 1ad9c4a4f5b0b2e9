import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { type Connector, createConnector } from '../../../src/outbound/teams/connector.ts';
import { type ConnectorHttp, createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../../src/outbound/teams/messenger.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;
let teams: StubServer;
let foreign: StubServer;
let http: ConnectorHttp;
let connector: Connector;

beforeEach(async () => {
  [teams, foreign] = await Promise.all([startStubServer(), startStubServer()]);
  http = createConnectorHttp({ serviceOrigins: [teams.origin] });
  connector = createConnector({ http, token: { authorization: async () => 'Bearer ours', forget: () => {} } });
});
afterEach(async () => {
  http.close();
  await Promise.all([teams.stop(), foreign.stop()]);
});

const messenger = () =>
  createTeamsMessenger({
    ...{ connector, clock: systemClock, appId: 'app', tenantId: 'tenant', deadlineMs: 500 },
    defaultServiceUrl: `${teams.origin}/teams/`,
  });
const chat = (serviceUrl: string) => ({
  ...{ conversationId: 'a:1', serviceUrl, tenantId: 'tenant', botId: '28:app', state: 'open' as const },
});
const hostOf = (origin: string) => origin.replace('http://', '');

/** Every way that we know of to write an address that one reader takes for ours and another for somebody else's. */
const tricks: readonly ((foreignHost: string, ours: string) => string)[] = [
  (host) => `http://${host}/`,
  (host) => `https://${host}/`,
  (host) => `http://${host.replace('127.0.0.1', 'localhost')}/`,
  (host) => `http://${host.replace('127.0.0.1', '[::1]')}/`,
  (host) => `http://${host.replace('127.0.0.1', '2130706433')}/`,
  (host, ours) => `http://${ours}@${host}/`,
  (host, ours) => `http://${ours}:443@${host}/`,
  (host, ours) => `http://${ours}%40${host}/`,
  (host, ours) => `http://${host}/${ours}/`,
  (host, ours) => `http://${host}\\@${ours}/`,
  (host, ours) => `http://${host}#@${ours}/`,
  (host, ours) => `http://${host}?@${ours}/`,
  (host, ours) => `http://${ours}.${host}/`,
  (host) => `http:/\t/${host}/`,
  (host) => ` http://${host}/`,
  (host) => `//${host}/`,
  (host) => `HTTP://${host}/`,
  (host) => `ftp://${host}/`,
  (host) => `javascript:fetch('http://${host}')`,
  (host) => `http://${host}\r\nHost: ${host}/`,
];

describe('an address that is not ours', () => {
  test.each(tricks)('gets no connection, in whatever way it is written (%#)', async (write) => {
    const serviceUrl = write(hostOf(foreign.origin), hostOf(teams.origin));
    const stored = chat(serviceUrl);
    expect(await messenger().send(stored, message)).toMatchObject({ outcome: 'rejected' });
    expect(await messenger().update(stored, 'card', message)).toMatchObject({ outcome: 'rejected' });
    expect([foreign.connections(), teams.connections()]).toEqual([0, 0]);
  });

  test('gets none when it comes in the answer of Teams itself, and is kept', async () => {
    teams.answer((response) => response.writeHead(201).end(JSON.stringify({ id: 'a:1', serviceUrl: foreign.origin })));
    const opened = await messenger().open('aad-kari');
    if (opened.outcome !== 'opened') throw new Error('the chat was not opened');
    expect(await messenger().send(opened.conversation, message)).toMatchObject({ outcome: 'rejected' });
    expect(foreign.connections()).toBe(0);
  });

  test.each([301, 302, 303, 307, 308])('gets none when Teams points to it (%i)', async (status) => {
    teams.answer((response) => response.writeHead(status, { location: `${foreign.origin}/v3` }).end());
    expect((await messenger().send(chat(teams.origin), message)).outcome).not.toBe('sent');
    expect(foreign.connections()).toBe(0);
    expect(teams.received).toHaveLength(1);
  });
});

test.each([(origin: string) => ` ${origin}/`, (origin: string) => `${origin.replace('http', 'HTTP')}/`])(
  'ours gets the message also when it is spelled oddly (%#)',
  async (write) => {
    expect(await messenger().send(chat(write(teams.origin)), message)).toMatchObject({ outcome: 'sent' });
    expect(teams.received).toHaveLength(1);
  },
);

test.each([(host: string) => ` https://${host}/`, (host: string) => `HTTPS://${host}/`])(
  'ours over TLS gives an outcome and no error when it is spelled oddly (%#)',
  async (write) => {
    const host = hostOf(teams.origin);
    const secure = createConnectorHttp({ serviceOrigins: [`https://${host}`] });
    const request = { method: 'POST', url: write(host), headers: {}, deadlineMs: 500 } as const;
    // The stub speaks no TLS, so nothing is written.
    expect(await secure.send(request)).toMatchObject({ outcome: 'not-sent' });
    expect(teams.received).toEqual([]);
    secure.close();
  },
);

test('ours gets the message and the token', async () => {
  expect(await messenger().send(chat(`${teams.origin}/emea/`), message)).toMatchObject({ outcome: 'sent' });
  expect(teams.received[0]?.headers.authorization).toBe('Bearer ours');
});
