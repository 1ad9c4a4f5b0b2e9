import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemberDirectory } from '../../../src/features/people/member-directory.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createMemberDirectory } from '../../../src/outbound/teams/member-directory.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

let teams: StubServer;
let members: MemberDirectory;
let close: () => void;

beforeEach(async () => {
  teams = await startStubServer();
  const http = createConnectorHttp({ serviceOrigins: [teams.origin] });
  close = http.close;
  const token = { authorization: async () => 'Bearer ours', forget: () => {} };
  members = createMemberDirectory({ connector: createConnector({ http, token }) });
});
afterEach(async () => {
  close();
  await teams.stop();
});

const read = (conversationId = 'a:1') =>
  members.read({ conversationId, serviceUrl: `${teams.origin}/emea/`, teamsId: '29:1x/y' });
const says = (status: number, body: unknown) =>
  teams.answer((response) => void response.writeHead(status).end(JSON.stringify(body)));

describe('who a member of a chat is', () => {
  test('is asked by one GET, of the channel and not of the thread', async () => {
    says(200, {
      id: '29:1x/y',
      objectId: 'AB',
      userPrincipalName: 'kari@fjordvik.no',
      tenantId: 't',
      userRole: 'user',
    });
    expect(await read('19:c@thread.tacv2;messageid=7')).toEqual({
      ...{ aadObjectId: 'AB', userName: 'kari@fjordvik.no', tenantId: 't', isGuest: false },
    });
    expect(teams.received).toMatchObject([
      { method: 'GET', url: '/emea/v3/conversations/19%3Ac%40thread.tacv2/members/29%3A1x%2Fy' },
    ]);
  });

  test('is told with that it is a guest', async () => {
    says(200, { aadObjectId: 'ab', userPrincipalName: 'x_y#EXT#@t', userRole: 'Guest' });
    expect(await read()).toMatchObject({ aadObjectId: 'ab', isGuest: true });
    says(200, { objectId: 'ab', userPrincipalName: null, userRole: 'guest' });
    expect(await read()).toEqual({ aadObjectId: 'ab', userName: '', isGuest: true });
    says(200, { userRole: 'anonymous' });
    expect(await read()).toMatchObject({ isGuest: true });
  });

  test('is not known where Teams knows of nobody, or leaves out the user name', async () => {
    for (const [status, body] of [
      [404, {}],
      [403, {}],
      [200, { objectId: 'ab', userPrincipalName: null }],
      [200, { userPrincipalName: 'kari@fjordvik.no' }],
      [200, 'no object'],
    ] as const) {
      says(status, body);
      expect(await read()).toBeUndefined();
    }
  });

  test('is a failure where Teams does not answer, and is not asked twice', async () => {
    says(429, {});
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    says(500, {});
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(teams.received).toHaveLength(2);
    const elsewhere = { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:9/', teamsId: '29:1' };
    await expect(members.read(elsewhere)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
