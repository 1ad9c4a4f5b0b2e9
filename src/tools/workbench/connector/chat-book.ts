import { Failure } from '../../../core/failure.ts';
import { splitThread } from './teams-ids.ts';
import type {
  CardJson,
  Persona,
  StoredActivity,
  StoredConversation,
  WorkbenchChange,
  WorkbenchState,
} from './types.ts';

export type NewActivity = Pick<StoredActivity, 'from' | 'text' | 'card' | 'file' | 'summary' | 'threadId'>;

/** All that the stub Teams remembers, and who wants to be told when it changes. */
export type ChatBook = {
  state: WorkbenchState;
  person(personaId: string): Persona;
  findPerson(teamsOrObjectId: string): Persona | undefined;
  personalChatOf(personaId: string): StoredConversation;
  /** Also finds the channel when the id names a thread in it. */
  findConversation(conversationId: string): StoredConversation | undefined;
  conversation(conversationId: string): StoredConversation;
  findActivity(conversationId: string, activityId: string): StoredActivity | undefined;
  /** The conversation and message with this id; ids are unique over all conversations. */
  locate(activityId: string): { conversation: StoredConversation; activity: StoredActivity };
  add(conversationId: string, activity: NewActivity, at: Date): StoredActivity;
  change(
    conversationId: string,
    activityId: string,
    to: Pick<NewActivity, 'text' | 'card' | 'file' | 'summary'>,
    at: Date,
  ): void;
  remove(conversationId: string, activityId: string): void;
  /** What only this person sees in place of the message's card. */
  showOnlyTo(personaId: string, activityId: string, card: CardJson): void;
  touch(change: WorkbenchChange): void;
  subscribe(listener: (change: WorkbenchChange) => void): () => void;
};

export function createChatBook(state: WorkbenchState): ChatBook {
  const listeners = new Set<(change: WorkbenchChange) => void>();
  let lastId = newestId(state);
  const touch = (change: WorkbenchChange): void => {
    for (const listener of listeners) listener(change);
  };
  const person = (personaId: string): Persona =>
    found(
      state.people.find((each) => each.personaId === personaId),
      `no persona ${personaId}; use a personaId of the seed`,
    );
  const findConversation = (conversationId: string) => {
    const { baseId } = splitThread(conversationId);
    return state.conversations.find((each) => each.conversationId === baseId);
  };
  const conversation = (conversationId: string) =>
    found(findConversation(conversationId), `no conversation ${conversationId}; take the id from the state`);
  const findActivity = (conversationId: string, activityId: string) =>
    findConversation(conversationId)?.activities.find((each) => each.activityId === activityId);
  const locate = (activityId: string) => {
    const holder = state.conversations.find(({ activities }) =>
      activities.some((each) => each.activityId === activityId),
    );
    const home = found(holder, `no message ${activityId}; it may have been deleted`);
    return { conversation: home, activity: found(findActivity(home.conversationId, activityId), 'deleted just now') };
  };
  return {
    state,
    person,
    findPerson: (id) => state.people.find((each) => each.teamsId === id || each.aadObjectId === id.toLowerCase()),
    personalChatOf: (personaId) =>
      found(
        state.conversations.find(({ type, memberIds }) => type === 'personal' && memberIds.includes(personaId)),
        `no private chat for ${personaId}; give the persona to createStubConnector`,
      ),
    findConversation,
    conversation,
    findActivity,
    locate,
    add(conversationId, activity, at) {
      lastId = Math.max(at.getTime(), lastId + 1);
      const stored: StoredActivity = { ...activity, activityId: String(lastId), at: at.toISOString(), views: {} };
      const home = conversation(conversationId);
      home.activities.push(stored);
      touch({ type: 'conversation', conversationId: home.conversationId });
      touch({ type: 'message', conversationId: home.conversationId, activityId: stored.activityId });
      return stored;
    },
    change(conversationId, activityId, to, at) {
      const { conversation: home, activity } = locate(activityId);
      Object.assign(activity, {
        text: undefined,
        card: undefined,
        file: undefined,
        ...to,
        editedAt: at.toISOString(),
        views: {},
      });
      touch({ type: 'conversation', conversationId: home.conversationId ?? conversationId });
    },
    remove(conversationId, activityId) {
      const home = conversation(conversationId);
      home.activities = home.activities.filter((each) => each.activityId !== activityId);
      touch({ type: 'conversation', conversationId: home.conversationId });
    },
    showOnlyTo(personaId, activityId, card) {
      const { conversation: home, activity } = locate(activityId);
      activity.views[personaId] = card;
      touch({ type: 'conversation', conversationId: home.conversationId });
    },
    touch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function newestId(state: WorkbenchState): number {
  const ids = state.conversations.flatMap(({ activities }) => activities.map(({ activityId }) => Number(activityId)));
  return Math.max(0, ...ids);
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Failure('invalid', message);
  return value;
}
