import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { addDays } from '../../src/core/local-date.ts';
import { type AppsAnswer, answerApps, type GraphApps, newGraphApps } from './graph-apps.ts';

/** A user as Graph keeps it; what is not asked for by `$select` is not told. */
export type GraphUser = {
  id: string;
  userPrincipalName: string;
  managerId?: string;
  groupIds?: readonly string[];
  [field: string]: unknown;
};

/** What the next request meets instead of its answer. `nothing`: it is answered. */
export type GraphFault =
  | { status: number; headers?: Record<string, string>; code?: string; body?: string }
  | 'nothing'
  | 'reset'
  | 'hang'
  | 'cut'
  | 'half-json'
  | 'sign-in-page';

export type GraphStub = {
  origin: string;
  users: Map<string, GraphUser>;
  /** Paths with query, and the headers, as they came. */
  seen: { url: string; headers: IncomingMessage['headers'] }[];
  /** Changes somebody, or adds them, as an administrator would. */
  put(user: GraphUser): void;
  remove(id: string): void;
  /** Adds a user to a group, or takes them out, which changes the group and not the user. */
  setGroups(id: string, groupIds: readonly string[]): void;
  /** The next requests, one fault each, in order. */
  meets(...faults: GraphFault[]): void;
  /** Old marks are known no more. */
  forgetMarks(): void;
  /** Tokens that are taken; all are when this is empty. */
  tokens: Set<string>;
  /** The apps of Teams, and who has them. */
  apps: GraphApps;
  stop(): Promise<void>;
};

