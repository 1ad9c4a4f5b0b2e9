import { Failure, isFailure } from '../../core/failure.ts';
import type { Directory, DirectoryUser } from '../../features/people/directory.ts';
import type { DirectoryRules } from '../../features/people/roster.ts';
import { type GraphRequest, pathOf } from './graph-client.ts';
import type { GraphPage } from './graph-page.ts';
import { type GraphPagesNeeds, readPages } from './graph-pages.ts';
import { fieldsOf, readMemberId, readUser } from './graph-user.ts';

/** Needed where Graph looks into its index: for a filter, and for the members of a group as users. */
const eventual = { headers: { ConsistencyLevel: 'eventual' } };
const pageSize = '999';
/** For changes we ask what has changed, not what it has become. */
const minimal = { headers: { Prefer: 'return=minimal' } };

/** The staff of Microsoft 365 by Microsoft Graph, version 1.0. */
export function createGraphDirectory(needs: GraphPagesNeeds & { rules: DirectoryRules }): Directory {
  const { origin, rules } = needs;

  const pages = (first: GraphRequest) => readPages(needs, first);

  async function* valuesOf(request: GraphRequest): AsyncGenerator<GraphPage['value'][number]> {
    for await (const page of pages(request)) {
      if (page === 'expired')
        throw new Failure('unavailable', 'Microsoft Graph forgot the list while we read; try again');
      yield* page.value;
    }
  }

  /** Ends at the first change: which, and of whom, is not our question. Gives the link for the next time when there was none. */
  async function changesOf(path: string): Promise<{ outcome: 'changed' | 'expired' } | { link: string }> {
    let link: string | undefined;
    for await (const page of pages({ path, ...minimal })) {
      if (page === 'expired') return { outcome: 'expired' };
      if (page.value.length > 0) return { outcome: 'changed' };
      link = page.delta;
    }
    return link === undefined ? { outcome: 'expired' } : { link };
  }

  async function markOf(request: GraphRequest): Promise<string> {
    for await (const page of pages(request)) {
      if (page !== 'expired' && page.delta !== undefined) return page.delta;
    }
    throw new Failure('unavailable', 'Microsoft Graph gave no mark for later changes; try again');
  }

  /** Ids only: who is no staff is nobody to us, and is forgotten when the staff is told. */
  async function readRoleGroups(): Promise<ReadonlyMap<string, readonly string[]>> {
    const byMember = new Map<string, string[]>();
    for (const groupId of roleGroupsOf(rules)) {
      const request = {
        path: membersOf(groupId),
        query: { $select: 'id', $top: pageSize, $count: 'true' },
        ...eventual,
      };
      for await (const value of valuesOf(request)) {
        const id = readMemberId(value);
        byMember.set(id, [...(byMember.get(id) ?? []), groupId]);
      }
    }
    return byMember;
  }

  return {
    async readUsers() {
      const users: DirectoryUser[] = [];
      for (const request of listRequests(rules)) {
        for await (const value of valuesOf(request)) users.push(readUser(value, rules));
      }
      const byMember = await readRoleGroups();
      return users.map((user) => {
        const roleGroupIds = byMember.get(user.id);
        return roleGroupIds ? { ...user, roleGroupIds } : user;
      });
    },

    async mark() {
      const links: string[] = [];
      for (const request of markRequests(rules)) links.push(await markOf(request));
      return links;
    },

    async changesSince(mark) {
      // Half a mark would say that nothing is new of what it does not ask about.
      if (mark.length !== markRequests(rules).length) return { outcome: 'expired' };
      const links: string[] = [];
      for (const link of mark) {
        const path = pathOf(link, origin);
        // A row that somebody has changed, or of another cloud.
        if (path === undefined) return { outcome: 'expired' };
        const changes = await changesOf(path).catch(expiredWhenRefused);
        if ('outcome' in changes) return changes;
        links.push(changes.link);
      }
      return { outcome: 'none', mark: links };
    },
  };
}

/** Not every token that is too old is answered 410. What Graph does not let us do it says again when all is read. */
function expiredWhenRefused(error: unknown): { outcome: 'expired' } {
  if (isFailure(error, 'invalid')) return { outcome: 'expired' };
  throw error;
}

/** The manager's user name only; Graph wants `$levels` where something is chosen of it. */
const manager = { $expand: 'manager($levels=1;$select=id,userPrincipalName)' };

function listRequests(rules: DirectoryRules): readonly GraphRequest[] {
  const query = {
    ...{ $select: fieldsOf(rules).join(','), $top: pageSize, $count: 'true' },
    ...(rules.managersLead && manager),
  };
  if (rules.filter !== undefined) {
    const $filter = `accountEnabled eq true and (${rules.filter})`;
    return [{ path: '/users', query: { ...query, $filter }, ...eventual }];
  }
  return rules.groups.map((id) => ({ path: membersOf(id), query, ...eventual }));
}

const membersOf = (groupId: string): string => `/groups/${groupId}/members/microsoft.graph.user`;

const roleGroupsOf = ({ roleGroups = {} }: DirectoryRules): readonly string[] => [
  ...new Set(Object.values(roleGroups).flat()),
];

/** From now on: nothing of what is there already. */
const $deltatoken = 'latest';

function markRequests(rules: DirectoryRules): readonly GraphRequest[] {
  const $select = [...fieldsOf(rules), ...(rules.managersLead ? ['manager'] : [])].join(',');
  const users = { path: '/users/delta', query: { $select, $deltatoken } };
  const groups = [...new Set([...rules.groups, ...roleGroupsOf(rules)])];
  if (groups.length === 0) return [users];
  const $filter = groups.map((id) => `id eq '${id}'`).join(' or ');
  return [users, { path: '/groups/delta', query: { $select: 'members', $filter, $deltatoken } }];
}
