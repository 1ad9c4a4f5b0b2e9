import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { Conversation } from '../../../src/features/people/person.ts';
import type { Messenger, SendResult } from '../../../src/features/reminders/messenger.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../../src/outbound/teams/messenger.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const tenantId = '9b2f7c11-4f89-41d3-9a0c-0305e82c3302';
const message = {
  card: { type: 'AdaptiveCard' as const, version: '1.5', fallbackText: 'hei' },
  summary: 'Meldeplikt: 8 minutter igjen',
};

let teams: StubServer;
let messenger: Messenger;
let conversation: Conversation;
let forgotten: number;
const closers: (() => void)[] = [];

beforeEach(async () => {
  teams = await startStubServer();
  forgotten = 0;
  conversation = {
    conversationId: 'a:1/x',
    serviceUrl: `${teams.origin}/emea/`,
    tenantId,
    botId: `28:${appId}`,
    state: 'open',
  };
  messenger = createMessenger([teams.origin]);
});
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await teams.stop();
});

function createMessenger(
  serviceOrigins: string[],
  authorization: () => Promise<string> = async () => 'Bearer ours',
): Messenger {
  const http = createConnectorHttp({ serviceOrigins });
  closers.push(http.close);
  const token = {
    authorization,
    forget: () => {
      forgotten += 1;
    },
  };
  const connector = createConnector({ http, token });
  return createTeamsMessenger({
    connector,
    appId,
    tenantId,
    defaultServiceUrl: `${serviceOrigins[0]}/teams/`,
    clock: systemClock,
    deadlineMs: 1_000,
  });
}

describe('a message', () => {
  test('is one POST with card, summary and alert, and gives back the id of the activity', async () => {
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'sent', activityId: 'activity-1' });
    expect(teams.received).toMatchObject([
      {
        method: 'POST',
        url: '/emea/v3/conversations/a%3A1%2Fx/activities',
        headers: { authorization: 'Bearer ours', 'content-type': 'application/json; charset=utf-8' },
        body: {
          type: 'message',
          from: { id: `28:${appId}` },
          summary: message.summary,
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
          channelData: { notification: { alert: true } },
        },
      },
    ]);
  });

  test('that is accepted without a body is sent, only without an id', async () => {
    teams.answer((response) => response.writeHead(200).end());
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'sent', activityId: '' });
  });

  test('uses the connection again', async () => {
    for (let round = 0; round < 5; round += 1) await messenger.send(conversation, message);
    expect(teams.connections()).toBe(1);
  });
});

type Row = [status: number, body: string, expected: SendResult];
const error = (code: string) => JSON.stringify({ error: { code, message: 'en setning om Kari Nordmann' } });
const rejected = (reason: string, isUnreachable: boolean): SendResult => ({
  outcome: 'rejected',
  reason,
  isUnreachable,
});

