import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a request:
 * - `pass`: nothing special.
 * - `drop-response`: the server does it, then the connection breaks before a byte of the answer came.
 * - `cut-response`: the server does it, then the connection breaks in the middle of the answer.
 * - `reset`: the connection breaks before the server sees the request.
 * - `answer-503`: answered `503 ServerBusy` without asking the server.
 * - `hang`: the server never sees it and no answer ever comes.
 * - `hang-response`: the server does it, and no answer ever comes.
 */
export type Fault = 'pass' | 'drop-response' | 'cut-response' | 'reset' | 'answer-503' | 'hang' | 'hang-response';

/** A request as the proxy met it. `path` holds keys and query, as they came. */
export type SeenRequest = { method: string; path: string; fault: Fault };

export type FaultProxy = {
  port: number;
  /** Oldest first. Includes the ones that never reached the server. */
  seen: readonly SeenRequest[];
  /** What happens to every request from now on, until told otherwise. */
  always(fault: Fault): void;
  /** What happens to the next `times` requests that match; the others and later ones get what `always` said. */
  next(fault: Fault, options?: { times?: number; matching?: (request: SeenRequest) => boolean }): void;
  /** Nothing listens at the port any more: connections are refused. Open ones are broken. */
  refuse(): Promise<void>;
  /** Listens again, at the same port. */
  accept(): Promise<void>;
  stop(): Promise<void>;
};

/** An HTTP proxy on 127.0.0.1 in front of the service at `targetPort`, made to fail on command. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const seen: SeenRequest[] = [];
  const planned: { fault: Fault; left: number; matching: (request: SeenRequest) => boolean }[] = [];
  let usual: Fault = 'pass';

  function faultFor(request: SeenRequest): Fault {
    const plan = planned.find(({ left, matching }) => left > 0 && matching(request));
    if (!plan) return usual;
    plan.left -= 1;
    return plan.fault;
  }

  const server = http.createServer((request, response) => {
    const met: SeenRequest = { method: request.method ?? '', path: request.url ?? '', fault: 'pass' };
    met.fault = faultFor(met);
    seen.push(met);
    response.on('error', () => undefined);
    handle(met.fault, request, response, targetPort);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const refuse = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    always(fault) {
      usual = fault;
    },
    next(fault, { times = 1, matching = () => true } = {}) {
      planned.push({ fault, left: times, matching });
    },
    refuse,
    accept: () => listen(port),
    stop: refuse,
  };
}

/** The connection string with its tables, or queues, reached through the proxy. */
export function throughProxy(connectionString: string, proxies: { tables?: FaultProxy; queues?: FaultProxy }): string {
  const through = (text: string, service: string, proxy: FaultProxy | undefined) =>
    proxy ? text.replace(new RegExp(`(${service}Endpoint=http://127\\.0\\.0\\.1:)\\d+`), `$1${proxy.port}`) : text;
  return through(through(connectionString, 'Table', proxies.tables), 'Queue', proxies.queues);
}

/** The port of a service in a connection string of Azurite. */
export function portIn(connectionString: string, service: 'Table' | 'Queue'): number {
  return Number(new RegExp(`${service}Endpoint=http://127\\.0\\.0\\.1:(\\d+)`).exec(connectionString)?.[1]);
}

function handle(fault: Fault, request: http.IncomingMessage, response: http.ServerResponse, targetPort: number): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    request.socket.destroy();
    return;
  }
  if (fault === 'answer-503') {
    response.writeHead(503, { 'content-type': 'application/json', 'x-ms-error-code': 'ServerBusy' });
    response.end(JSON.stringify({ 'odata.error': { code: 'ServerBusy', message: { lang: 'en-US', value: 'Busy.' } } }));
    return;
  }
  const { method, url: path, headers } = request;
  const onward = http.request({ host: '127.0.0.1', port: targetPort, method, path, headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => giveBack(fault, answer, Buffer.concat(chunks), response));
  });
  onward.on('error', () => request.socket.destroy());
  request.pipe(onward);
}

/** Only called when the server has done its work and said so. */
function giveBack(fault: Fault, answer: http.IncomingMessage, body: Buffer, response: http.ServerResponse): void {
  if (fault === 'hang-response') return;
  if (fault === 'drop-response') {
    response.socket?.destroy();
    return;
  }
  const headers = { ...answer.headers };
  // The whole body is at hand, so it goes in one piece.
  delete headers['transfer-encoding'];
  if (fault === 'cut-response') {
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': body.length + 100 });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
    return;
  }
  const mayHaveBody = answer.statusCode !== 204;
  response.writeHead(answer.statusCode ?? 502, mayHaveBody ? { ...headers, 'content-length': body.length } : headers);
  response.end(mayHaveBody ? body : undefined);
}
