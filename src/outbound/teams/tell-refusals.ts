import type { Telemetry } from '../../core/events.ts';
import { type Messenger, mayPass, type OpenResult, type SendResult } from '../../features/reminders/messenger.ts';

/** So many chats without anything sent between are not some few people with another policy. */
const chatsToTell = 20;

/**
 * The same messenger, and one alarm when Teams seems to refuse everybody, because an administrator has shut off the app or for no reason that it
 * gives: each refusal uses up somebody's message. Counted in this process, until something is sent; changes nothing of any answer.
 */
export function tellRefusals(messenger: Messenger, telemetry: Telemetry): Messenger {
  /** By the address: one chat may be tried again and again. */
  const refused = new Set<string>();

  function counted<R extends SendResult | OpenResult>(to: string, result: R): R {
    if (result.outcome === 'sent') refused.clear();
    if (result.outcome !== 'rejected' || refused.size === chatsToTell) return result;
    if (mayPass(result.reason)) refused.add(to);
    if (refused.size === chatsToTell) {
      telemetry.record({ event: 'background-failed', at: 'all-refused', kind: result.reason });
    }
    return result;
  }

  return {
    send: async (to, message) => counted(to.conversationId, await messenger.send(to, message)),
    update: async (to, activityId, message) =>
      counted(to.conversationId, await messenger.update(to, activityId, message)),
    open: async (aadObjectId) => counted(aadObjectId, await messenger.open(aadObjectId)),
  };
}
