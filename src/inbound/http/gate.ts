import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { type Refusal, refuse } from './refusal.ts';

/** Teams caps a message at about 100 KB; 256 KB leaves room for its envelope. */
const maxBodyBytes = 262_144;

export type GateLimits = {
  maxBodyBytes: number;
  bodyDeadlineMs: number;
  /** For the head, and for all of a request, whatever it was answered meanwhile; and how often it is looked at who has passed them. */
  headDeadlineMs: number;
  requestDeadlineMs: number;
  deadlineCheckMs: number;
  /** For a connection on which nothing moves, such as an answer that nobody reads. Longer than any turn that Teams still waits for. */
  silenceDeadlineMs: number;
};
export const gateLimits: GateLimits = {
  ...{ maxBodyBytes, bodyDeadlineMs: 5000 },
  ...{ headDeadlineMs: 10_000, requestDeadlineMs: 15_000, deadlineCheckMs: 2000, silenceDeadlineMs: 30_000 },
};

/** Whether an address can be made of what was asked for and of whom. Restify makes one of every request, and is not ready for what cannot be read. */
export function isReadableAddress({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  const base = `http://${headers.host || 'localhost'}`;
  return url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base);
}

/** What can be told from the head alone, before a byte of the body is read or a token looked at. */
export function checkHead({ headers }: Pick<IncomingMessage, 'headers'>, limits: GateLimits): Refusal | undefined {
  if (!/^Bearer ./i.test(headers.authorization ?? '')) return refuse(401, 'no-bearer-token');
  const [mediaType = ''] = (headers['content-type'] ?? '').split(';');
  if (mediaType.trim().toLowerCase() !== 'application/json') return refuse(415, 'not-json');
  // A compressed body could unfold to any size.
  if (headers['content-encoding'] !== undefined) return refuse(415, 'compressed');
  if (Number(headers['content-length'] ?? 0) > limits.maxBodyBytes) return refuse(413, 'too-large');
  return undefined;
}

/** The body as text, read no further than the limit and no longer than the deadline. */
export function readBody(request: IncomingMessage, limits: GateLimits): Promise<string | Refusal> {
  return new Promise((resolve) => {
    const decoder = new StringDecoder('utf8');
    let text = '';
    let size = 0;
    const timer = setTimeout(() => finish(refuse(408, 'body-too-slow')), limits.bodyDeadlineMs);
    const finish = (result: string | Refusal) => {
      clearTimeout(timer);
      request.off('data', take);
      throwAway(request);
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.maxBodyBytes) finish(refuse(413, 'too-large'));
      else text += decoder.write(chunk);
      giveBack(chunk);
    };
    request.on('data', take);
    request.once('end', () => finish(text + decoder.end()));
    request.once('error', () => finish(refuse(400, 'body-cut-off')));
    request.once('close', () => finish(refuse(400, 'body-cut-off')));
  });
}

/** What is still coming, so that the answer can be read: many send all before they look at it. The same however often it is said. */
export function throwAway(request: IncomingMessage): void {
  // Memory can be given back once only.
  request.off('data', giveBack);
  request.on('data', giveBack);
}

/**
 * The memory of a packet lies outside the heap, where V8 lets 64 MB of it gather before it clears up. So it is given back at once, if
 * it is nobody else's. What was given back before has no length, and giving it back again would throw outside of any request.
 */
function giveBack({ buffer, byteLength }: Buffer): void {
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (isOwn && byteLength > 0) buffer.transfer(0);
}
