import type { Clock } from '../../../src/core/clock.ts';
import { systemClock } from '../../../src/core/clock.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { InboundActivity } from '../../../src/inbound/http/activity.ts';
import { createKeyRing } from '../../../src/inbound/http/key-ring.ts';
import { createHttpServer, type HttpAnswer, type HttpServerNeeds } from '../../../src/inbound/http/server.ts';
import { createTokenCheck, type VerifiedToken } from '../../../src/inbound/http/token.ts';
import { type KeyServer, startKeyServer } from '../../support/key-server.ts';

export const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
export const tenantId = '9b2f7c11-4f89-41d3-9a0c-0305e82c3302';
export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

export function activity(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl,
    text: 'hei',
    from: { id: '29:kari', aadObjectId: 'a1' },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'a:1', tenantId, conversationType: 'personal' },
    channelData: { tenant: { id: tenantId } },
    ...change,
  };
}

export type Door = {
  url: string;
  keyServer: KeyServer;
  turns: { activity: InboundActivity; token: VerifiedToken }[];
  events: TelemetryEvent[];
  post(
    body: unknown,
    authorization?: string,
    headers?: Record<string, string>,
    query?: string,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
};

/** The real HTTP door with a real key server; only what is behind the door is a list. */
export async function openDoor(
  options: {
    clock?: Clock;
    limits?: HttpServerNeeds['limits'];
    proxies?: number;
    onActivity?: () => Promise<HttpAnswer>;
    checkStorage?: () => Promise<void>;
  } = {},
): Promise<Door> {
  const clock = options.clock ?? systemClock;
  const keyServer = await startKeyServer({ appId, clock });
  const turns: Door['turns'] = [];
  const events: TelemetryEvent[] = [];
  const keys = createKeyRing({ openIdUrl: keyServer.openIdUrl, clock, deadlineMs: 500 });
  const server = createHttpServer({
    tokens: createTokenCheck({
      appId,
      tenantId,
      tokenIssuer: 'https://api.botframework.com',
      serviceOrigins: ['https://smba.trafficmanager.net'],
      keys,
      clock,
    }),
    onActivity: async (received, token) => {
      turns.push({ activity: received, token });
      return options.onActivity ? options.onActivity() : { status: 200 };
    },
    async checkReady() {
      if (!keys.isWarm()) throw new Error('no keys');
    },
    checkStorage: options.checkStorage ?? (async () => {}),
    telemetry: { record: (event) => void events.push(event) },
    ...{ clock, proxies: options.proxies, limits: options.limits },
    pictures: new Map([
      ['meldeplikt', new Uint8Array([1, 2, 3])],
      ['big', new Uint8Array(1_000_000)],
    ]),
  });
  const { url } = await server.listen('127.0.0.1', 0);
  return {
    url,
    keyServer,
    turns,
    events,
    async post(body, authorization, headers = {}, query = '') {
      const response = await fetch(`${url}/api/messages${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    },
    async close() {
      await server.close();
      await keyServer.stop();
    },
  };
}