const table: Row[] = [
  [200, '{"id":"a"}', { outcome: 'sent', activityId: 'a' }],
  [201, '{"id":"a"}', { outcome: 'sent', activityId: 'a' }],
  [202, '', { outcome: 'sent', activityId: '' }],
  [400, error('BadArgument'), rejected('BadArgument', false)],
  [401, error('BotNotRegistered'), { outcome: 'not-authorised', reason: 'BotNotRegistered' }],
  [401, '', { outcome: 'not-authorised', reason: 'http-401' }],
  [403, error('BotDisabledByAdmin'), rejected('BotDisabledByAdmin', false)],
  [
    403,
    '{"error":{"code":"ForbiddenOperationException","message":"{\\"subCode\\":\\"BotDisabledByAdmin\\"}"}}',
    rejected('BotDisabledByAdmin', false),
  ],
  [403, error('BotNotInConversationRoster'), rejected('BotNotInConversationRoster', true)],
  [403, error('ConversationBlockedByUser'), rejected('ConversationBlockedByUser', true)],
  [403, error('ForbiddenOperationException'), rejected('ForbiddenOperationException', true)],
  [403, error('NotEnoughPermissions'), rejected('NotEnoughPermissions', false)],
  [403, error('InvalidBotApiHost'), rejected('InvalidBotApiHost', false)],
  [
    403,
    '{"errorCode":209,"message":"{\\r\\n \\"subCode\\": \\"MessageWritesBlocked\\"}"}',
    rejected('MessageWritesBlocked', true),
  ],
  [403, '"{\\"errorCode\\":209,\\"message\\":\\"no\\"}"', rejected('MessageWritesBlocked', true)],
  [403, '{"error":{"message":"{\\"subCode\\":\\"SomethingNew\\"}"}}', rejected('http-403-SomethingNew', false)],
  [403, error('BadArgument'), rejected('http-403-BadArgument', false)],
  [403, '<html>no</html>', rejected('http-403', false)],
  [403, '{"error":{"code":"Kari Nordmann, f. 010190 12345"}}', rejected('http-403', false)],
  [404, error('ConversationNotFound'), rejected('ConversationNotFound', true)],
  [404, error('ActivityNotFoundInConversation'), rejected('ActivityNotFoundInConversation', false)],
  [404, '', rejected('http-404', false)],
  [405, '', rejected('http-405', false)],
  [408, '', { outcome: 'unknown', reason: 'http-408' }],
  [409, '', rejected('http-409', false)],
  [412, error('PreconditionFailed'), { outcome: 'try-later', reason: 'PreconditionFailed', because: 'failed' }],
  [413, error('MessageSizeTooBig'), rejected('MessageSizeTooBig', false)],
  [429, error('Throttled'), { outcome: 'try-later', reason: 'Throttled', because: 'throttled' }],
  [500, error('ServiceError'), { outcome: 'unknown', reason: 'ServiceError' }],
  [501, '', { outcome: 'unknown', reason: 'http-501' }],
  [502, '', { outcome: 'unknown', reason: 'http-502' }],
  [503, error('ServiceError'), { outcome: 'try-later', reason: 'ServiceError', because: 'overloaded' }],
  [504, '', { outcome: 'unknown', reason: 'http-504' }],
];

describe('one POST, and', () => {
  test.each(table)('%i %s is %o', async (status, body, expected) => {
    teams.answer((response) => response.writeHead(status).end(body));
    expect(await messenger.send(conversation, message)).toEqual(expected);
    expect(teams.received).toHaveLength(1);
    expect(forgotten).toBe(status === 401 ? 1 : 0);
  });

  test.each([
    ['7', 7000],
    ['0', 0],
    ['86400', 3_600_000],
    ['soon', undefined],
    ['Mon, 01 Jan 2001 00:00:00 GMT', 0],
  ])('Retry-After: %s is kept to an hour at most', async (header, expected) => {
    teams.answer((response) => response.writeHead(429, { 'retry-after': header }).end());
    expect(await messenger.send(conversation, message)).toEqual({
      outcome: 'try-later',
      reason: 'http-429',
      because: 'throttled',
      ...(expected !== undefined && { retryAfterMs: expected }),
    });
  });

  test('Retry-After as a date is counted from now', async () => {
    const date = new Date(Date.now() + 30_000).toUTCString();
    teams.answer((response) => response.writeHead(503, { 'retry-after': date }).end());
    const result = await messenger.send(conversation, message);
    expect(result.outcome === 'try-later' && result.retryAfterMs).toBeGreaterThan(28_000);
    expect(result.outcome === 'try-later' && result.retryAfterMs).toBeLessThanOrEqual(30_000);
  });

  test('no answer is unknown, within the deadline', async () => {
    teams.answer(() => {});
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'unknown', reason: 'deadline' });
    expect(teams.received).toHaveLength(1);
  });

  test('a body that never ends does not keep us: the status has decided', async () => {
    teams.answer((response) => response.writeHead(201).write('{"id":'));
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'sent', activityId: '' });
  });

  test.each([
    [201, { outcome: 'sent', activityId: '' }],
    [429, { outcome: 'try-later', reason: 'http-429', because: 'throttled' }],
    [401, { outcome: 'not-authorised', reason: 'http-401' }],
  ] as const)('a connection that breaks in the body does not hide that the status was %i', async (status, expected) => {
    teams.answer((response) => {
      response.writeHead(status, { 'content-length': '500' }).write('{"id":"a');
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    expect(await messenger.send(conversation, message)).toEqual(expected);
  });

  test('a body that is no HTTP does not hide the status', async () => {
    teams.answer((response) => {
      response.writeHead(201, { 'transfer-encoding': 'chunked' }).write('{"id":"a');
      setImmediate(() => response.socket?.write('not a chunk\r\n'));
    });
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'sent', activityId: '' });
  });

  test('a connection cut after the request is unknown', async () => {
    teams.answer((response) => response.destroy());
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'unknown', reason: 'econnreset' });
    expect(teams.received).toHaveLength(1);
  });
});

