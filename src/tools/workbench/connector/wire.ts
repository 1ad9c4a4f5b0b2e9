import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatBook } from './chat-book.ts';
import type { Fault, FaultScript } from './faults.ts';
import type { RateWindows } from './rate-windows.ts';
import type { ConnectorRoute, RouteCall, RouteNeeds } from './route.ts';
import { connectorRoutes } from './routes.ts';
import { errorForStatus, teamsErrors } from './teams-errors.ts';
import type { ConnectorAnswer } from './types.ts';

/** One request from the bot, for tests to look at. */
export type ConnectorLogEntry = {
  /** Milliseconds on the monotonic clock. */
  atMs: number;
  method: string;
  path: string;
  conversationId?: string;
  body: unknown;
  /** What was answered; undefined when nothing was. */
  status?: number;
  fault?: Fault['kind'];
};

export type WireNeeds = RouteNeeds & {
  book: ChatBook;
  rates: RateWindows;
  faults: FaultScript;
  log: ConnectorLogEntry[];
  monotonicMs(): number;
};

/** Answers one Connector request: log, scripted fault, rate windows, route. `path` begins with `/v3/`. */
export async function answerConnector(
  needs: WireNeeds,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = request.method ?? 'GET';
  const { pathname } = url;
  const body = await readJson(request);
  const route = connectorRoutes.find((each) => each.method === method && each.path.test(pathname));
  const params = (route?.path.exec(pathname) ?? []).slice(1).map((part) => decodeURIComponent(part ?? ''));
  const entry: ConnectorLogEntry = {
    atMs: needs.monotonicMs(),
    method,
    path: pathname,
    conversationId: params[0],
    body,
  };
  needs.log.push(entry);
  const fault = needs.faults.take(method, pathname);
  entry.fault = fault?.kind;
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'reset') return void request.socket.destroy();
  const answer =
    fault?.kind === 'status' ? scripted(fault) : carryOut(needs, route, { params, query: url.searchParams, body });
  if (fault?.kind === 'drop-response') return void request.socket.destroy();
  entry.status = answer.status;
  if (fault?.kind !== 'delay') return send(response, answer);
  setTimeout(() => send(response, answer), fault.ms);
}

function carryOut(needs: WireNeeds, route: ConnectorRoute | undefined, call: RouteCall): ConnectorAnswer {
  if (!route) return teamsErrors.noSuchRoute();
  // "Create conversation" has no thread yet: Teams counts it on the one it would open.
  const thread = call.params[0] ?? JSON.stringify((call.body as { members?: unknown } | undefined)?.members ?? '');
  const { waitSeconds } = needs.rates.admit(needs.monotonicMs(), thread, route.operation);
  return waitSeconds > 0 ? teamsErrors.throttled(waitSeconds) : route.run(needs, call);
}

function scripted({ status, code, retryAfterSeconds, body }: Extract<Fault, { kind: 'status' }>): ConnectorAnswer {
  const answer = body === undefined ? errorForStatus(status, code) : { status, body };
  return retryAfterSeconds === undefined
    ? answer
    : { ...answer, headers: { 'retry-after': String(retryAfterSeconds) } };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers }: ConnectorAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
