import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedRequest<B> = { method: string; url: string; headers: IncomingMessage['headers']; body: B };

export type ScriptedServer<B> = {
  origin: string;
  received: ReceivedRequest<B>[];
  connections(): number;
  /** How the next requests are answered. */
  answer(how: (response: ServerResponse, request: ReceivedRequest<B>) => void): void;
  stop(): Promise<void>;
};

/** A server on a free port that writes down what it gets, as `readBody` reads it, and answers as scripted, whatever the script says. */
export async function startScriptedServer<B>(
  readBody: (bytes: Buffer) => B,
  first: Parameters<ScriptedServer<B>['answer']>[0],
): Promise<ScriptedServer<B>> {
  const received: ReceivedRequest<B>[] = [];
  let connections = 0;
  let answer = first;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: readBody(Buffer.concat(chunks)) };
    received.push(one);
    answer(response, one);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    answer: (how) => {
      answer = how;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
