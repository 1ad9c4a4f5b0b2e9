import type { Message } from '../../core/card.ts';
import type { FileInfo } from '../../core/file-card.ts';
import type { FileChat } from '../../features/progress/file-chat.ts';
import { classify } from './classify.ts';
import { conversationUrl } from './conversation-url.ts';
import { callPatiently, type PatientCallNeeds } from './patient-call.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const infoType = 'application/vnd.microsoft.teams.card.file.info';
const deadlineMs = 5_000;

/** Takes Teams' question about a file away, and says what came of it. Somebody waits, so what surely was not taken is tried again for a while. */
export function createFileChat(needs: PatientCallNeeds): FileChat {
  return {
    async takeAway(conversation, activityId) {
      const url = `${conversationUrl(conversation)}/activities/${encodeURIComponent(activityId)}`;
      const answer = await callPatiently(needs, { method: 'DELETE', url, deadlineMs });
      if (answer.outcome !== 'answered') return 'not-known';
      if (answer.status === 404) return 'gone';
      return answer.status < 300 ? 'taken' : 'not-known';
    },
    async say(conversation, what) {
      const url = `${conversationUrl(conversation)}/activities`;
      const activity = {
        type: 'message',
        from: { id: conversation.botId },
        conversation: { id: conversation.conversationId },
        ...('card' in what ? cardParts(what) : fileParts(what)),
      };
      const answer = await callPatiently(needs, { method: 'POST', url, body: JSON.stringify(activity), deadlineMs });
      const result = classify(answer, needs.clock.now());
      return result.outcome === 'sent' ? { outcome: 'said' } : { outcome: 'not-said', reason: result.reason };
    },
  };
}

function cardParts({ card, summary }: Message): object {
  return { summary, attachments: [{ contentType: cardType, content: card }] };
}

function fileParts({ name, contentUrl, uniqueId, fileType, text }: FileInfo): object {
  const attachment = { contentType: infoType, contentUrl, name, content: { uniqueId, fileType } };
  return { text, summary: text, attachments: [attachment] };
}
