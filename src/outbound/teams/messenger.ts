import type { Message } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Messenger } from '../../features/reminders/messenger.ts';
import { classify, readField, readId } from './classify.ts';
import type { Connector } from './connector.ts';
import { conversationUrl, withoutSlash } from './conversation-url.ts';
import { inOrder } from './in-order.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

export type TeamsMessengerNeeds = {
  connector: Connector;
  appId: string;
  tenantId: string;
  /** Where a chat is opened with somebody who has not written yet. */
  defaultServiceUrl: string;
  /** The real clock. */
  clock: Clock;
  deadlineMs?: number;
};

/** Sends by the Bot Connector's own REST calls; three of them are all that is needed. */
export function createTeamsMessenger(needs: TeamsMessengerNeeds): Messenger {
  const { connector, clock, deadlineMs = 10_000 } = needs;
  const updates = inOrder();
  const call = (method: 'POST' | 'PUT', url: string, body: object) =>
    connector.call({ method, url, body: JSON.stringify(body), deadlineMs });

  return {
    async send(conversation, message) {
      const url = conversationUrl(conversation);
      const answer = await call('POST', `${url}/activities`, toActivity(conversation, message, { alert: true }));
      return classify(answer, clock.now());
    },
    update: (conversation, activityId, message) =>
      updates(conversation.conversationId, async () => {
        const url = conversationUrl(conversation);
        const body = { ...toActivity(conversation, message, { alert: false }), id: activityId };
        const answer = await call('PUT', `${url}/activities/${encodeURIComponent(activityId)}`, body);
        const result = classify(answer, clock.now());
        return result.outcome === 'sent' ? { outcome: 'sent', activityId } : result;
      }),
    async open(aadObjectId) {
      const botId = `28:${needs.appId}`;
      const { tenantId, defaultServiceUrl } = needs;
      const answer = await call('POST', `${withoutSlash(defaultServiceUrl)}/v3/conversations`, {
        bot: { id: botId },
        isGroup: false,
        // Only in a private chat may a member be named by the Entra object id.
        members: [{ id: aadObjectId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      });
      const result = classify(answer, clock.now());
      if (result.outcome !== 'sent' || answer.outcome !== 'answered') return result.outcome === 'sent' ? noId : result;
      const conversationId = readId(answer.body);
      if (!conversationId) return noId;
      const serviceUrl = readField(answer.body, 'serviceUrl') ?? defaultServiceUrl;
      return { outcome: 'opened', conversation: { conversationId, serviceUrl, tenantId, botId, state: 'open' } };
    },
  };
}

const noId = { outcome: 'unknown', reason: 'no-conversation-id' } as const;

function toActivity(
  conversation: { conversationId: string; botId: string },
  { card, summary }: Message,
  notification: { alert: boolean },
): Record<string, unknown> {
  return {
    type: 'message',
    from: { id: conversation.botId },
    conversation: { id: conversation.conversationId },
    summary,
    attachments: [{ contentType: cardType, content: card }],
    ...(notification.alert && { channelData: { notification: { alert: true } } }),
  };
}
