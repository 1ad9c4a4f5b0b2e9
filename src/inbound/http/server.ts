import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { type InboundActivity, readActivity } from './activity.ts';
import { clientAddress } from './client-address.ts';
import { type PublicPictures, picturesPath, sendPicture } from './drawings.ts';
import { checkHead, type GateLimits, gateLimits, isReadableAddress, readBody, throwAway } from './gate.ts';
import { askOnce, type HealthCheck, live, ready, storage } from './health.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { createRefusalLimit, defaultMostRefusals, type RefusalLimit } from './refusal-limit.ts';
import type { TokenCheck, VerifiedToken } from './token.ts';

export type HttpAnswer = { status: number; body?: unknown };

export type HttpServerNeeds = {
  tokens: TokenCheck;
  /** Runs a turn. Called only with an activity that a valid token came with. */
  onActivity(activity: InboundActivity, token: VerifiedToken): Promise<HttpAnswer>;
  checkReady: HealthCheck;
  checkStorage: HealthCheck;
  pictures?: PublicPictures;
  telemetry: Telemetry;
  /** The real clock: callers are counted in real time. */
  clock: Clock;
  /** How many proxies of our own stand in front. 0 when left out. */
  proxies?: number;
  limits?: Partial<GateLimits & { mostRefusals: number }>;
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

/** The HTTP door: `POST /api/messages` from the Bot Connector, `GET /health/live`, `/health/ready` and `/health/storage`, the drawings, and nothing else. */
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
  const { headDeadlineMs, requestDeadlineMs, deadlineCheckMs, silenceDeadlineMs } = { ...gateLimits, ...needs.limits };
  node.headersTimeout = headDeadlineMs;
  node.requestTimeout = requestDeadlineMs;
  // Those two are for requests only: without this one, an answer would wait for ever to be read.
  node.timeout = silenceDeadlineMs;
  // Node looks only now and then, each 30 seconds by itself. Restify makes the server and takes no such option; it is read at `listen`.
  Object.assign(node, { connectionsCheckingInterval: deadlineCheckMs });
  // Restify listens for a wish to change the protocol and does nothing: Node hands the connection over, and neither a deadline nor the
  // stop would ever cut it. Where nobody listens, it is a request like any other.
  node.removeAllListeners('upgrade');
  const checkReady = askOnce(needs.checkReady);
  const checkStorage = askOnce(needs.checkStorage);
  const limit = createRefusalLimit({
    clock: needs.clock,
    mostRefusals: needs.limits?.mostRefusals ?? defaultMostRefusals,
  });
  // Before a route is looked for: what restify throws there nobody catches, and the process would end.
  server.pre((request, response, next) => {
    const isReadable = isReadableAddress(request);
    const isForMessages = isReadable && request.method === 'POST' && request.getPath() === messagesPath;
    if (!isForMessages) throwAway(request);
    if (isReadable) return next();
    tellRefusal({ ...needs, limit }, refuse(400, 'unreadable-address'), clientAddress(request, needs.proxies ?? 0));
    response.setHeader('connection', 'close');
    answer(response, { status: 400 });
    return next(false);
  });
  // Restify takes an async handler only when it has two parameters.
  server.post(messagesPath, async (request, response) => answer(response, await receive({ ...needs, limit }, request)));
  server.get('/health/live', async (_request, response) => answer(response, live()));
  server.get('/health/ready', async (_request, response) => answer(response, await ready(checkReady)));
  server.get('/health/storage', async (_request, response) => answer(response, await storage(checkStorage)));
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

type DoorNeeds = HttpServerNeeds & { limit: RefusalLimit };

async function receive(needs: DoorNeeds, request: IncomingMessage): Promise<HttpAnswer> {
  try {
    const address = clientAddress(request, needs.proxies ?? 0);
    const admitted = await admit(needs, request, address);
    if (!isRefusal(admitted)) return await needs.onActivity(admitted.activity, admitted.token);
    throwAway(request);
    // Told when it began, and not each time.
    if (needs.limit.isShutOut(address)) return { status: 429 };
    tellRefusal(needs, admitted, address);
    return { status: admitted.status };
  } catch (error) {
    const kind = error instanceof Failure ? error.kind : 'bug';
    needs.telemetry.record({ event: 'turn-failed', referenceCode: newId().slice(0, 6), kind, at: 'http' });
    return { status: 500 };
  }
}

function tellRefusal({ limit, telemetry }: DoorNeeds, { status, reason }: Refusal, address: string): void {
  // A 503 is our trouble: nobody is counted for it, Teams least of all.
  const note = status === 503 ? 'tell' : limit.refused(address);
  if (note !== 'keep-quiet') telemetry.record({ event: 'request-refused', status, reason });
  if (note === 'tell-last') telemetry.record({ event: 'request-refused', status: 429, reason: 'refused-too-often' });
}

/** Cheapest first: the head, the token, and only then the body. */
async function admit(needs: DoorNeeds, request: IncomingMessage, address: string): Promise<Admitted | Refusal> {
  const limits = { ...gateLimits, ...needs.limits };
  const refusal = checkHead(request, limits);
  if (refusal) return refusal;
  const signed = await needs.tokens.checkToken(request.headers.authorization);
  if (isRefusal(signed)) return signed;
  needs.limit.welcomed(address);
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
  const headers = {
    ...(text !== '' && { 'content-type': type }),
    // What somebody who is shut out is still sending is not read to its end.
    ...(status === 429 && { 'retry-after': '60', connection: 'close' }),
  };
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
