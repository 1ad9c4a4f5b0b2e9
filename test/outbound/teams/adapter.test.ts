import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { createTeamsAdapter, type TeamsAdapter } from '../../../src/outbound/teams/adapter.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const tenantId = '9b2f7c11-4f89-41d3-9a0c-0305e82c3302';

let teams: StubServer;
let adapter: TeamsAdapter;
let startAdapter: (deadlineMs: number) => TeamsAdapter;
let events: TelemetryEvent[];
let close: () => void;
let waits: number[];
/** A busy machine is no fault of the adapter. */
const patientMs = 10_000;

beforeEach(async () => {
  teams = await startStubServer();
  events = [];
  waits = [];
  const http = createConnectorHttp({ serviceOrigins: [teams.origin] });
  close = http.close;
  const token = { authorization: async () => 'Bearer ours', forget: () => {} };
  startAdapter = (deadlineMs) =>
    createTeamsAdapter({
      appId,
      tenantId,
      connector: createConnector({ http, token }),
      telemetry: { record: (event) => void events.push(event) },
      clock: systemClock,
      random: () => 0,
      wait: async (ms) => void waits.push(ms),
      deadlineMs,
    });
  adapter = startAdapter(patientMs);
});
afterEach(async () => {
  close();
  await teams.stop();
});

const token = () => ({ appId, serviceUrl: `${teams.origin}/emea/` });
const activity = (change: object = {}) => ({
  type: 'message',
  id: 'in-1',
  channelId: 'msteams',
  serviceUrl: `${teams.origin}/emea/`,
  text: 'hei',
  from: { id: '29:kari' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', tenantId },
  ...change,
});
const invoke = () => activity({ type: 'invoke', name: 'adaptiveCard/action', value: {} });
const run = (logic: (context: TurnContext) => Promise<void>, received: object = activity()) =>
  adapter.process(received, token(), logic);

describe('a turn', () => {
  test('answers in the conversation it came from, with our token', async () => {
    const answer = await run(async (context) => {
      const sent = await context.sendActivity({ type: 'message', summary: 'Hei', attachments: [] });
      expect(sent?.id).toBe('activity-1');
    });
    expect(answer).toEqual({ status: 200, body: undefined });
    expect(teams.received).toMatchObject([
      {
        method: 'POST',
        url: '/emea/v3/conversations/a%3A1/activities/in-1',
        headers: { authorization: 'Bearer ours' },
        body: { type: 'message', summary: 'Hei', recipient: { id: '29:kari' } },
      },
    ]);
  });

  test('updates a card by PUT and deletes one by DELETE', async () => {
    teams.answer((response) => response.writeHead(200).end('{"id":"x"}'));
    await run(async (context) => {
      await context.updateActivity({ type: 'message', id: 'card-1', text: 'ny' });
      await context.deleteActivity('card-1');
    });
    expect(teams.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PUT /emea/v3/conversations/a%3A1/activities/card-1',
      'DELETE /emea/v3/conversations/a%3A1/activities/card-1',
    ]);
  });

  test('answers an invoke with what it was given, and sends nothing for it', async () => {
    const answer = await run(async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200 } } });
    }, invoke());
    expect(answer).toEqual({ status: 200, body: { statusCode: 200 } });
    expect(teams.connections()).toBe(0);
  });

  test('answers an invoke that nobody knows with 400: it is not our fault', async () => {
    expect(await run(async () => {}, invoke())).toEqual({ status: 400 });
  });

  test('many at once share one connector and do not mix', async () => {
    const turns = Array.from({ length: 50 }, (_, at) =>
      run(
        async (context) => {
          await context.sendActivity(`svar ${context.activity.id}`);
        },
        activity({ id: `in-${at}` }),
      ),
    );
    await Promise.all(turns);
    const wrong = teams.received.filter(
      ({ url, body }) => !url.endsWith((body as { text: string }).text.split(' ')[1] ?? '-'),
    );
    expect(teams.received).toHaveLength(50);
    expect(wrong).toEqual([]);
  });
});

describe('when Teams does not take the answer', () => {
  const statuses = [400, 401, 403, 404, 408, 413, 500, 502, 504];
  test.each(statuses)('%i is one POST, never a second', async (status) => {
    teams.answer((response) => response.writeHead(status, { 'retry-after': '1' }).end('{"error":{"code":"X"}}'));
    const answer = await run(async (context) => {
      await context.sendActivity('hei');
    });
    expect(answer).toEqual({ status: 500 });
    expect(teams.received).toHaveLength(1);
    expect(events).toMatchObject([{ event: 'turn-failed', at: 'turn' }]);
  });

  test.each([412, 429, 503])(
    '%i is tried again after the time that Teams asks for, and then answered',
    async (status) => {
      teams.answer((response) => {
        if (teams.received.length > 2) return void response.writeHead(201).end('{"id":"activity-1"}');
        response.writeHead(status, { 'retry-after': '1' }).end('{"error":{"code":"X"}}');
      });
      expect((await run(async (context) => void (await context.sendActivity('hei')))).status).toBe(200);
      expect(teams.received).toHaveLength(3);
      expect(waits).toEqual([1000, 1000]);
      expect(events).toEqual([]);
    },
  );

  test('a wait that is longer than anybody waits for an answer is not begun', async () => {
    teams.answer((response) => response.writeHead(429, { 'retry-after': '60' }).end('{"error":{"code":"X"}}'));
    expect((await run(async (context) => void (await context.sendActivity('hei')))).status).toBe(500);
    expect([teams.received.length, waits]).toEqual([1, []]);
  });

  test.each([301, 302, 307, 308])('%i is not followed', async (status) => {
    const foreign = await startStubServer();
    teams.answer((response) => response.writeHead(status, { location: foreign.origin }).end());
    expect((await run(async (context) => void (await context.sendActivity('hei')))).status).toBe(500);
    expect([teams.received.length, foreign.connections()]).toEqual([1, 0]);
    await foreign.stop();
  });

  test('no answer ends at the deadline', async () => {
    teams.answer(() => {});
    adapter = startAdapter(250);
    expect((await run(async (context) => void (await context.sendActivity('hei')))).status).toBe(500);
    expect(teams.received).toHaveLength(1);
  });

  test('a service address that is not allowed gets no connection', async () => {
    const foreign = await startStubServer();
    const poisoned = activity({ serviceUrl: foreign.origin });
    const answer = await adapter.process(poisoned, { appId, serviceUrl: foreign.origin }, async (context) => {
      await context.sendActivity('hei');
    });
    expect(answer).toEqual({ status: 500 });
    expect(foreign.connections()).toBe(0);
    await foreign.stop();
  });
});

test('a turn that fails sends the person nothing and says nothing of why', async () => {
  const printed = vi.spyOn(console, 'error');
  const answer = await run(async () => {
    throw new Error('Kari Nordmann skrev noe');
  }, invoke());
  expect(answer).toEqual({ status: 500 });
  expect(teams.connections()).toBe(0);
  expect(JSON.stringify(events)).not.toContain('Kari');
  expect(printed).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
