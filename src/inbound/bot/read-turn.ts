import { z } from 'zod';
import { readLocale } from '../../core/locale.ts';
import type { ConversationKind, Turn, TurnEnvelope } from './turn.ts';

const account = z.object({
  id: z.string().default(''),
  aadObjectId: z.string().optional(),
  tenantId: z.string().optional(),
  userRole: z.string().optional(),
  role: z.string().optional(),
});

/** The parts of an activity that we read. Everything else is left where it is. */
const activitySchema = z.object({
  type: z.string(),
  id: z.string().default(''),
  name: z.string().optional(),
  action: z.string().optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().optional(),
  serviceUrl: z.string(),
  locale: z.string().optional(),
  from: account,
  recipient: account.optional(),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional(), tenantId: z.string().optional() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).nullish(),
  entities: z.array(z.record(z.string(), z.unknown())).nullish(),
});
type ParsedActivity = z.infer<typeof activitySchema>;

const pressSchema = z.object({ verb: z.string(), data: z.unknown().optional() });

/** An authenticated activity as plain data, or `undefined` when it has no shape that we can answer. */
export function readTurn(activity: unknown): Turn | undefined {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return undefined;
  return { ...readEnvelope(parsed.data), ...readKind(parsed.data) };
}

type TurnKind = Turn extends infer T ? (T extends Turn ? Omit<T, keyof TurnEnvelope> : never) : never;

function readKind(activity: ParsedActivity): TurnKind {
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') return readExecute(activity);
  if (activity.type === 'message') return readMessage(activity);
  if (activity.type === 'installationUpdate') {
    return (activity.action ?? '').toLowerCase().startsWith('remove') ? { kind: 'removed' } : { kind: 'installed' };
  }
  return { kind: 'other', type: activity.type };
}

function readExecute(activity: ParsedActivity): TurnKind {
  const value = z.object({ action: pressSchema }).safeParse(activity.value);
  if (!value.success) return { kind: 'action', verb: '', data: undefined, door: 'execute' };
  return { kind: 'action', verb: value.data.action.verb, data: value.data.action.data, door: 'execute' };
}

function readMessage(activity: ParsedActivity): TurnKind {
  const pressed = z.looseObject({ verb: z.string() }).safeParse(activity.value);
  if (pressed.success) {
    const { verb, ...data } = pressed.data;
    return { kind: 'action', verb, data, door: 'submit' };
  }
  return { kind: 'message', text: withoutMentionOfUs(activity) };
}

/** In a group or channel the text begins with `<at>Undring</at>`. */
function withoutMentionOfUs(activity: ParsedActivity): string {
  const mention = z.object({ type: z.literal('mention'), text: z.string(), mentioned: z.object({ id: z.string() }) });
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    const found = mention.safeParse(entity);
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
      kind: readConversationKind(conversation.conversationType),
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

/** Teams leaves `conversationType` out of some private events; what is not surely private is treated as shared. */
function readConversationKind(type: string | undefined): ConversationKind {
  if (type === undefined || type === 'personal') return 'personal';
  return type === 'channel' ? 'channel' : 'group';
}
