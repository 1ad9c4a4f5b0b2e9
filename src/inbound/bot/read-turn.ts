import { z } from 'zod';
import { readLocale } from '../../core/locale.ts';
import { readSentFiles } from './read-sent-files.ts';
import type { ConversationKind, Turn, TurnEnvelope } from './turn.ts';

/** Teams leaves a field out, or writes null. */
const word = z.string().nullish();
const wordOf = word.transform((text) => text ?? undefined);

const account = z.object({
  id: word.transform((id) => id ?? ''),
  aadObjectId: wordOf,
  tenantId: wordOf,
  userRole: wordOf,
  role: wordOf,
});

/** The parts of an activity that we read. Everything else is left where it is. */
const activitySchema = z.object({
  type: z.string(),
  id: word.transform((id) => id ?? ''),
  name: word,
  action: word,
  text: word,
  value: z.unknown().optional(),
  replyToId: wordOf,
  serviceUrl: z.string(),
  locale: wordOf,
  from: account,
  recipient: account.nullish(),
  conversation: z.object({
    id: z.string(),
    conversationType: wordOf,
    isGroup: z.boolean().nullish(),
    tenantId: wordOf,
  }),
  channelData: z.object({ tenant: z.object({ id: word }).nullish() }).nullish(),
  entities: z.array(z.record(z.string(), z.unknown())).nullish(),
  attachments: z.array(z.unknown()).nullish(),
});
type ParsedActivity = z.infer<typeof activitySchema>;

// Made once: zod compiles a schema when it is first used, which costs more than all else in reading a turn.
const executeSchema = z.object({ action: z.object({ verb: z.string(), data: z.unknown().optional() }) });
const submitSchema = z.looseObject({ verb: z.string() });
/** What we sent with the question comes back as `context`, with the verb in it, as in an Action.Submit. */
const consentSchema = z.object({ context: submitSchema, uploadInfo: z.unknown().optional() });
const mentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string() }),
});

/** An authenticated activity as plain data, or `undefined` when it has no shape that we can answer. */
export function readTurn(activity: unknown): Turn | undefined {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return undefined;
  return { ...readEnvelope(parsed.data), ...readKind(parsed.data) };
}

type TurnKind = Turn extends infer T ? (T extends Turn ? Omit<T, keyof TurnEnvelope> : never) : never;

function readKind(activity: ParsedActivity): TurnKind {
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') return readExecute(activity);
  if (activity.type === 'invoke' && activity.name === 'fileConsent/invoke') return readConsent(activity);
  if (activity.type === 'message') return readMessage(activity);
  if (activity.type === 'installationUpdate') {
    return (activity.action ?? '').toLowerCase().startsWith('remove') ? { kind: 'removed' } : { kind: 'installed' };
  }
  return { kind: 'other', type: activity.type };
}

function readExecute(activity: ParsedActivity): TurnKind {
  const value = executeSchema.safeParse(activity.value);
  if (!value.success) return { kind: 'action', verb: '', data: undefined, door: 'execute' };
  return { kind: 'action', verb: value.data.action.verb, data: value.data.action.data, door: 'execute' };
}

function readConsent(activity: ParsedActivity): TurnKind {
  const value = consentSchema.safeParse(activity.value);
  if (!value.success) return { kind: 'action', verb: '', data: undefined, door: 'consent' };
  const { verb, ...data } = value.data.context;
  return { kind: 'action', verb, data: { ...data, upload: value.data.uploadInfo }, door: 'consent' };
}

function readMessage(activity: ParsedActivity): TurnKind {
  const pressed = submitSchema.safeParse(activity.value);
  if (pressed.success) {
    const { verb, ...data } = pressed.data;
    return { kind: 'action', verb, data, door: 'submit' };
  }
  const files = readSentFiles(activity.attachments ?? []);
  return { kind: 'message', text: withoutMentionOfUs(activity), ...(files.length > 0 && { files }) };
}

/** In a group or channel the text begins with `<at>Undring</at>`. */
function withoutMentionOfUs(activity: ParsedActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    const found = mentionSchema.safeParse(entity);
    if (found.success && found.data.mentioned.id === activity.recipient?.id) text = text.replace(found.data.text, ' ');
  }
  return text.trim();
}

function readEnvelope(activity: ParsedActivity): TurnEnvelope {
  const { conversation, from, channelData } = activity;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id ?? '';
  return {
    activityId: activity.id,
    replyToId: activity.replyToId,
    conversation: {
      conversationId: conversation.id,
      kind: readConversationKind(conversation),
      tenantId,
      serviceUrl: activity.serviceUrl,
    },
    botId: activity.recipient?.id ?? '',
    from: { teamsId: from.id, aadObjectId: from.aadObjectId, isGuest: isGuest(from, tenantId) },
    clientLocale: readLocale(activity.locale),
  };
}

function isGuest(from: z.infer<typeof account>, tenantId: string): boolean {
  const role = (from.userRole ?? from.role ?? '').toLowerCase();
  const isFromElsewhere = from.tenantId !== undefined && tenantId !== '' && from.tenantId !== tenantId;
  return role === 'guest' || role === 'anonymous' || isFromElsewhere;
}

/**
 * Teams leaves `conversationType` out of some private events; the ids of chats and channels that others read begin with `19:`.
 * What is not surely private is treated as shared.
 */
function readConversationKind({ id, conversationType, isGroup }: ParsedActivity['conversation']): ConversationKind {
  if (conversationType === 'channel') return 'channel';
  const isPrivate = conversationType === 'personal' || (conversationType === undefined && !id.startsWith('19:'));
  return isPrivate && !isGroup ? 'personal' : 'group';
}
