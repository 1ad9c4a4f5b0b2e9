import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import type { Conversation } from '../../../src/features/people/person.ts';
import type { FileChat } from '../../../src/features/progress/file-chat.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createFileChat } from '../../../src/outbound/teams/file-chat.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

const file = {
  ...{ name: 'Kursbevis Meldeplikt.pdf', contentUrl: 'https://fjordvik-my.sharepoint.com/x.pdf' },
  ...{ uniqueId: 'abc', fileType: 'pdf', text: 'Her er kursbeviset ditt.' },
};

let teams: StubServer;
let chat: FileChat;
let conversation: Conversation;
let close: () => void;

beforeEach(async () => {
  teams = await startStubServer();
  const http = createConnectorHttp({ serviceOrigins: [teams.origin] });
  close = http.close;
  const token = { authorization: async () => 'Bearer ours', forget: () => {} };
  const connector = createConnector({ http, token });
  chat = createFileChat({ connector, clock: systemClock, wait: async () => {}, random: () => 0 });
  conversation = {
    ...{ conversationId: 'a:1/x', serviceUrl: `${teams.origin}/emea/`, tenantId: 't', botId: '28:b', state: 'open' },
  };
});
afterEach(async () => {
  close();
  await teams.stop();
});

describe('the question about a file', () => {
  test('is taken away by one DELETE', async () => {
    teams.answer((response) => response.writeHead(200).end());
    expect(await chat.takeAway(conversation, '17/1')).toBe('taken');
    expect(teams.received).toMatchObject([
      { method: 'DELETE', url: '/emea/v3/conversations/a%3A1%2Fx/activities/17%2F1' },
    ]);
  });

  test('that is not there is told from one of which nobody knows', async () => {
    for (const [status, outcome] of [
      [404, 'gone'],
      [403, 'not-known'],
      [500, 'not-known'],
    ] as const) {
      teams.answer((response) => response.writeHead(status).end('{}'));
      expect(await chat.takeAway(conversation, '17')).toBe(outcome);
    }
    const lost = { ...conversation, serviceUrl: 'http://127.0.0.1:9/' };
    expect(await chat.takeAway(lost, '17')).toBe('not-known');
  });

  test('is tried again where Teams has surely not taken it', async () => {
    let asked = 0;
    teams.answer((response) => response.writeHead(++asked === 1 ? 429 : 200, { 'retry-after': '0' }).end('{}'));
    expect(await chat.takeAway(conversation, '17')).toBe('taken');
    expect(asked).toBe(2);
  });
});

describe('a file that is there', () => {
  test('is shown by one POST with the file card of Teams and words beside it', async () => {
    expect(await chat.say(conversation, file)).toEqual({ outcome: 'said' });
    expect(teams.received).toMatchObject([
      {
        method: 'POST',
        url: '/emea/v3/conversations/a%3A1%2Fx/activities',
        body: {
          ...{ type: 'message', text: file.text, summary: file.text },
          attachments: [
            {
              contentType: 'application/vnd.microsoft.teams.card.file.info',
              contentUrl: file.contentUrl,
              name: file.name,
              content: { uniqueId: 'abc', fileType: 'pdf' },
            },
          ],
        },
      },
    ]);
  });

  test('has a card in its place when it is not there, which waits where Teams asks for it', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const;
    let asked = 0;
    teams.answer((response) => response.writeHead(++asked === 1 ? 429 : 201, { 'retry-after': '0' }).end('{"id":"1"}'));
    expect(await chat.say(conversation, { card, summary: 'Helt greit' })).toEqual({ outcome: 'said' });
    expect(teams.received.at(-1)?.body).toMatchObject({
      summary: 'Helt greit',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    });
  });

  test('is never shown twice where the first may have arrived', async () => {
    teams.answer((response) => response.writeHead(500).end('{}'));
    expect(await chat.say(conversation, file)).toEqual({ outcome: 'not-said', reason: 'http-500' });
    expect(teams.received).toHaveLength(1);
  });
});
