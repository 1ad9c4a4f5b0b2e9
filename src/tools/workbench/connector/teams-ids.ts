import { createHash } from 'node:crypto';
import type { Persona } from './types.ts';

/** Ids that look like Teams' and are the same every time, so that state and storage agree after a restart. */

const digest = (text: string, encoding: 'hex' | 'base64url'): string =>
  createHash('sha512').update(text).digest(encoding);

export const botTeamsId = (appId: string): string => `28:${appId}`;

/** A UUID made of the words (version 4 in form). */
export function objectIdOf(words: string): string {
  const hex = digest(`object:${words}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const teamsIdOf = (appId: string, aadObjectId: string): string =>
  `29:1${digest(`user:${appId}:${aadObjectId}`, 'base64url').slice(0, 86)}`;

/** One private chat per app and person; it stays the same for ever. */
export const personalConversationId = (appId: string, aadObjectId: string): string =>
  `a:1${digest(`chat:${appId}:${aadObjectId}`, 'base64url').slice(0, 86)}`;

export const groupConversationId = (words: string): string =>
  `19:${digest(`group:${words}`, 'hex').slice(0, 32)}@thread.v2`;

export const channelConversationId = (words: string): string =>
  `19:${digest(`channel:${words}`, 'base64url').slice(0, 44)}@thread.tacv2`;

/** `{channel};messageid={root}` → both parts. */
export function splitThread(conversationId: string): { baseId: string; threadId?: string } {
  const [baseId = '', thread] = conversationId.split(';messageid=');
  return thread === undefined ? { baseId } : { baseId, threadId: thread };
}

export type PersonaSpec = Pick<Persona, 'personaId' | 'name'> &
  Partial<
    Pick<
      Persona,
      'givenName' | 'surname' | 'email' | 'aadObjectId' | 'title' | 'unitName' | 'badges' | 'isGuest' | 'story'
    >
  >;

/** Fills in what a test or the seed does not care to say. */
export function createPersona(appId: string, spec: PersonaSpec): Persona {
  const aadObjectId = spec.aadObjectId ?? objectIdOf(spec.personaId);
  const [givenName = spec.name, ...rest] = spec.name.split(' ');
  return {
    personaId: spec.personaId,
    name: spec.name,
    givenName: spec.givenName ?? givenName,
    surname: spec.surname ?? rest.join(' '),
    email: spec.email ?? `${spec.personaId}@fjordvik.example`,
    aadObjectId,
    teamsId: teamsIdOf(appId, aadObjectId),
    title: spec.title ?? '',
    unitName: spec.unitName ?? '',
    badges: spec.badges ?? [],
    isGuest: spec.isGuest ?? false,
    story: spec.story,
  };
}
