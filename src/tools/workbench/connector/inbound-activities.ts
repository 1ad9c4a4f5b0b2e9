import { botTeamsId } from './teams-ids.ts';
import type { Persona, StoredActivity, StoredConversation } from './types.ts';

export type ActivityJson = Readonly<Record<string, unknown>> & { id: string; type: string };

/** What every activity from Teams carries. */
export type ActivityFrame = {
  appId: string;
  tenantId: string;
  botName: string;
  serviceUrl: string;
  at: Date;
  /** The client's language, for example `nb-NO`. */
  locale: string;
  conversation: StoredConversation;
  from: Persona;
  /** The thread in a channel. */
  threadId?: string;
};

function frameOf(frame: ActivityFrame, id: string): ActivityJson & Record<string, unknown> {
  const { conversation, from, tenantId, locale } = frame;
  const thread = frame.threadId ? `;messageid=${frame.threadId}` : '';
  return {
    type: 'message',
    id,
    channelId: 'msteams',
    timestamp: frame.at.toISOString(),
    localTimestamp: frame.at.toISOString(),
    localTimezone: 'Europe/Oslo',
    serviceUrl: frame.serviceUrl,
    // That somebody is a guest stands in the list of members only, as in Teams.
    from: { id: from.teamsId, name: from.name, aadObjectId: from.aadObjectId },
    recipient: { id: botTeamsId(frame.appId), name: frame.botName },
    conversation: {
      id: `${conversation.conversationId}${thread}`,
      conversationType: conversation.type,
      tenantId,
      ...(conversation.type === 'personal' ? {} : { isGroup: true, name: conversation.name }),
    },
    channelData: channelDataOf(frame),
    locale,
    entities: [
      { type: 'clientInfo', locale, country: 'NO', platform: 'Web', timezone: 'Europe/Oslo' },
    ] as readonly unknown[],
  };
}

function channelDataOf({ conversation, tenantId }: ActivityFrame): object {
  const tenant = { tenant: { id: tenantId } };
  if (conversation.type !== 'channel') return tenant;
  const id = conversation.conversationId;
  return { ...tenant, teamsTeamId: id, teamsChannelId: id, team: { id, name: conversation.name }, channel: { id } };
}

/** In a group or channel the bot is written to by mention; the text then begins with `<at>…</at>`. */
export function messageActivity(frame: ActivityFrame, id: string, text: string): ActivityJson {
  const base = frameOf(frame, id);
  if (frame.conversation.type === 'personal') return { ...base, textFormat: 'plain', text };
  const mention = {
    type: 'mention',
    text: `<at>${frame.botName}</at>`,
    mentioned: { id: botTeamsId(frame.appId), name: frame.botName },
  };
  return {
    ...base,
    textFormat: 'plain',
    text: `${mention.text} ${text}`,
    entities: [mention, ...(base.entities as readonly unknown[])],
  };
}

export type OwnFile = { name: string; contentUrl: string; downloadUrl: string; uniqueId: string; fileType: string };

/** A file from the person's own OneDrive, in a private chat: the same message comes once more as HTML. */
export function fileActivity(frame: ActivityFrame, id: string, file: OwnFile): ActivityJson {
  const { name, contentUrl, ...content } = file;
  const attachment = { contentType: 'application/vnd.microsoft.teams.file.download.info', name, contentUrl, content };
  return { ...frameOf(frame, id), attachments: [attachment, { contentType: 'text/html', content: '<p></p>' }] };
}

/** Action.Submit: a message without text whose value is the data and the inputs. */
export function submitActivity(frame: ActivityFrame, id: string, pressed: StoredActivity, value: object): ActivityJson {
  return { ...frameOf(frame, id), replyToId: pressed.activityId, value };
}

export type Execute = { verb: string; data: object; trigger: 'manual' | 'automatic'; actionId?: string };

/** Action.Execute and refresh: an invoke that wants its answer on the same request. */
export function executeActivity(
  frame: ActivityFrame,
  id: string,
  pressed: StoredActivity,
  execute: Execute,
): ActivityJson {
  const { verb, data, trigger, actionId } = execute;
  return {
    ...frameOf(frame, `f:${id}`),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: pressed.activityId,
    value: { action: { type: 'Action.Execute', id: actionId, verb, data }, trigger },
  };
}

export type FileAnswer = { action: 'accept' | 'decline'; context: object; uploadInfo?: object };

/** What somebody answered when Teams asked about a file: an invoke that wants its 200 at once. */
export function fileConsentActivity(
  frame: ActivityFrame,
  id: string,
  asked: StoredActivity,
  answer: FileAnswer,
): ActivityJson {
  return {
    ...frameOf(frame, `f:${id}`),
    type: 'invoke',
    name: 'fileConsent/invoke',
    replyToId: asked.activityId,
    value: { type: 'fileUpload', ...answer },
  };
}

/** Installing tells twice, in two ways; so does taking away. */
export function installActivities(frame: ActivityFrame, id: string, change: 'add' | 'remove'): readonly ActivityJson[] {
  const base = frameOf(frame, `f:${id}`);
  const bot = [{ id: botTeamsId(frame.appId) }];
  const members = change === 'add' ? { membersAdded: bot } : { membersRemoved: bot };
  return [
    { ...base, id: `f:${id}-1`, type: 'conversationUpdate', ...members },
    { ...base, id: `f:${id}-2`, type: 'installationUpdate', action: change },
  ];
}
