import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { method: string; url: string; headers: IncomingMessage['headers']; body: unknown };

export type StubServer = {
  origin: string;
  received: Received[];
  connections(): number;
  /** How the next requests are answered; 201 with an id until told otherwise. */
  answer(how: (response: ServerResponse, request: Received) => void): void;
  stop(): Promise<void>;
};

/** A server on a free port that writes down what it gets and answers as scripted, whatever the script says. */
export async function startStubServer(): Promise<StubServer> {
  const received: Received[] = [];
  let connections = 0;
  const created = (response: ServerResponse) => void response.writeHead(201).end('{"id":"activity-1"}');
  let answer: Parameters<StubServer['answer']>[0] = created;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: text ? JSON.parse(text) : undefined };
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
