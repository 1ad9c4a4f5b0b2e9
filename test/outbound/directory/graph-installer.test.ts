import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FailureKind, isFailure } from '../../../src/core/failure.ts';
import type { InstallOutcome } from '../../../src/features/people/app-installer.ts';
import { openGraphInstaller } from '../../support/graph-directory.ts';
import { type GraphFault, type GraphStub, graphId, graphUsers, startGraphStub } from '../../support/graph-stub.ts';
import { startScriptedServer } from '../teams/scripted-server.ts';

const manifestId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const catalogueId = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';

let graph: GraphStub;
beforeEach(async () => {
  graph = await startGraphStub(graphUsers(3));
  graph.apps.catalogue.push({ id: catalogueId, externalId: manifestId });
});
afterEach(() => graph.stop());

const open = (more = {}) => openGraphInstaller({ origin: graph.origin, ...more });
const failsWith = (kind: FailureKind) => (error: unknown) => isFailure(error, kind);
const install = (at: number, installer = open()) => installer.install(catalogueId, graphId(at));

describe('the app in the catalogue', () => {
  it('is found by the id of its manifest', async () => {
    expect(await open().findApp(manifestId)).toBe(catalogueId);
    const { pathname, searchParams } = new URL(graph.seen[0]?.url ?? '', graph.origin);
    expect(pathname).toBe('/v1.0/appCatalogs/teamsApps');
    expect(searchParams.get('$filter')).toBe(`externalId eq '${manifestId}'`);
  });

  it('is found on a later page, after one without any', async () => {
    graph.apps.catalogue.unshift({ id: 'another', externalId: 'another' });
    graph.apps.pageSize = 1;
    expect(await open().findApp(manifestId)).toBe(catalogueId);
    expect(graph.seen).toHaveLength(2);
  });

  it('that nobody has uploaded is none', async () => {
    expect(await open().findApp('99999999-4f89-41d3-9a0c-0305e82c3301')).toBeUndefined();
  });

  it('that we may not look for is told with the permission', async () => {
    graph.apps.lacks.add('AppCatalog.Read.All');
    const refused = open().findApp(manifestId);
    await expect(refused).rejects.toSatisfy(failsWith('invalid'));
    await expect(refused).rejects.toThrow('AppCatalog.Read.All');
  });

  it.each<[GraphFault, FailureKind]>([
    [{ status: 200, body: '{"value":[{"id":7}]}' }, 'unavailable'],
    [{ status: 200, body: `{"value":[{"id":"../../users","externalId":"${manifestId}"}]}` }, 'unavailable'],
    ['half-json', 'unavailable'],
    [{ status: 302, headers: { location: 'https://evil.example/' } }, 'invalid'],
  ])('that Graph tells of as %o is not taken over', async (fault, kind) => {
    graph.meets(fault);
    const refused = open().findApp(manifestId);
    await expect(refused).rejects.toSatisfy(failsWith(kind));
    await expect(refused).rejects.not.toThrow(/kari|evil|users/i);
  });
});

describe('giving somebody the app', () => {
  it('installs it, and done twice is done once', async () => {
    expect(await install(1)).toBe('installed');
    expect(graph.apps.installed.get(graphId(1))).toEqual(new Set([catalogueId]));
    expect(await install(1)).toBe('had');
  });

  it('says who is not let in by a policy, and who is not there', async () => {
    graph.apps.blocked.add(graphId(1));
    expect(await install(1)).toBe('not-allowed');
    expect(await install(99)).toBe('unknown-user');
  });

  it.each(['../groups/g1', '..', '', 'kari@fjordvik.kommune.no', `${graphId(1)}/x`])(
    'asks nobody for what is no account: %s',
    async (id) => {
      expect(await open().install(catalogueId, id)).toBe('unknown-user');
      expect(graph.seen).toEqual([]);
    },
  );

  it('waits as long as Graph asks for, and goes on', async () => {
    graph.meets({ status: 429, headers: { 'retry-after': '7' } }, { status: 503, headers: { 'retry-after': '2' } });
    const installer = open();
    expect(await install(1, installer)).toBe('installed');
    expect(installer.pauses).toEqual([7_000, 2_000]);
  });

  it.each<[GraphFault, number, InstallOutcome]>([
    [{ status: 429 }, 5, 'throttled'],
    [{ status: 429, headers: { 'retry-after': '3600' } }, 1, 'throttled'],
    [{ status: 500 }, 5, 'no-answer'],
    ['reset', 5, 'no-answer'],
    ['hang', 5, 'no-answer'],
    [{ status: 400 }, 1, 'refused'],
    [{ status: 302, headers: { location: 'https://evil.example/' } }, 1, 'refused'],
    [{ status: 401 }, 2, 'not-let-in'],
  ])('that only meets %o is asked %i times, and is %s', async (fault, tries, outcome) => {
    graph.meets(...Array.from({ length: 9 }, () => fault));
    expect(await install(1, open({ deadlineMs: 200 }))).toBe(outcome);
    expect(graph.seen).toHaveLength(tries);
  });

  it('takes a new token once where the old one ran out', async () => {
    let asked = 0;
    const source = async () => ({ token: `t${++asked}`, expiresOnTimestamp: Date.parse('2026-11-23T02:00:00Z') });
    graph.tokens.add('t2');
    expect(await install(1, open({ source }))).toBe('installed');
    expect(graph.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('follows no redirect with the token', async () => {
    const thief = await startScriptedServer(
      () => undefined,
      (response) => response.writeHead(201).end(),
    );
    graph.meets({ status: 307, headers: { location: `${thief.origin}/v1.0/users/x/teamwork/installedApps` } });
    expect(await install(1)).toBe('refused');
    expect(thief.received).toEqual([]);
    await thief.stop();
  });
});
