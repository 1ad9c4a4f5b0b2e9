import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import type { Member, MemberDirectory } from '../../features/people/member-directory.ts';
import type { Connector } from './connector.ts';
import { conversationUrl } from './conversation-url.ts';

const text = z
  .string()
  .max(400)
  .nullish()
  .transform((value) => value ?? '');

/** A TeamsChannelAccount: the object id stands in one of two fields, and what Teams does not want to tell is left out. */
const memberSchema = z.object({
  aadObjectId: text,
  objectId: text,
  userPrincipalName: text,
  tenantId: text,
  userRole: text,
});

const outsideRoles: readonly string[] = ['guest', 'anonymous'];

const deadlineMs = 3_000;

/** One GET for one member, which Teams limits far less than the list of all. */
export function createMemberDirectory({ connector }: { connector: Connector }): MemberDirectory {
  return {
    async read({ teamsId, ...place }) {
      // In a channel the members are those of the channel, not of the thread.
      const conversationId = place.conversationId.split(';')[0] ?? '';
      const url = `${conversationUrl({ ...place, conversationId })}/members/${encodeURIComponent(teamsId)}`;
      const answer = await connector.call({ method: 'GET', url, deadlineMs });
      if (answer.outcome !== 'answered') throw notTold(answer.reason);
      if (answer.status === 403 || answer.status === 404) return undefined;
      if (answer.status >= 300) throw notTold(`http-${answer.status}`);
      return readMember(answer.body);
    },
  };
}

const notTold = (reason: string): Failure =>
  new Failure('unavailable', `Teams did not say who a member is (${reason}); the person is unknown until it does`);

function readMember(body: string): Member | undefined {
  const member = memberSchema.safeParse(readJson(body)).data;
  if (!member) return undefined;
  const { userPrincipalName: userName, tenantId, userRole } = member;
  const aadObjectId = member.aadObjectId || member.objectId;
  const isGuest = outsideRoles.includes(userRole.toLowerCase());
  if (!isGuest && (aadObjectId === '' || userName === '')) return undefined;
  return { aadObjectId, userName, ...(tenantId && { tenantId }), isGuest };
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
