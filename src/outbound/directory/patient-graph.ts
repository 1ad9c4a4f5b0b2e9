import type { Clock } from '../../core/clock.ts';
import { Failure } from '../../core/failure.ts';
import type { GraphClient, GraphRequest } from './graph-client.ts';
import type { GraphAnswer } from './graph-http.ts';

export type PatientGraphNeeds = {
  client: GraphClient;
  /** The real clock: Graph counts in it. */
  clock: Clock;
  wait(ms: number): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
  /** What an administrator does where Graph refuses with this status; absent: what it means for the staff list. */
  remedyOf?(status: number): string;
};

/** `expired`: Graph no longer knows what the address stands for. */
export type PatientAnswer = { outcome: 'read'; body: string } | { outcome: 'expired' };

/** How much of the waiting is left for one list. */
export type Patience = { leftMs: number };

/** All the waiting for one list: shorter than the hour after which another replica may begin. */
export const newPatience = (): Patience => ({ leftMs: 15 * 60_000 });

const mostTries = 5;
const firstPauseMs = 1_000;
/** Graph asks for seconds, now and then for minutes. Longer than this is for the next round. */
const longestPauseMs = 300_000;
/** A gateway or a server in trouble. A GET changes nothing, and installing twice is answered 409, so that asking again is harmless. */
const passing = new Set([408, 429, 500, 502, 503, 504]);

export const isPassing = (status: number): boolean => passing.has(status);

/**
 * Asks until there is an answer, and never sooner than Graph wants. Throws Failure `throttled` and `unavailable` when there is none in a few
 * tries, and `invalid` when Graph does not let us. What Graph says is told to nobody: it may quote people.
 */
export async function askPatiently(
  needs: PatientGraphNeeds,
  request: GraphRequest,
  patience: Patience,
): Promise<PatientAnswer> {
  const answer = await askUntilSettled(needs, request, patience);
  const verdict = judge(answer);
  if (verdict === 'read' && answer.outcome === 'answered') return { outcome: 'read', body: answer.body };
  if (verdict === 'expired') return { outcome: 'expired' };
  throw failureOf(answer, verdict, needs.remedyOf ?? staffRemedyOf);
}

/** The last answer: one that asking again would not better, or the trouble that there still was when tries or patience ended. */
export async function askUntilSettled(
  needs: PatientGraphNeeds,
  request: GraphRequest,
  patience: Patience,
): Promise<GraphAnswer> {
  let isRefused = false;
  for (let tries = 1; ; tries += 1) {
    const answer = await needs.client.ask(request);
    const verdict = judge(answer);
    // A token that ran out on the way: once more, with a new one.
    const isWorth = verdict === 'later' || (verdict === 'token' && !isRefused);
    isRefused ||= verdict === 'token';
    const pauseMs = verdict === 'token' ? 0 : pauseOf(answer, tries, needs);
    const isTooLong = pauseMs > Math.min(longestPauseMs, patience.leftMs);
    if (!isWorth || tries === mostTries || isTooLong) return answer;
    patience.leftMs -= pauseMs;
    if (pauseMs > 0) await needs.wait(pauseMs);
  }
}

type Verdict = 'read' | 'expired' | 'later' | 'token' | 'refused';

function judge(answer: GraphAnswer): Verdict {
  if (answer.outcome === 'no-answer') {
    return answer.reason === 'host-not-allowed' || answer.reason === 'too-long' ? 'refused' : 'later';
  }
  const { status } = answer;
  if (status === 200) return 'read';
  if (status === 410) return 'expired';
  if (status === 401) return 'token';
  return isPassing(status) ? 'later' : 'refused';
}

/** As long as Graph asks for, else twice as long each time, both with up to a fifth on top. */
function pauseOf(answer: GraphAnswer, tries: number, { clock, random }: PatientGraphNeeds): number {
  const asked = answer.outcome === 'answered' ? readRetryAfter(answer.retryAfter, clock.now()) : undefined;
  return Math.round((asked ?? firstPauseMs * 2 ** (tries - 1)) * (1 + 0.2 * random()));
}

function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(waitMs) ? undefined : Math.max(waitMs, 0);
}

function failureOf(answer: GraphAnswer, verdict: Verdict, remedyOf: (status: number) => string): Failure {
  if (answer.outcome === 'no-answer') {
    return new Failure(
      'unavailable',
      `Microsoft Graph did not answer (${answer.reason}); look at the network and try again`,
    );
  }
  const { status } = answer;
  if (status === 429) return new Failure('throttled', 'Microsoft Graph asks us to wait; try again in an hour');
  if (verdict === 'later')
    return new Failure('unavailable', `Microsoft Graph is in trouble (${status}); try again later`);
  if (verdict === 'token') {
    return new Failure(
      'invalid',
      'Microsoft Graph does not take our token; check UNDRING_CREDENTIALS and the app registration',
    );
  }
  return new Failure('invalid', `Microsoft Graph refuses (${status}); ${remedyOf(status)}`);
}

const staffRemedies: Readonly<Record<number, string>> = {
  400: 'look at filter and attributes of `directory` in content/roster.yaml',
  403: 'give the app the permissions that docs/staff-from-microsoft-365.md names',
  404: 'look at the groups of `directory` in content/roster.yaml',
};

const staffRemedyOf = (status: number): string => staffRemedies[status] ?? 'look at `directory` in content/roster.yaml';
