import http from 'node:http';
import https from 'node:https';
import { isSafeUrl } from '../../core/safe-url.ts';

export type ConnectorRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** For all of it: name look-up, connection, request and answer. */
  deadlineMs: number;
};

/** What became of one request. Never an exception, so that nobody retries what may have arrived. */
export type ConnectorAnswer =
  | { outcome: 'answered'; status: number; retryAfter?: string; body: string }
  /** Nothing was written: no name, no connection, no trust in the certificate, no free socket in time. */
  | { outcome: 'not-sent'; reason: string }
  /** Something was written and no answer came. */
  | { outcome: 'no-answer'; reason: string };

export type ConnectorHttp = {
  /** Whether the bot's token may go there at all. */
  isAllowed(url: string): boolean;
  /** One request: no retry, no redirect followed, and to no other origin than the allowed ones. */
  send(request: ConnectorRequest): Promise<ConnectorAnswer>;
  /** Ends idle connections. */
  close(): void;
};

/** More of an answer than this is not read: an error body is a few hundred bytes. */
const maxAnswerBytes = 65_536;
/** Shorter than what servers keep an idle connection for, so that we are not the one who writes into a closing one. */
const idleMs = 15_000;

export function createConnectorHttp(needs: { serviceOrigins: readonly string[]; maxSockets?: number }): ConnectorHttp {
  const options = { keepAlive: true, timeout: idleMs, maxSockets: needs.maxSockets ?? 64 };
  const plain = new http.Agent(options);
  const secure = new https.Agent(options);
  const isAllowed = (url: string) => isSafeUrl(url) && needs.serviceOrigins.includes(new URL(url).origin);
  return {
    isAllowed,
    async send(request) {
      if (!isAllowed(request.url)) return { outcome: 'not-sent', reason: 'service-host-not-allowed' };
      return exchange(request, request.url.startsWith('https:') ? secure : plain);
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

function exchange(request: ConnectorRequest, agent: http.Agent): Promise<ConnectorAnswer> {
  return new Promise((resolve) => {
    const { request: start } = agent instanceof https.Agent ? https : http;
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const headers = { ...request.headers, ...(body && { 'content-length': String(body.length) }) };
    const call = start(request.url, { method: request.method, headers, agent });
    let isWritten = false;
    let isAnswered = false;
    const finish = (answer: ConnectorAnswer) => {
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
      if (call.reusedSocket) markWritten();
      else socket.once(agent instanceof https.Agent ? 'secureConnect' : 'connect', markWritten);
    });
    call.once('error', (error: NodeJS.ErrnoException) => fail(error.code?.toLowerCase() ?? 'connection-failed'));
    call.once('response', (response) => {
      isAnswered = true;
      collect(response, finish);
    });
    call.end(body);
  });
}

function collect(response: http.IncomingMessage, finish: (answer: ConnectorAnswer) => void): void {
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
