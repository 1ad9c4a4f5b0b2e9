import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/core/clock.ts';
import { createTokenIssuer, type TokenIssuer } from '../../src/tools/workbench/token-issuer.ts';

export type KeyServer = {
  /** Signs good tokens; every bad one is a good one with something changed. */
  issuer: TokenIssuer;
  openIdUrl: string;
  /** How many requests came, metadata and keys together. */
  requests(): number;
  /** From now on answers like this; `down` cuts the connection. */
  answer(how: 'well' | 'down' | 'error' | 'redirect' | 'nothing'): void;
  /** Publishes these keys instead. */
  publish(keys: object[]): void;
  stop(): Promise<void>;
};

/** A key server as login.botframework.com is one, on a free port of 127.0.0.1, with an RSA key of its own. */
export async function startKeyServer(needs: {
  appId: string;
  clock: Clock;
  endorsements?: string[];
}): Promise<KeyServer> {
  const issuer = await createTokenIssuer(needs);
  let mode: Parameters<KeyServer['answer']>[0] = 'well';
  let keys: object[] = issuer.jwks().keys;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (mode === 'nothing') return;
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'error') return void response.writeHead(500).end('{"secret":"of the key server"}');
    const { url = '' } = request;
    // What is behind the redirect would be good: it is the redirect itself that must not be followed.
    if (mode === 'redirect' && !url.startsWith('/moved'))
      return void response.writeHead(302, { location: `/moved${url}` }).end();
    const isMetadata = url.endsWith('/openidconfiguration');
    response.end(JSON.stringify(isMetadata ? issuer.openIdConfiguration(baseUrl) : { keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    openIdUrl: `${baseUrl}/.well-known/openidconfiguration`,
    requests: () => requests,
    answer: (how) => {
      mode = how;
    },
    publish: (published) => {
      keys = published;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
