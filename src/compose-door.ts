import type { Config } from './config.ts';
import { systemClock } from './core/clock.ts';
import type { Telemetry } from './core/events.ts';
import { createOnTurn, type OnTurnNeeds } from './inbound/bot/on-turn.ts';
import { createKeyRing } from './inbound/http/key-ring.ts';
import { createHttpServer, type HttpServer } from './inbound/http/server.ts';
import { createTokenCheck } from './inbound/http/token.ts';
import type { TableStores } from './outbound/azure-tables/open-tables.ts';
import { createTeamsAdapter } from './outbound/teams/adapter.ts';
import type { Connector } from './outbound/teams/connector.ts';

type DoorParts = { config: Config; telemetry: Telemetry; stores: TableStores; connector: Connector };

/** The door for HTTP: the check of tokens, the adapter of botbuilder, and whether the service is ready. */
export function composeDoor(parts: DoorParts, sleep: (ms: number) => Promise<void>, turns: OnTurnNeeds): HttpServer {
  const { config, telemetry, stores, connector } = parts;
  const { appId, tenantId, tokenIssuer, serviceOrigins, openIdUrl } = config.bot;
  // Tokens and keys age in real time.
  const onFailure = () => telemetry.record({ event: 'background-failed', at: 'key-ring', kind: 'unavailable' });
  const keys = createKeyRing({ openIdUrl, clock: systemClock, onFailure });
  const adapter = createTeamsAdapter({
    ...{ appId, tenantId, connector, telemetry, clock: systemClock, random: Math.random },
    wait: sleep,
  });
  const onTurn = createOnTurn(turns);
  return createHttpServer({
    tokens: createTokenCheck({ appId, tenantId, tokenIssuer, serviceOrigins, keys, clock: systemClock }),
    // A process that only does jobs answers for its health and nothing else.
    onActivity: async (activity, token) =>
      config.roles.includes('bot') ? adapter.process(activity, token, onTurn) : { status: 404 },
    isReady: () => isReady(keys, stores),
    ...{ telemetry, clock: systemClock, proxies: config.proxies },
  });
}

async function isReady(keys: ReturnType<typeof createKeyRing>, stores: TableStores): Promise<boolean> {
  const checks = await Promise.allSettled([keys.warm(), stores.check()]);
  return checks.every(({ status }) => status === 'fulfilled');
}
