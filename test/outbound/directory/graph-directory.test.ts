import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FailureKind, isFailure } from '../../../src/core/failure.ts';
import { directoryRules, openGraph } from '../../support/graph-directory.ts';
import { type GraphFault, type GraphStub, graphId, graphUsers, startGraphStub } from '../../support/graph-stub.ts';
import { startScriptedServer } from '../teams/scripted-server.ts';

let graph: GraphStub;
beforeEach(async () => {
  graph = await startGraphStub(graphUsers(250));
});
afterEach(() => graph.stop());

const open = (more = {}) => openGraph({ origin: graph.origin, ...more });
const queryOf = (at: number) => new URL(graph.seen[at]?.url ?? '', graph.origin).searchParams;
const failsWith = (kind: FailureKind) => (error: unknown) => isFailure(error, kind);

describe('the staff of Microsoft Graph', () => {
  it('is read page by page, everybody once, with the manager', async () => {
    const users = await open().readUsers();
    expect(new Set(users.map(({ id }) => id)).size).toBe(250);
    expect(graph.seen).toHaveLength(3);
    expect(users.find(({ id }) => id === graphId(41))).toEqual({
      ...{ id: graphId(41), upn: 'P41@fjordvik.kommune.no', isGuest: false, isEnabled: true },
      ...{ givenName: 'Kari', familyName: 'Lund', displayName: 'Kari Lund', managerUpn: 'P40@fjordvik.kommune.no' },
      attributes: {
        ...{ department: 'Enhet 1', division: 'Område 0', jobTitle: 'Lærer', extensionAttribute2: 'Skole' },
        employeeHireDate: '2019-02-26T00:00:00Z',
      },
    });
  });

  it.each([
    [100, 50],
    [999, 6],
  ])('of five thousand, %i on a page, is read in %i requests', async (pageSize, requests) => {
    const large = await startGraphStub(graphUsers(5_000), pageSize);
    expect(await openGraph(large).readUsers()).toHaveLength(5_000);
    expect(large.seen).toHaveLength(requests);
    await large.stop();
  });

  it('is asked for by the fields that the rules name, and no more', async () => {
    await open().readUsers();
    const query = queryOf(0);
    expect(query.get('$select')?.split(',').toSorted()).toEqual([
      ...['accountEnabled', 'department', 'displayName', 'employeeHireDate', 'employeeOrgData', 'givenName', 'id'],
      ...['jobTitle', 'onPremisesExtensionAttributes', 'surname', 'userPrincipalName', 'userType'],
    ]);
    expect(query.get('$filter')).toBe(`accountEnabled eq true and (${directoryRules.filter})`);
    expect(query.get('$expand')).toBe('manager($levels=1;$select=id,userPrincipalName)');
    expect(query.get('$top')).toBe('999');
    expect(graph.seen[0]?.headers.consistencylevel).toBe('eventual');
  });

  it('is read without managers where they do not lead', async () => {
    const users = await open({ rules: { ...directoryRules, managersLead: false } }).readUsers();
    expect(users.some(({ managerUpn }) => managerUpn)).toBe(false);
    expect(queryOf(0).has('$expand')).toBe(false);
  });

  it('is the members of the groups, where groups are named', async () => {
    const { filter: _, ...rest } = directoryRules;
    for (const at of [1, 2, 3]) graph.setGroups(graphId(at), at === 3 ? ['g2'] : ['g1', 'g2']);
    const users = await open({ rules: { ...rest, groups: ['g1', 'g2'] } }).readUsers();
    expect(users.map(({ id }) => id)).toEqual([1, 2, 1, 2, 3].map(graphId));
    expect(graph.seen.map(({ url }) => url.split('?')[0])).toEqual([
      '/v1.0/groups/g1/members/microsoft.graph.user',
      '/v1.0/groups/g2/members/microsoft.graph.user',
    ]);
  });

  it('tells who is in the groups that give a role, page by page, and asks for nothing but their ids', async () => {
    const small = await startGraphStub(graphUsers(9), 2);
    for (const at of [1, 2, 3, 4]) small.setGroups(graphId(at), at === 3 ? ['g1', 'g2'] : ['g1']);
    const rules = { ...directoryRules, roleGroups: { coordinator: ['g1'], administrator: ['g2', 'g1'] } };
    small.meets(...Array(5).fill('nothing'), { status: 429, headers: { 'retry-after': '7' } });
    const { readUsers, pauses } = openGraph({ ...small, rules });
    const users = await readUsers();
    const told = users.map(({ id, roleGroupIds }) => [Number(id.slice(-12)), roleGroupIds]);
    expect(told.filter(([, groups]) => groups)).toEqual([
      [1, ['g1']],
      [2, ['g1']],
      [3, ['g1', 'g2']],
      [4, ['g1']],
    ]);
    expect(pauses).toEqual([7_000]);
    const asked = small.seen
      .map(({ url }) => new URL(url, small.origin))
      .filter(({ pathname }) => /g\d/.test(pathname));
    expect(asked.map(({ pathname }) => pathname.slice('/v1.0/groups/'.length, '/v1.0/groups/g1'.length))).toEqual([
      ...['g1', 'g1', 'g1', 'g2'],
    ]);
    expect(asked.map(({ searchParams }) => searchParams.get('$select'))).toEqual(['id', 'id', 'id', 'id']);
    await small.stop();
  });

  it('is read anew when somebody comes into a group that gives a role, and when one leaves it', async () => {
    const rules = { ...directoryRules, roleGroups: { coordinator: ['g1'] } };
    const directory = open({ rules });
    for (const groups of [['g1'], []]) {
      const mark = await directory.mark();
      expect((await directory.changesSince(mark)).outcome).toBe('none');
      graph.setGroups(graphId(7), groups);
      expect((await directory.changesSince(mark)).outcome).toBe('changed');
    }
    const filters = graph.seen.map(({ url }) => new URL(url, graph.origin).searchParams.get('$filter'));
    expect(filters).toContain("id eq 'g1'");
  });

  it('is not told at all where a group that gives a role is not there: nobody loses it by a slip', async () => {
    const rules = { ...directoryRules, roleGroups: { coordinator: ['g1'] } };
    graph.meets(...Array(3).fill('nothing'), { status: 404, code: 'Request_ResourceNotFound' });
    await expect(open({ rules }).readUsers()).rejects.toSatisfy(failsWith('invalid'));
  });

  it('whose user name we may not read is told without one, and a number is no text', async () => {
    graph.put({ ...graphUsers(1)[0], id: graphId(0), userPrincipalName: '', department: 12 });
    const [first] = await open().readUsers();
    expect(first).not.toHaveProperty('upn');
    expect(first?.attributes).not.toHaveProperty('department');
  });
});

