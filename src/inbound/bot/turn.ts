import type { Locale } from '../../core/locale.ts';
import type { SentFile } from '../../features/content/file-download.ts';

export type ConversationKind = 'personal' | 'group' | 'channel';

/** An activity from Teams as plain data, after the token was verified. Nothing of botbuilder is in it. */
export type Turn = TurnEnvelope &
  /** `files`: what was sent along, nothing of it fetched yet. */
  (
    | { kind: 'message'; text: string; files?: readonly SentFile[] }
    /** A press on a card: Action.Execute, Action.Submit from a client without it, or the answer to Teams' question about a file. */
    | { kind: 'action'; verb: string; data: unknown; door: 'execute' | 'submit' | 'consent' }
    | { kind: 'installed' }
    | { kind: 'removed' }
    /** Anything else. Answered 200 and ignored. */
    | { kind: 'other'; type: string }
  );

export type TurnEnvelope = {
  activityId: string;
  /** The message whose card was pressed. */
  replyToId?: string;
  conversation: { conversationId: string; kind: ConversationKind; tenantId: string; serviceUrl: string };
  botId: string;
  from: { teamsId: string; aadObjectId?: string; isGuest: boolean };
  /** What the Teams client says; the person's own choice goes before it. */
  clientLocale?: Locale;
};
