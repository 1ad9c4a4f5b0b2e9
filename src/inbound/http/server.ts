import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { type InboundActivity, readActivity } from './activity.ts';
import { type PublicPictures, picturesPath, sendPicture } from './drawings.ts';
import { checkHead, type GateLimits, maxBodyBytes, readBody } from './gate.ts';
import { askOnce, live, ready } from './health.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { TokenCheck, VerifiedToken } from './token.ts';

export type HttpAnswer = { status: number; body?: unknown };

export type HttpServerNeeds = {
  tokens: TokenCheck;
  /** Runs a turn. Called only with an activity that a valid token came with. */
  onActivity(activity: InboundActivity, token: VerifiedToken): Promise<HttpAnswer>;
  isReady(): Promise<boolean>;
  pictures?: PublicPictures;
  telemetry: Telemetry;
  limits?: Partial<GateLimits>;
};

export type HttpServer = {
  /** Port 0 takes a free one; `url` tells which. Throws Failure `unavailable` when the address cannot be had. */
  listen(host: string, port: number): Promise<{ url: string }>;
  /** Takes no more requests and waits up to `graceMs` for those in flight. */
  close(graceMs?: number): Promise<void>;
};

const messagesPath = '/api/messages';
/** Restify turns its own errors (no such route, wrong method) into bodies by these; ours are empty. */
const emptyBody = () => '';

/** The HTTP door: `POST /api/messages` from the Bot Connector, `GET /health/live` and `/health/ready`, the drawings, and nothing else. */
export function createHttpServer(needs: HttpServerNeeds): HttpServer {
  const server = restify.createServer({
    name: '',
    formatters: {
      'application/json': emptyBody,
      'application/javascript': emptyBody,
      'application/octet-stream': emptyBody,
      'text/plain': emptyBody,
    },
  });
  const node = server.server;
  node.headersTimeout = 10_000;
  node.requestTimeout = 15_000;
  const isReady = askOnce(needs.isReady);
  // Restify takes an async handler only when it has two parameters.
  server.post(messagesPath, async (request, response) => answer(response, await receive(needs, request)));
  server.get('/health/live', async (_request, response) => answer(response, live()));
  server.get('/health/ready', async (_request, response) => answer(response, await ready(isReady)));
  server.get(`${picturesPath}/:file`, async (request, response) =>
    sendPicture(response, needs.pictures ?? new Map(), String(request.params.file)),
  );
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        // On restify's own emitter: an error on the Node server that it hears first would be thrown.
        server.on('error', (cause: NodeJS.ErrnoException) => {
          needs.telemetry.record({ event: 'background-failed', at: 'http-server', kind: 'unavailable' });
          reject(listenFailure(host, port, cause));
        });
        server.listen(port, host, () => resolve({ url: server.url }));
      }),
    close: (graceMs = 10_000) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => node.closeAllConnections(), graceMs);
        // A kept-alive connection is idle again only after its answer, and would hold the door open until it times out.
        const sweep = setInterval(() => node.closeIdleConnections(), 50);
        node.close(() => {
          clearTimeout(cut);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
}

async function receive(needs: HttpServerNeeds, request: IncomingMessage): Promise<HttpAnswer> {
  try {
    const admitted = await admit(needs, request);
    if (!isRefusal(admitted)) return await needs.onActivity(admitted.activity, admitted.token);
    const { status, reason } = admitted;
    needs.telemetry.record({ event: 'request-refused', status, reason });
    return { status };
  } catch (error) {
    const kind = error instanceof Failure ? error.kind : 'bug';
    needs.telemetry.record({ event: 'turn-failed', referenceCode: newId().slice(0, 6), kind, at: 'http' });
    return { status: 500 };
  }
}

/** Cheapest first: the head, the token, and only then the body. */
async function admit(needs: HttpServerNeeds, request: IncomingMessage): Promise<Admitted | Refusal> {
  const limits = { maxBodyBytes, bodyDeadlineMs: 5000, ...needs.limits };
  const refusal = checkHead(request, limits);
  if (refusal) return refusal;
  const signed = await needs.tokens.checkToken(request.headers.authorization);
  if (isRefusal(signed)) return signed;
  const body = await readBody(request, limits);
  if (typeof body !== 'string') return body;
  const activity = readActivity(body);
  if (isRefusal(activity)) return activity;
  const token = needs.tokens.bind(signed, activity);
  return isRefusal(token) ? token : { activity, token };
}

type Admitted = { activity: InboundActivity; token: VerifiedToken };

/** Written without restify's `send`, which would choose its own type and body. */
function answer(response: ServerResponse, { status, body }: HttpAnswer): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  const headers = text === '' ? {} : { 'content-type': type };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function listenFailure(host: string, port: number, cause: NodeJS.ErrnoException): Failure {
  const taken = cause.code === 'EADDRINUSE';
  const remedy = taken ? 'stop what listens there, or set UNDRING_PORT' : 'check UNDRING_HOST and UNDRING_PORT';
  return new Failure('unavailable', `cannot listen on ${host}:${port} (${cause.code ?? 'unknown'}); ${remedy}`, {
    cause,
  });
}