describe('a directory in trouble', () => {
  const busy: GraphFault = { status: 429, headers: { 'retry-after': '7' }, code: 'TooManyRequests' };

  it('is asked again after the time that it wants', async () => {
    graph.meets(busy, { status: 503, headers: { 'retry-after': '2' } });
    const directory = open();
    expect(await directory.readUsers()).toHaveLength(250);
    expect(directory.pauses).toEqual([7_000, 2_000]);
  });

  it('may name a moment instead of seconds', async () => {
    graph.meets({ status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 01:00:30 GMT' } });
    const directory = open();
    await directory.readUsers();
    expect(directory.pauses).toEqual([30_000]);
  });

  it.each<GraphFault>([...[500, 502, 503, 504].map((status) => ({ status })), ...(['reset', 'cut', 'hang'] as const)])(
    'that answers %o is asked again, a little later each time',
    async (fault) => {
      graph.meets(fault, fault);
      const directory = open({ deadlineMs: 250 });
      expect(await directory.readUsers()).toHaveLength(250);
      expect(directory.pauses).toEqual([1_000, 2_000]);
    },
  );

  it('in the middle of the pages goes on from that page', async () => {
    graph.meets('nothing', busy);
    expect(await open().readUsers()).toHaveLength(250);
    const skipped = graph.seen.map((_, at) => queryOf(at).get('$skiptoken'));
    expect(skipped).toEqual([null, '100', '100', '200']);
  });

  it.each<[GraphFault, FailureKind]>([
    [busy, 'throttled'],
    [{ status: 503 }, 'unavailable'],
    ['reset', 'unavailable'],
  ])('that never answers better than %o is left after five tries', async (fault, kind) => {
    graph.meets(...Array.from({ length: 9 }, () => fault));
    await expect(open().readUsers()).rejects.toSatisfy(failsWith(kind));
    expect(graph.seen).toHaveLength(5);
  });

  it('that makes us wait at every page is left when it has been a quarter of an hour', async () => {
    const slow: GraphFault = { status: 429, headers: { 'retry-after': '290' } };
    graph.meets(slow, slow, 'nothing', slow, 'nothing', slow);
    const directory = open();
    await expect(directory.readUsers()).rejects.toSatisfy(failsWith('throttled'));
    expect(directory.pauses).toEqual([290_000, 290_000, 290_000]);
  });

  it('that wants longer than five minutes is left at once, and not asked sooner', async () => {
    graph.meets({ status: 429, headers: { 'retry-after': '3600' } });
    const directory = open();
    await expect(directory.readUsers()).rejects.toSatisfy(failsWith('throttled'));
    expect(directory.pauses).toEqual([]);
  });

  it.each<[GraphFault, FailureKind]>([
    [{ status: 400, code: 'Request_UnsupportedQuery' }, 'invalid'],
    [{ status: 403, code: 'Authorization_RequestDenied' }, 'invalid'],
    [{ status: 404, code: 'Request_ResourceNotFound' }, 'invalid'],
    [{ status: 410 }, 'unavailable'],
    [{ status: 302, headers: { location: 'https://evil.example/v1.0/users' } }, 'invalid'],
    ['half-json', 'unavailable'],
    ['sign-in-page', 'unavailable'],
    [{ status: 200, body: '{"value":"nobody"}' }, 'unavailable'],
    [{ status: 200, body: '{"value":[{"id":7}]}' }, 'unavailable'],
  ])('that answers %o is not asked again, and nothing of what it said is told', async (fault, kind) => {
    graph.meets(fault);
    const refused = open().readUsers();
    await expect(refused).rejects.toSatisfy(failsWith(kind));
    await expect(refused).rejects.not.toThrow(/kari|fjordvik|evil/i);
    await expect(refused).rejects.not.toHaveProperty('cause');
    expect(graph.seen).toHaveLength(1);
  });
});

describe('the token', () => {
  const numbered = () => {
    let asked = 0;
    return async () => ({ token: `t${++asked}`, expiresOnTimestamp: Date.parse('2026-11-23T02:00:00Z') });
  };

  it('is one for all pages', async () => {
    graph.tokens.add('t1');
    expect(await open({ source: numbered() }).readUsers()).toHaveLength(250);
    expect(new Set(graph.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer t1']));
  });

  it('that ran out is renewed, once', async () => {
    graph.tokens.add('t2');
    const directory = open({ source: numbered() });
    expect(await directory.readUsers()).toHaveLength(250);
    expect(directory.pauses).toEqual([]);
  });

  it('that is never taken is told as such', async () => {
    graph.tokens.add('another');
    await expect(open({ source: numbered() }).readUsers()).rejects.toSatisfy(failsWith('invalid'));
    expect(graph.seen).toHaveLength(2);
  });

  it('that cannot be had is no answer', async () => {
    const source = () => Promise.reject(new Error('AADSTS700016 hemmelig'));
    const refused = open({ source }).readUsers();
    await expect(refused).rejects.toSatisfy(failsWith('unavailable'));
    await expect(refused).rejects.not.toThrow(/hemmelig/);
    expect(graph.seen).toEqual([]);
  });

  it.each(['next', 'mark'])('goes to nobody else, whatever address the %s link names', async (which) => {
    const thief = await startScriptedServer(
      () => undefined,
      (response) => response.writeHead(200).end('{"value":[]}'),
    );
    const directory = open({ source: numbered() });
    const stolen = `${thief.origin}/v1.0/users/delta?$deltatoken=1`;
    if (which === 'mark') expect(await directory.changesSince([stolen])).toEqual({ outcome: 'expired' });
    else {
      graph.meets({ status: 200, body: JSON.stringify({ value: [], '@odata.nextLink': stolen }) });
      await expect(directory.readUsers()).rejects.toSatisfy(failsWith('unavailable'));
    }
    expect(thief.received).toEqual([]);
    await thief.stop();
  });
});

describe('what has changed', () => {
  it('is asked with a mark of the fields that we read, and of managers and groups', async () => {
    const { filter: _, ...rest } = directoryRules;
    await open({ rules: { ...rest, groups: ['g1', 'g2'] } }).mark();
    expect(queryOf(0).get('$select')?.split(',')).toContain('manager');
    expect(queryOf(0).get('$deltatoken')).toBe('latest');
    expect(queryOf(1).get('$select')).toBe('members');
    expect(queryOf(1).get('$filter')).toBe(`id eq 'g1' or id eq 'g2'`);
  });

  it('is known at the first page that holds anything, without reading who', async () => {
    const directory = open();
    const mark = await directory.mark();
    graph.put({ ...graphUsers(1)[0], id: graphId(0), userPrincipalName: 'ny@fjordvik.kommune.no' });
    expect(await directory.changesSince(mark)).toEqual({ outcome: 'changed' });
    expect(graph.seen.at(-1)?.headers.prefer).toBe('return=minimal');
  });

  it('is nothing after empty pages, which Graph gives too', async () => {
    const directory = open();
    const mark = await directory.mark();
    const next = `${graph.origin}/v1.0/users/delta?$deltatoken=1`;
    graph.meets({ status: 200, body: JSON.stringify({ value: [], '@odata.nextLink': next }) });
    expect(await directory.changesSince(mark)).toEqual({ outcome: 'none', mark });
  });

  it('is not known by half a mark, or none', async () => {
    const { filter: _, ...rest } = directoryRules;
    const directory = open({ rules: { ...rest, groups: ['g1'] } });
    const mark = await directory.mark();
    expect((await directory.changesSince(mark)).outcome).toBe('none');
    expect(await directory.changesSince(mark.slice(1))).toEqual({ outcome: 'expired' });
    expect(await open().changesSince([])).toEqual({ outcome: 'expired' });
  });

  it.each([400, 404, 410])('is not known where Graph answers the mark with %i', async (status) => {
    const directory = open();
    const mark = await directory.mark();
    graph.meets({ status, code: 'SyncStateNotFound' });
    expect(await directory.changesSince(mark)).toEqual({ outcome: 'expired' });
  });

  it('cannot be said while Graph is away', async () => {
    const directory = open();
    const mark = await directory.mark();
    graph.meets(...Array.from({ length: 5 }, () => ({ status: 503 })));
    await expect(directory.changesSince(mark)).rejects.toSatisfy(failsWith('unavailable'));
  });
});
