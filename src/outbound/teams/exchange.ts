import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

export type ExchangeRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** For all of it: name look-up, connection, request and answer. */
  deadlineMs: number;
};

/** What became of one request. Never an exception, so that nobody retries what may have arrived. */
export type ExchangeAnswer =
  | { outcome: 'answered'; status: number; retryAfter?: string; body: string }
  /** Nothing was written: no name, no connection, no trust in the certificate, no free socket in time. */
  | { outcome: 'not-sent'; reason: string }
  /** Something was written and no answer came. */
  | { outcome: 'no-answer'; reason: string };

/** More of an answer than this is not read: an error body is a few hundred bytes. */
const maxAnswerBytes = 65_536;

/** Connections that have been open. `reusedSocket` does not tell of one that a request has waited for, and it opens only once. */
const opened = new WeakSet<Socket>();

/** One request over this agent: no retry, and no redirect followed. Whether the address may be called at all is asked before. */
export function exchange(request: ExchangeRequest, agent: http.Agent): Promise<ExchangeAnswer> {
  return new Promise((resolve) => {
    const { request: start } = agent instanceof https.Agent ? https : http;
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const headers = { ...request.headers, ...(body && { 'content-length': String(body.length) }) };
    const call = start(request.url, { method: request.method, headers, agent });
    let isWritten = false;
    let isAnswered = false;
    const finish = (answer: ExchangeAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    const fail = (reason: string) => finish({ outcome: isWritten ? 'no-answer' : 'not-sent', reason });
    const timer = setTimeout(() => {
      // An answer whose body hangs ends by this, and its status counts.
      if (!isAnswered) fail('deadline');
      call.destroy();
    }, request.deadlineMs);
    call.once('socket', (socket) => {
      const markWritten = () => {
        isWritten = true;
      };
      if (opened.has(socket)) markWritten();
      else
        socket.once(agent instanceof https.Agent ? 'secureConnect' : 'connect', () => {
          opened.add(socket);
          markWritten();
        });
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      // Where it breaks in the body, its status has come and counts; the answer's own end follows.
      if (!isAnswered) fail(error.code?.toLowerCase() ?? 'connection-failed');
    });
    call.once('response', (response) => {
      isAnswered = true;
      collect(response, finish);
    });
    call.end(body);
  });
}

function collect(response: http.IncomingMessage, finish: (answer: ExchangeAnswer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  // The status has come and decides; a body that is cut off or too long only costs us its details.
  const done = () => {
    const retryAfter = response.headers['retry-after'];
    finish({
      outcome: 'answered',
      status: response.statusCode ?? 0,
      retryAfter,
      body: Buffer.concat(chunks).toString('utf8'),
    });
  };
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxAnswerBytes) chunks.push(chunk);
    else response.destroy();
  });
  response.once('end', done);
  response.once('error', done);
  response.once('close', done);
}
