import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStubConnector, type StubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';

type Received = { activity: Record<string, unknown> & { type: string; id: string }; authorization: string };

const card = (title: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: title }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Ja',
      verb: 'echo.yes',
      data: { a: 1 },
      fallback: { type: 'Action.Submit', title: 'Ja', data: { verb: 'echo.yes', a: 1 } },
    },
  ],
});
const message = (title: string) => ({
  type: 'message',
  summary: title,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(title) }],
});

let bot: Server;
let teams: StubConnector;
let received: Received[];
let answer: (activity: Received['activity']) => { status: number; body?: unknown };
let nowMs: number;

beforeEach(async () => {
  received = [];
  nowMs = 1_000_000;
  answer = () => ({ status: 200 });
  bot = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const activity = JSON.parse(text);
    received.push({ activity, authorization: request.headers.authorization ?? '' });
    const { status, body } = answer(activity);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  teams = await createStubConnector({
    appId: 'app-1',
    tenantId: 'tenant-1',
    botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`,
    people: [
      { personaId: 'kari', name: 'Kari Solberg' },
      { personaId: 'ola', name: 'Ola Vik', hasApp: false },
    ],
    shared: [
      { type: 'groupChat', name: 'Avdeling Blåklokka', memberIds: ['kari', 'ola'] },
      { type: 'channel', name: 'Felles', memberIds: ['kari', 'ola'] },
    ],
    monotonicMs: () => nowMs,
  });
  await teams.listen();
});

afterEach(async () => {
  await teams.close();
  await new Promise((resolve) => bot.close(resolve));
});

const call = (method: string, path: string, body?: unknown) =>
  fetch(`${teams.serviceUrl}v3/conversations${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
const chatOf = (personaId: string) => encodeURIComponent(teams.book.personalChatOf(personaId).conversationId);
const sharedChat = (type: string) => {
  const [found] = teams.book.state.conversations.filter((each) => each.type === type);
  return found?.conversationId ?? '';
};

describe('what the bot may ask', () => {
  test('a private chat is opened by Entra object id, twice the same, and only with the app installed', async () => {
    const [kari, ola] = teams.people;
    const open = (id?: string) => call('POST', '', { isGroup: false, members: [{ id }], tenantId: 'tenant-1' });
    const first = await open(kari?.aadObjectId);
    expect(first.status).toBe(201);
    expect((await first.json()).id).toBe((await (await open(kari?.teamsId)).json()).id);
    const refused = await open(ola?.aadObjectId);
    expect(refused.status).toBe(403);
    expect((await refused.json()).error.code).toBe('ForbiddenOperationException');
  });

  test('a message is sent, changed and deleted', async () => {
    const sent = await call('POST', `/${chatOf('kari')}/activities`, message('Hei'));
    const { id } = await sent.json();
    expect(sent.status).toBe(201);
    expect((await call('PUT', `/${chatOf('kari')}/activities/${id}`, message('Hei igjen'))).status).toBe(200);
    expect(teams.lastCard('kari')).toMatchObject({ activityId: id, summary: 'Hei igjen' });
    expect((await call('DELETE', `/${chatOf('kari')}/activities/${id}`)).status).toBe(200);
    expect(teams.messagesTo('kari')).toEqual([]);
    const gone = await call('PUT', `/${chatOf('kari')}/activities/${id}`, message('Hei'));
    expect([gone.status, (await gone.json()).error.code]).toEqual([404, 'ActivityNotFoundInConversation']);
  });

  test('after the app is taken away the refusal hides its code in a text, as in Teams', async () => {
    await teams.uninstall('kari');
    const refused = await call('POST', `/${chatOf('kari')}/activities`, message('Hei'));
    const body = await refused.json();
    expect([refused.status, body.errorCode]).toEqual([403, 209]);
    expect(JSON.parse(body.message).subCode).toBe('MessageWritesBlocked');
  });

  test('members come whole, paged and one by one', async () => {
    const group = encodeURIComponent(sharedChat('groupChat'));
    expect(await (await call('GET', `/${group}/members`)).json()).toHaveLength(2);
    const page = await (await call('GET', `/${group}/pagedmembers?pageSize=1`)).json();
    expect(page.members).toHaveLength(1);
    const next = await call('GET', `/${group}/pagedmembers?pageSize=1&continuationToken=${page.continuationToken}`);
    expect((await next.json()).members[0].name).toBe('Ola Vik');
    const one = await call('GET', `/${group}/members/${teams.people[0]?.aadObjectId}`);
    expect(await one.json()).toMatchObject({ givenName: 'Kari', surname: 'Solberg', tenantId: 'tenant-1' });
  });

  test('too large, empty and unknown are refused with the right codes', async () => {
    const send = async (body: unknown) => (await call('POST', `/${chatOf('kari')}/activities`, body)).status;
    expect(await send({ type: 'message', text: 'x'.repeat(60_000) })).toBe(413);
    expect(await send({ type: 'message' })).toBe(400);
    expect((await call('POST', '/a:unknown/activities', message('Hei'))).status).toBe(404);
  });
});

describe('limits', () => {
  const send = async (): Promise<[number, string | null]> => {
    const response = await call('POST', `/${chatOf('kari')}/activities`, message('Hei'));
    return [response.status, response.headers.get('retry-after')];
  };

  test('7 in one second, 8 in two, then 429 with the seconds to wait', async () => {
    for (let sent = 0; sent < 7; sent += 1) expect((await send())[0]).toBe(201);
    expect(await send()).toEqual([429, '1']);
    nowMs += 1_000;
    expect((await send())[0]).toBe(201);
    expect(await send()).toEqual([429, '1']);
    nowMs += 1_000;
    expect((await send())[0]).toBe(201);
  });

  test('60 in half a minute', async () => {
    for (let sent = 0; sent < 60; sent += 1) {
      expect((await send())[0]).toBe(201);
      nowMs += 300;
    }
    expect(await send()).toEqual([429, '12']);
  });

  test('50 a second for the whole tenant', async () => {
    const statuses: number[] = [];
    const group = encodeURIComponent(sharedChat('groupChat'));
    const { id } = await (await call('POST', `/${group}/activities`, message('Hei'))).json();
    for (let sent = 0; sent < 50; sent += 1) {
      statuses.push((await call('PUT', `/${group}/activities/${id}`, message('Hei'))).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(49);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('scripted faults', () => {
  test('a status, a broken connection and a lost answer, in order', async () => {
    teams.script({ kind: 'status', status: 502 }, { kind: 'reset' }, { kind: 'drop-response' });
    const send = () => call('POST', `/${chatOf('kari')}/activities`, message('Hei'));
    expect((await send()).status).toBe(502);
    await expect(send()).rejects.toThrow();
    expect(teams.messagesTo('kari')).toHaveLength(0);
    await expect(send()).rejects.toThrow();
    expect(teams.messagesTo('kari')).toHaveLength(1);
    expect((await send()).status).toBe(201);
    expect(teams.log.map(({ status, fault }) => fault ?? status)).toEqual(['status', 'reset', 'drop-response', 201]);
  });

  test('whoever decides about each request is asked where nothing is scripted', async () => {
    teams.scriptEach((method) => (method === 'POST' ? { kind: 'status', status: 429 } : undefined));
    teams.script({ kind: 'status', status: 502 });
    const send = async () => (await call('POST', `/${chatOf('kari')}/activities`, message('Hei'))).status;
    expect([await send(), await send()]).toEqual([502, 429]);
    teams.clearScript();
    expect(await send()).toBe(201);
  });

  test('a hanging request is not carried out', async () => {
    teams.script({ kind: 'hang', method: 'POST' });
    const hanging = fetch(`${teams.serviceUrl}v3/conversations/${chatOf('kari')}/activities`, {
      method: 'POST',
      body: JSON.stringify(message('Hei')),
      signal: AbortSignal.timeout(200),
    });
    await expect(hanging).rejects.toThrow();
    expect(teams.messagesTo('kari')).toHaveLength(0);
  });
});

describe('what people do', () => {
  test('a message reaches the bot signed and in the shape of Teams', async () => {
    await teams.say('kari', 'hei', { locale: 'nn-NO' });
    const [{ activity, authorization } = { activity: {}, authorization: '' }] = received;
    expect(activity).toMatchObject({
      type: 'message',
      text: 'hei',
      channelId: 'msteams',
      locale: 'nn-NO',
      serviceUrl: teams.serviceUrl,
      from: { name: 'Kari Solberg', aadObjectId: teams.people[0]?.aadObjectId },
      recipient: { id: '28:app-1' },
      conversation: { conversationType: 'personal', tenantId: 'tenant-1' },
      channelData: { tenant: { id: 'tenant-1' } },
    });
    const configuration = await (await fetch(teams.openIdUrl())).json();
    const keys = await (await fetch(configuration.jwks_uri)).json();
    const { payload } = await jwtVerify(authorization.replace('Bearer ', ''), createLocalJWKSet(keys), {
      issuer: 'https://api.botframework.com',
      audience: 'app-1',
    });
    expect(payload.serviceurl).toBe(teams.serviceUrl);
  });

  test('in a group and a channel the bot hears only what mentions it', async () => {
    await teams.say('kari', 'hei alle', { conversationId: sharedChat('groupChat'), mention: 'none' });
    expect(received).toEqual([]);
    await teams.say('kari', 'hjelp', { conversationId: sharedChat('channel') });
    expect(received[0]?.activity).toMatchObject({
      text: '<at>Undring</at> hjelp',
      conversation: { conversationType: 'channel', id: expect.stringMatching(/^19:.*@thread\.tacv2;messageid=\d+$/) },
    });
  });

  test('a press is an invoke with the inputs merged in, and the returned card takes the place', async () => {
    await call('POST', `/${chatOf('kari')}/activities`, message('Først'));
    answer = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Så') },
    });
    const { activityId } = teams.lastCard('kari');
    await teams.press('kari', activityId, 'Ja', { choice: 'b' });
    expect(received[0]?.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      value: { action: { type: 'Action.Execute', verb: 'echo.yes', data: { a: 1, choice: 'b' } }, trigger: 'manual' },
    });
    expect(teams.lastCard('kari').card).toMatchObject({ body: [{ text: 'Så' }] });
  });

  test('a client without Execute sends the fallback as a message with a value', async () => {
    await call('POST', `/${chatOf('kari')}/activities`, message('Først'));
    const { activityId } = teams.lastCard('kari');
    await teams.press('kari', activityId, 'Ja', { choice: 'b' }, { as: 'submit' });
    expect(received[0]?.activity).toMatchObject({
      type: 'message',
      replyToId: activityId,
      value: { verb: 'echo.yes', a: 1, choice: 'b' },
    });
  });

  test('in a group the answer to a press is seen by the presser only', async () => {
    const group = sharedChat('groupChat');
    const sent = await call('POST', `/${encodeURIComponent(group)}/activities`, message('Felles'));
    const { id } = await sent.json();
    answer = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Bare Kari') },
    });
    await teams.press('kari', id, 'Ja');
    const stored = teams.book.findActivity(group, id);
    expect(stored?.views.kari).toMatchObject({ body: [{ text: 'Bare Kari' }] });
    expect(stored?.card).toMatchObject({ body: [{ text: 'Felles' }] });
  });

  test('installing tells twice and opens the chat', async () => {
    await teams.install('ola');
    expect(received.map(({ activity }) => activity.type).sort()).toEqual(['conversationUpdate', 'installationUpdate']);
    expect((await call('POST', `/${chatOf('ola')}/activities`, message('Hei'))).status).toBe(201);
  });

  test('the same thing can come four times, with the same id or new ones', async () => {
    await teams.say('kari', 'hei', { times: 2, ids: 'same' });
    await teams.say('kari', 'hei', { times: 2, ids: 'new', at: 'once' });
    const ids = received.map(({ activity }) => activity.id);
    expect(new Set(ids.slice(0, 2)).size).toBe(1);
    expect(new Set(ids.slice(2)).size).toBe(2);
  });

  test('a bot that does not answer is told as Teams tells it', async () => {
    await call('POST', `/${chatOf('kari')}/activities`, message('Først'));
    answer = () => ({ status: 500 });
    const { notice } = await teams.press('kari', teams.lastCard('kari').activityId, 'Ja');
    expect(notice).toBe('Noe gikk galt. Prøv igjen.');
  });
});
