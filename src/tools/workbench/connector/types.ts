/** A person whom the workbench can be. The ids look like Teams'. */
export type Persona = {
  /** Our own short key, for example `kari-solberg`. Also the key in the seed file. */
  personaId: string;
  name: string;
  givenName: string;
  surname: string;
  email: string;
  /** Microsoft Entra object id (a UUID). */
  aadObjectId: string;
  /** The id of the person for this bot (`29:…`). */
  teamsId: string;
  /** What the person does, shown under the name. */
  title: string;
  unitName: string;
  badges: readonly string[];
  /** Why a newcomer would want to be this person; those with a story stand first. */
  story?: string;
  /** Somebody from outside the tenant. */
  isGuest: boolean;
};

export type ConversationType = 'personal' | 'groupChat' | 'channel';

/** An Adaptive Card as it came: the connector does not look inside more than it must. */
export type CardJson = Readonly<Record<string, unknown>>;

/** Teams' own cards around a file: the question with its two buttons, and the file when it is there. */
export type StoredFile =
  | { kind: 'question'; name: string; description: string; sizeInBytes: number; accept: object; decline: object }
  | { kind: 'info'; name: string; contentUrl: string };

/** One message as Teams would keep it. */
export type StoredActivity = {
  activityId: string;
  /** `bot`, or the personaId of the writer. */
  from: string;
  /** ISO instant from the workbench's clock. */
  at: string;
  /** Set when the bot has changed the message. */
  editedAt?: string;
  /** In a channel: the id of the message that opened the thread. */
  threadId?: string;
  text?: string;
  card?: CardJson;
  file?: StoredFile;
  /** The line that a notification shows. */
  summary?: string;
  /** What only one person sees, after pressing in a shared conversation or by refresh: personaId → card. */
  views: Record<string, CardJson>;
};

export type StoredConversation = {
  conversationId: string;
  type: ConversationType;
  name: string;
  memberIds: readonly string[];
  /** Whether the app is installed here. */
  isInstalled: boolean;
  activities: StoredActivity[];
  /** personaId → number of activities that the person has seen. */
  seen: Record<string, number>;
};

export type WorkbenchState = {
  version: 1;
  /** How far the workbench's clock is ahead of the real one, in milliseconds. */
  clockOffsetMs: number;
  people: readonly Persona[];
  conversations: StoredConversation[];
};

/** What the page and the tests are told when something changes. */
export type WorkbenchChange =
  | { type: 'conversation'; conversationId: string }
  | { type: 'message'; conversationId: string; activityId: string }
  | { type: 'typing'; conversationId: string };

/** What a route of the connector answers. */
export type ConnectorAnswer = { status: number; body?: unknown; headers?: Readonly<Record<string, string>> };