describe('when nothing can have arrived', () => {
  test('nobody listens: try later', async () => {
    const { origin } = teams;
    await teams.stop();
    expect(await createMessenger([origin]).send(conversation, message)).toEqual({
      outcome: 'try-later',
      reason: 'econnrefused',
      because: 'throttled',
    });
    teams = await startStubServer();
  });

  test('the name does not exist: try later', async () => {
    const nowhere = 'https://undring.invalid';
    const result = await createMessenger([nowhere]).send({ ...conversation, serviceUrl: nowhere }, message);
    expect(result).toMatchObject({ outcome: 'try-later' });
  });

  test('the other side does not speak TLS: try later', async () => {
    const https = teams.origin.replace('http:', 'https:');
    const result = await createMessenger([https]).send({ ...conversation, serviceUrl: https }, message);
    expect(result).toMatchObject({ outcome: 'try-later' });
    expect(teams.received).toEqual([]);
  });

  test('the other side never finishes the TLS handshake: try later at the deadline', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const https = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const result = await createMessenger([https]).send({ ...conversation, serviceUrl: https }, message);
    expect(result).toEqual({ outcome: 'try-later', reason: 'deadline', because: 'throttled' });
    silent.close();
  });

  test('no token is to be had: it is us, and Teams is not called', async () => {
    const tokenless = createMessenger([teams.origin], async () => {
      throw new Failure('unavailable', 'no token');
    });
    expect(await tokenless.send(conversation, message)).toEqual({ outcome: 'not-authorised', reason: 'no-token' });
    expect(teams.connections()).toBe(0);
  });
});

describe('a token that Teams does not take', () => {
  const refuse = () => teams.answer((response) => response.writeHead(401).end());

  test('though it took it before: the next call may go with a new one, so it says nothing of us', async () => {
    await messenger.send(conversation, message);
    refuse();
    const answers = await Promise.all([messenger.send(conversation, message), messenger.send(conversation, message)]);
    const later = { outcome: 'try-later', reason: 'http-401', because: 'throttled' };
    expect(answers).toEqual([later, later]);
    expect(forgotten).toBe(2);
  });

  test('again and again, though it is the same that it once took: it is us', async () => {
    await messenger.send(conversation, message);
    refuse();
    expect(await messenger.send(conversation, message)).toMatchObject({ outcome: 'try-later' });
    expect(await messenger.send(conversation, message)).toEqual({ outcome: 'not-authorised', reason: 'http-401' });
  });

  test('for one chat alone: that is no reason to stand still', async () => {
    teams.answer((response) => {
      if (teams.received.at(-1)?.url.includes('a%3A1')) response.writeHead(401).end();
      else response.writeHead(201).end('{"id":"a"}');
    });
    for (let round = 0; round < 3; round += 1) {
      expect(await messenger.send({ ...conversation, conversationId: 'b' }, message)).toMatchObject({
        outcome: 'sent',
      });
      expect(await messenger.send(conversation, message)).toMatchObject({ outcome: 'try-later', because: 'throttled' });
    }
  });

  test('though another call with it came through meanwhile, is not us', async () => {
    const other = { ...conversation, conversationId: 'b' };
    let refuseFirst = () => {};
    teams.answer((response) => {
      if (teams.received.at(-1)?.url.includes('a%3A1')) refuseFirst = () => response.writeHead(401).end();
      else response.writeHead(201).end('{"id":"a"}');
    });
    const first = messenger.send(conversation, message);
    await vi.waitUntil(() => teams.received.length === 1);
    expect(await messenger.send(other, message)).toMatchObject({ outcome: 'sent' });
    refuseFirst();
    expect(await first).toMatchObject({ outcome: 'try-later' });
  });

  test('and did not take when it was new: it is us', async () => {
    const tokens = ['Bearer a', 'Bearer b'];
    const renewed = createMessenger([teams.origin], async () => tokens[Math.min(forgotten, 1)] ?? '');
    await renewed.send(conversation, message);
    refuse();
    expect(await renewed.send(conversation, message)).toMatchObject({ outcome: 'try-later' });
    expect(await renewed.send(conversation, message)).toEqual({ outcome: 'not-authorised', reason: 'http-401' });
  });
});

