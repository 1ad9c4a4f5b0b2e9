import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedBytes = { method: string; url: string; headers: IncomingMessage['headers']; body: Uint8Array };

export type BytesServer = {
  origin: string;
  received: ReceivedBytes[];
  connections(): number;
  /** How the next requests are answered; 201 until told otherwise. */
  answer(how: (response: ServerResponse) => void): void;
  stop(): Promise<void>;
};

/** A server on a free port that takes files and answers as scripted. */
export async function startBytesServer(): Promise<BytesServer> {
  const received: ReceivedBytes[] = [];
  let connections = 0;
  let answer = (response: ServerResponse): void => void response.writeHead(201).end('{}');
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks) });
    answer(response);
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
