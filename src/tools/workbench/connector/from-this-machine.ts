import type { IncomingMessage } from 'node:http';

/** Another site in the same browser must not be able to ask anything here, nor a name that resolves to 127.0.0.1. */
export function isFromThisMachine({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const isLocalName = /^(127\.0\.0\.1|localhost):\d+$/.test(host);
  return isLocalName && (origin === undefined || origin === `http://${host}`);
}
