import { isSafeUrl } from '../../core/safe-url.ts';
import type { AccessToken } from '../teams/access-token.ts';

/** What became of one request. Never an exception. A redirect is an answer like another: it is told with its status, and not followed. */
export type GraphAnswer =
  | { outcome: 'answered'; status: number; retryAfter?: string; body: string }
  | { outcome: 'no-answer'; reason: 'host-not-allowed' | 'no-token' | 'deadline' | 'connection' | 'too-long' };

export type GraphHttp = {
  /** One GET: no retry, no redirect followed, and to no other origin than the directory's. The token is put on after the host was looked at. */
  get(url: string, headers: Headers): Promise<GraphAnswer>;
  /** One POST of JSON, under the same rules. */
  post(url: string, headers: Headers, body: string): Promise<GraphAnswer>;
};

type Headers = Readonly<Record<string, string>>;
type Sent = { method: 'GET' | 'POST'; headers: Headers; body?: string };

/** 999 users with all that we may ask for are less than a megabyte. */
const mostBytes = 16_000_000;
const usualDeadlineMs = 30_000;

export function createGraphHttp(needs: { origin: string; token: AccessToken; deadlineMs?: number }): GraphHttp {
  const { origin, token, deadlineMs = usualDeadlineMs } = needs;
  async function ask(url: string, sent: Sent): Promise<GraphAnswer> {
    if (!isSafeUrl(url) || new URL(url).origin !== origin) return { outcome: 'no-answer', reason: 'host-not-allowed' };
    let authorization: string | undefined;
    try {
      authorization = await token.authorization();
    } catch {
      return { outcome: 'no-answer', reason: 'no-token' };
    }
    const own = { accept: 'application/json', 'user-agent': 'Undring', ...(authorization && { authorization }) };
    const answer = await fetchOnce(url, { ...sent, headers: { ...sent.headers, ...own } }, deadlineMs);
    if (answer.outcome === 'answered' && answer.status === 401 && authorization) token.forget(authorization);
    return answer;
  }
  return {
    get: (url, headers) => ask(url, { method: 'GET', headers }),
    post: (url, headers, body) =>
      ask(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }),
  };
}

async function fetchOnce(url: string, sent: Sent, deadlineMs: number): Promise<GraphAnswer> {
  // For all of it: name look-up, connection, answer and the last byte of its body.
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(url, { ...sent, redirect: 'manual', signal });
    const body = await readBody(response);
    if (body === undefined) return { outcome: 'no-answer', reason: 'too-long' };
    const retryAfter = response.headers.get('retry-after');
    return { outcome: 'answered', status: response.status, body, ...(retryAfter !== null && { retryAfter }) };
  } catch {
    // What fetch says may quote the address.
    return { outcome: 'no-answer', reason: signal.aborted ? 'deadline' : 'connection' };
  }
}

async function readBody({ body }: Response): Promise<string | undefined> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
