import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStubConnector, type StubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';

let teams: StubConnector;
let chat: string;

beforeAll(async () => {
  const people = [{ personaId: 'kari', name: 'Kari Solberg' }];
  teams = await createStubConnector({ appId: 'app-1', tenantId: 'tenant-1', people });
  await teams.listen();
  chat = encodeURIComponent(teams.book.personalChatOf('kari').conversationId);
  await teams.install('kari');
});
afterAll(() => teams.close());

/** By `http.request`, since `fetch` does not let anybody choose the Host. */
function ask(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${teams.url}${path}`, { method, headers, agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', reject);
    request.end(body);
  });
}

const forged = JSON.stringify({ type: 'message', text: 'Trykk her' });

describe('the stub of Teams', () => {
  test('takes no message from another site in the same browser', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'text/plain' };
    expect(await ask('POST', `/teams/v3/conversations/${chat}/activities`, headers, forged)).toBe(403);
    expect(teams.messagesTo('kari')).toEqual([]);
  });

  test('answers nobody who came by another name, or from a page without an address', async () => {
    for (const [name, value] of [
      ['host', 'evil.example'],
      ['host', 'evil.example:80'],
      ['origin', 'null'],
    ] as const) {
      const headers = { [name]: value };
      expect(await ask('GET', `/teams/v3/conversations/${chat}/members`, headers)).toBe(403);
      expect(await ask('GET', '/.well-known/keys', headers)).toBe(403);
    }
    expect(await ask('GET', `/teams/v3/conversations/${chat}/members`, {})).toBe(200);
  });
});