describe('the token goes nowhere else', () => {
  test('a redirect is not followed', async () => {
    const foreign = await startStubServer();
    teams.answer((response) => response.writeHead(307, { location: `${foreign.origin}/v3` }).end());
    expect(await messenger.send(conversation, message)).toEqual(rejected('http-307', false));
    expect(foreign.connections()).toBe(0);
    await foreign.stop();
  });

  test.each([
    (origin: string) => origin,
    (origin: string) => origin.replace('127.0.0.1', 'localhost'),
    (origin: string) => origin.replace('//', '//smba.trafficmanager.net@'),
    () => 'http://169.254.169.254/metadata/',
    () => 'file:///etc/passwd',
    () => 'no address',
    () => '',
  ])('a stored address that is not allowed gets no connection and no token (%#)', async (poison) => {
    const foreign = await startStubServer();
    let asked = 0;
    const careful = createMessenger([teams.origin], async () => {
      asked += 1;
      return 'Bearer ours';
    });
    const result = await careful.send({ ...conversation, serviceUrl: poison(foreign.origin) }, message);
    expect(result).toEqual(rejected('service-host-not-allowed', false));
    expect({ asked, connections: foreign.connections() + teams.connections() }).toEqual({ asked: 0, connections: 0 });
    await foreign.stop();
  });
});

describe('an update', () => {
  test('is a PUT to the activity, without another alert', async () => {
    expect(await messenger.update(conversation, 'act 1', message)).toEqual({ outcome: 'sent', activityId: 'act 1' });
    expect(teams.received).toMatchObject([
      { method: 'PUT', url: '/emea/v3/conversations/a%3A1%2Fx/activities/act%201', body: { id: 'act 1' } },
    ]);
    expect(teams.received[0]?.body).not.toHaveProperty('channelData');
  });

  test('keeps its order in a conversation, also when the first is slow or fails; another conversation does not wait', async () => {
    const finished: string[] = [];
    const gate = Promise.withResolvers<void>();
    teams.answer(async (response, { body, url }) => {
      const name = `${url.includes('a%3A2') ? 'other' : 'own'} ${(body as { summary: string }).summary}`;
      if (name === 'own 1') await gate.promise;
      finished.push(name);
      response.writeHead(name === 'own 2' ? 500 : 200).end();
    });
    const own = ['1', '2', '3'].map((summary) => messenger.update(conversation, 'x', { ...message, summary }));
    await messenger.update({ ...conversation, conversationId: 'a:2' }, 'x', { ...message, summary: '1' });
    gate.resolve();
    expect((await Promise.all(own)).map(({ outcome }) => outcome)).toEqual(['sent', 'unknown', 'sent']);
    expect(finished).toEqual(['other 1', 'own 1', 'own 2', 'own 3']);
  });
});

describe('opening a chat', () => {
  test('names the person by the Entra id and the tenant, and gives back where to send', async () => {
    teams.answer((response) => response.writeHead(201).end('{"id":"a:new"}'));
    expect(await messenger.open('aad-kari')).toEqual({
      outcome: 'opened',
      conversation: {
        conversationId: 'a:new',
        serviceUrl: `${teams.origin}/teams/`,
        tenantId,
        botId: `28:${appId}`,
        state: 'open',
      },
    });
    expect(teams.received).toMatchObject([
      {
        method: 'POST',
        url: '/teams/v3/conversations',
        body: { members: [{ id: 'aad-kari' }], tenantId, channelData: { tenant: { id: tenantId } }, isGroup: false },
      },
    ]);
  });

  test('where the app is not installed is rejected', async () => {
    teams.answer((response) => response.writeHead(403).end(error('ForbiddenOperationException')));
    expect(await messenger.open('aad-kari')).toEqual(rejected('ForbiddenOperationException', true));
  });

  test('without an id in the answer is unknown', async () => {
    teams.answer((response) => response.writeHead(201).end('{}'));
    expect(await messenger.open('aad-kari')).toEqual({ outcome: 'unknown', reason: 'no-conversation-id' });
  });
});
