import http from 'node:http';
import https from 'node:https';
import { isSafeUrl } from '../../core/safe-url.ts';
import { type ExchangeAnswer, type ExchangeRequest, exchange } from './exchange.ts';

export type ConnectorRequest = Omit<ExchangeRequest, 'body'> & { body?: string };
export type ConnectorAnswer = ExchangeAnswer;

export type ConnectorHttp = {
  /** Whether the bot's token may go there at all. */
  isAllowed(url: string): boolean;
  /** One request: no retry, no redirect followed, and to no other origin than the allowed ones. */
  send(request: ConnectorRequest): Promise<ConnectorAnswer>;
  /** Ends idle connections. */
  close(): void;
};

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
      // What is allowed may be spelled oddly, with blanks before it or in capitals: one reading of it decides.
      const { href, protocol } = new URL(request.url);
      return exchange({ ...request, url: href }, protocol === 'https:' ? secure : plain);
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}
