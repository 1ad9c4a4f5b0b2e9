import { isSafeKey } from '../../core/ids.ts';

/** The parts of a pointer that may be kept. Nothing else that lay in the message is copied: it may be anything. */
const idNames = ['kind', 'personId', 'dueOn', 'period', 'leaderId', 'sessionId'];

/** What lies in the queue of parked messages, as JSON: why, which message it was, and the ids that its text pointed at. */
export function parkedTextOf(message: { messageId: string; reason: string; text: string }): string {
  const { messageId, reason, text } = message;
  const pointer = Object.fromEntries(Object.entries(readObject(text)).filter(isKept));
  return JSON.stringify({ reason: /^[a-z\d-]{1,60}$/i.test(reason) ? reason : 'unnamed', messageId, pointer });
}

function isKept([name, value]: [string, unknown]): boolean {
  return idNames.includes(name) && typeof value === 'string' && isSafeKey(value);
}

function readObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
