import type { ConnectorRoute, RouteCall, RouteNeeds } from './route.ts';
import { teamsErrors } from './teams-errors.ts';
import type { ConnectorAnswer, Persona } from './types.ts';

/** Who is in a conversation. */
export const memberRoutes: readonly ConnectorRoute[] = [
  { method: 'GET', path: /^\/v3\/conversations\/([^/]+)\/members$/, operation: 'members', run: listMembers },
  { method: 'GET', path: /^\/v3\/conversations\/([^/]+)\/pagedmembers$/, operation: 'members', run: pageMembers },
  { method: 'GET', path: /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, operation: 'members', run: getMember },
];

function listMembers(needs: RouteNeeds, { params: [conversationId = ''] }: RouteCall): ConnectorAnswer {
  const members = membersOf(needs, conversationId);
  return members ? { status: 200, body: members } : teamsErrors.conversationNotFound();
}

function pageMembers(needs: RouteNeeds, { params: [conversationId = ''], query }: RouteCall): ConnectorAnswer {
  const members = membersOf(needs, conversationId);
  if (!members) return teamsErrors.conversationNotFound();
  const size = Math.min(500, Math.max(1, Number(query.get('pageSize') ?? 200) || 200));
  const from = Number(query.get('continuationToken') ?? 0) || 0;
  const next = from + size < members.length ? String(from + size) : undefined;
  return { status: 200, body: { members: members.slice(from, from + size), continuationToken: next } };
}

function getMember(needs: RouteNeeds, { params: [conversationId = '', memberId = ''] }: RouteCall): ConnectorAnswer {
  const members = membersOf(needs, conversationId);
  if (!members) return teamsErrors.conversationNotFound();
  const member = members.find(({ id, objectId }) => id === memberId || objectId === memberId);
  return member ? { status: 200, body: member } : teamsErrors.memberNotFound();
}

type TeamsMember = ReturnType<typeof toMember>;

function membersOf({ book, tenantId }: RouteNeeds, conversationId: string): TeamsMember[] | undefined {
  return book
    .findConversation(conversationId)
    ?.memberIds.map((personaId) => toMember(book.person(personaId), tenantId));
}

/** The shape of TeamsChannelAccount on the wire. */
function toMember(persona: Persona, tenantId: string) {
  return {
    id: persona.teamsId,
    name: persona.name,
    objectId: persona.aadObjectId,
    aadObjectId: persona.aadObjectId,
    givenName: persona.givenName,
    surname: persona.surname,
    email: persona.email,
    userPrincipalName: persona.email,
    tenantId,
    userRole: persona.isGuest ? 'guest' : 'user',
  };
}