const json = { 'content-type': 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8' };

/** Microsoft Graph on this machine, with the shapes of its own answers: pages, marks of change, and its ways of saying no. */
export async function startGraphStub(given: readonly GraphUser[], pageSize = 100): Promise<GraphStub> {
  const users = new Map(given.map((user) => [user.id, user]));
  const changedAt = new Map<string, number>();
  const groupsChangedAt = new Map<string, number>();
  const faults: GraphFault[] = [];
  const seen: GraphStub['seen'] = [];
  const tokens = new Set<string>();
  const apps = newGraphApps();
  let version = 1;
  let oldestMark = 0;

  function listed(url: URL): readonly GraphUser[] {
    const [, group] = /^\/v1\.0\/groups\/([^/]+)\/members\/microsoft\.graph\.user$/.exec(url.pathname) ?? [];
    const all = [...users.values()];
    if (group) return all.filter(({ groupIds }) => groupIds?.includes(group));
    // The filters of these tests: the one of the fictional municipality.
    const company = /companyName eq '([^']+)'/.exec(url.searchParams.get('$filter') ?? '')?.[1];
    return all.filter((user) => user.accountEnabled && (company === undefined || user.companyName === company));
  }

  const shown = (user: GraphUser, url: URL): object => {
    const fields = (url.searchParams.get('$select') ?? '').split(',');
    const manager = users.get(user.managerId ?? '');
    const told = Object.fromEntries(fields.map((field) => [field, user[field] ?? null]));
    const isExpanded = url.searchParams.get('$expand')?.startsWith('manager(') && manager;
    const { id = '', userPrincipalName = '' } = manager ?? {};
    return {
      ...told,
      ...(isExpanded && { manager: { '@odata.type': '#microsoft.graph.user', id, userPrincipalName } }),
    };
  };

  function list(url: URL): object {
    const all = listed(url);
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const size = Math.min(Number(url.searchParams.get('$top') ?? 100), pageSize);
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + size));
    return {
      '@odata.context': `${origin}/v1.0/$metadata#users`,
      '@odata.count': all.length,
      ...(from + size < all.length && { '@odata.nextLink': next.href }),
      value: all.slice(from, from + size).map((user) => shown(user, url)),
    };
  }

  function delta(url: URL, response: ServerResponse): object | undefined {
    const link = (mark: string, more = {}): object => ({
      '@odata.context': `${origin}/v1.0/$metadata#users`,
      ...more,
      '@odata.deltaLink': `${origin}${url.pathname}?$deltatoken=${mark}`,
    });
    const token = url.searchParams.get('$deltatoken') ?? '';
    if (token === 'latest') return link(String(version), { value: [] });
    if (Number(token) < oldestMark) {
      refuse(response, 410, 'SyncStateNotFound', { location: `${origin}${url.pathname}` });
      return undefined;
    }
    const changes = [...(url.pathname.includes('groups') ? groupsChangedAt : changedAt)];
    const value = changes
      .filter(([, at]) => at > Number(token))
      .map(([id]) => (users.has(id) ? { id } : { id, '@removed': { reason: 'changed' } }));
    return link(String(version), { value });
  }

  function tellApps(told: AppsAnswer, response: ServerResponse): void {
    if ('code' in told) refuse(response, told.status, told.code);
    else send(response, told.status, json, told.body === undefined ? '' : JSON.stringify(told.body));
  }

  function answer(url: URL, request: IncomingMessage, body: string, response: ServerResponse): void {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (tokens.size > 0 && !tokens.has(token)) {
      refuse(response, 401, 'InvalidAuthenticationToken');
      return;
    }
    const ofApps = answerApps(apps, { url, request, body, has: (id) => users.has(id) });
    if (ofApps) {
      tellApps(ofApps, response);
      return;
    }
    const told = url.pathname.endsWith('/delta') ? delta(url, response) : list(url);
    if (told) send(response, 200, json, JSON.stringify(told));
  }

  const server = createServer(async (request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    const url = new URL(request.url ?? '', origin);
    const body = await text(request);
    const fault = faults.shift();
    if (fault === undefined || fault === 'nothing') answer(url, request, body, response);
    else if (typeof fault === 'object') refuse(response, fault.status, fault.code, fault.headers, fault.body);
    else if (fault === 'reset') request.socket.destroy();
    else if (fault !== 'hang') halfway(fault, JSON.stringify(list(url)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, users, seen, tokens, apps },
    put(user) {
      version += 1;
      users.set(user.id, { ...users.get(user.id), ...user });
      changedAt.set(user.id, version);
    },
    remove(id) {
      version += 1;
      users.delete(id);
      changedAt.set(id, version);
    },
    setGroups(id, groupIds) {
      const user = users.get(id);
      if (!user) throw new Error('there is no such user in the stub');
      version += 1;
      for (const group of [...(user.groupIds ?? []), ...groupIds]) groupsChangedAt.set(group, version);
      users.set(id, { ...user, groupIds });
    },
    meets: (...next) => void faults.push(...next),
    forgetMarks() {
      version += 1;
      oldestMark = version;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Not chained: restify, in the same process, gives every server another `writeHead`. */
function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** As Graph says no; the message quotes people, as its own do. */
function refuse(response: ServerResponse, status: number, code = 'Error', headers = {}, body?: string): void {
  const message = `Resource 'kari.lund@fjordvik.kommune.no' cannot be had.`;
  const innerError = { date: '2026-11-23T01:00:00', 'request-id': '0f7c', 'client-request-id': '0f7c' };
  send(response, status, { ...json, ...headers }, body ?? JSON.stringify({ error: { code, message, innerError } }));
}

function halfway(fault: 'cut' | 'half-json' | 'sign-in-page', body: string, response: ServerResponse): void {
  const half = body.slice(0, body.length / 2);
  if (fault === 'sign-in-page') send(response, 200, { 'content-type': 'text/html' }, '<html>Logg inn</html>');
  else if (fault === 'half-json') send(response, 200, json, half);
  else {
    response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(body) });
    response.write(half, () => response.socket?.destroy());
  }
}

const services = ['Barnehage', 'Skole', 'PPT', 'Helsestasjon', 'Barnevern'];

/** The staff of the fictional municipality in Microsoft 365: forty in a unit, the first of each its manager, and one over all of them. */
export function graphUsers(people: number): GraphUser[] {
  return Array.from({ length: people }, (_, at) => {
    const unit = Math.floor(at / 40);
    const isManager = at % 40 === 0;
    return {
      ...{ id: graphId(at), userPrincipalName: `P${at}@fjordvik.kommune.no`, accountEnabled: true, userType: 'Member' },
      ...{ givenName: 'Kari', surname: 'Lund', displayName: 'Kari Lund', companyName: 'Fjordvik kommune' },
      ...{ department: `Enhet ${unit}`, jobTitle: isManager ? 'Rektor' : 'Lærer', mobilePhone: '99 99 99 99' },
      ...{ employeeType: 'Ansatt', employeeOrgData: { division: `Område ${Math.floor(unit / 10)}`, costCenter: null } },
      employeeHireDate: `${addDays('2015-01-01', (at * 37) % 4_000)}T00:00:00Z`,
      onPremisesExtensionAttributes: {
        extensionAttribute1: null,
        extensionAttribute2: services[unit % services.length],
      },
      ...(at > 0 && { managerId: graphId(isManager ? 0 : unit * 40) }),
    };
  });
}

export const graphId = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
