import {
  channelConversationId,
  createPersona,
  groupConversationId,
  type PersonaSpec,
  personalConversationId,
} from './teams-ids.ts';
import type { Persona, StoredConversation, WorkbenchState } from './types.ts';

export type SharedChatSpec = { type: 'groupChat' | 'channel'; name: string; memberIds: readonly string[] };

export type NewStateOptions = {
  appId: string;
  people: readonly (PersonaSpec & { hasApp?: boolean })[];
  /** Group chats and channels; the app is installed in them. */
  shared?: readonly SharedChatSpec[];
};

/** Teams before anything was said: everyone has a private chat with the app, installed or not. */
export function newWorkbenchState({ appId, people, shared = [] }: NewStateOptions): WorkbenchState {
  const personas = people.map((spec) => createPersona(appId, spec));
  const withApp = new Set(people.filter(({ hasApp }) => hasApp !== false).map(({ personaId }) => personaId));
  return {
    version: 1,
    clockOffsetMs: 0,
    people: personas,
    conversations: [
      ...personas.map((persona) => personalChat(appId, persona, withApp.has(persona.personaId))),
      ...shared.map(sharedChat),
    ],
  };
}

function personalChat(
  appId: string,
  { personaId, name, aadObjectId }: Persona,
  isInstalled: boolean,
): StoredConversation {
  return {
    conversationId: personalConversationId(appId, aadObjectId),
    type: 'personal',
    name,
    memberIds: [personaId],
    isInstalled,
    activities: [],
    seen: {},
  };
}

function sharedChat({ type, name, memberIds }: SharedChatSpec): StoredConversation {
  const conversationId = type === 'channel' ? channelConversationId(name) : groupConversationId(name);
  return { conversationId, type, name, memberIds, isInstalled: true, activities: [], seen: {} };
}
