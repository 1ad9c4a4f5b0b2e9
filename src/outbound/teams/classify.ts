import {
  closedChatWords,
  disabledByAdmin,
  type SendResult,
  type TryLaterCause,
  unexplained,
} from '../../features/reminders/messenger.ts';
import type { CallAnswer } from './connector.ts';

type Answered = Extract<CallAnswer, { outcome: 'answered' }>;
/** `later`: surely not processed. */
type Verdict = { later: TryLaterCause } | 'not-authorised' | 'unknown' | 'rejected';

/** What each status means. Source: learn.microsoft.com, "Status code responses" of conversation messages; the rest is rejected or unknown by class. */
const verdicts: Readonly<Record<number, Verdict>> = {
  401: 'not-authorised',
  /** A time-out on the way: it may have been processed. */
  408: 'unknown',
  /** Another operation on the same conversation was running. */
  412: { later: 'failed' },
  /** "Not now" says nothing of the message. The window of the day and the wait that grows bound it. */
  429: { later: 'throttled' },
  /** Microsoft says not to retry 500, and to retry 502 and 504: both may hide a message that arrived. */
  500: 'unknown',
  502: 'unknown',
  503: { later: 'overloaded' },
  504: 'unknown',
};

/**
 * Teams' own words for a refusal, and whether they mean that this chat cannot be reached. The body's shape varies: the word may be
 * `error.code`, or `subCode` inside a JSON text inside the message; so it is looked for as a word, wherever it stands.
 */
const refusals: Readonly<Record<string, 'unreachable' | 'ours'>> = {
  // First, since Teams may put a word for a closed chat around it.
  [disabledByAdmin]: 'ours',
  ...Object.fromEntries(closedChatWords.map((word) => [word, 'unreachable' as const])),
  ActivityNotFoundInConversation: 'ours',
  InvalidBotApiHost: 'ours',
  NotEnoughPermissions: 'ours',
  BotNotRegistered: 'ours',
  MessageSizeTooBig: 'ours',
};

const hourMs = 3_600_000;

/** What an answer of Teams means for whoever wanted to send. `now` is real time, for a Retry-After that is a date. */
export function classify(answer: CallAnswer, now: Date): SendResult {
  if (answer.outcome === 'no-token') return { outcome: 'not-authorised', reason: answer.reason };
  if (answer.outcome === 'no-answer') return { outcome: 'unknown', reason: answer.reason };
  if (answer.outcome === 'not-sent') return classifyNotSent(answer.reason);
  if (answer.outcome === 'token-worn') return { outcome: 'try-later', reason: answer.reason, because: 'throttled' };
  const { status } = answer;
  if (status >= 200 && status < 300) return { outcome: 'sent', activityId: readId(answer.body) ?? '' };
  const reason = readReason(answer);
  const verdict = verdicts[status] ?? (status >= 500 ? 'unknown' : 'rejected');
  if (typeof verdict === 'object') {
    return { outcome: 'try-later', reason, because: verdict.later, ...readRetryAfter(answer.retryAfter, now) };
  }
  if (verdict === 'rejected') return { outcome: verdict, reason, isUnreachable: refusals[reason] === 'unreachable' };
  return { outcome: verdict, reason };
}

/** The `id` of a created activity or conversation. */
export function readId(body: string): string | undefined {
  return readField(body, 'id');
}

export function readField(body: string, field: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body)?.[field];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function classifyNotSent(reason: string): SendResult {
  // A stored address that is not Teams: no later try makes it so.
  if (reason === 'service-host-not-allowed') return { outcome: 'rejected', reason, isUnreachable: false };
  // No connection is nobody's fault, as a token that fails is not: it says nothing of the message, and may be so for everybody.
  return { outcome: 'try-later', reason, because: 'throttled' };
}

function readReason({ status, body }: Answered): string {
  const known = Object.keys(refusals).find((word) => new RegExp(`\\b${word}\\b`).test(body));
  if (known) return known;
  if (/"errorCode\\?"\s*:\s*209\b/.test(body)) return 'MessageWritesBlocked';
  // Of what we do not know only a single word is taken over: a sentence could hold anything.
  const word = /\\?"(?:code|subCode)\\?"\s*:\s*\\?"([A-Za-z]{1,60})\\?"/.exec(body)?.[1];
  if (status === 403 || status === 404) return unexplained(status, word);
  return word ?? `http-${status}`;
}

function readRetryAfter(header: string | undefined, now: Date): { retryAfterMs?: number } {
  if (!header) return {};
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  if (Number.isNaN(waitMs)) return {};
  return { retryAfterMs: Math.min(Math.max(waitMs, 0), hourMs) };
}
