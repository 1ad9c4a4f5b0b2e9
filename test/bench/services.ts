import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { createKeyRing } from '../../src/inbound/http/key-ring.ts';
import { createHttpServer } from '../../src/inbound/http/server.ts';
import { createTokenCheck } from '../../src/inbound/http/token.ts';
import type { Queues } from '../../src/outbound/azure-queue/open-queues.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { createAccessToken } from '../../src/outbound/teams/access-token.ts';
import { createTeamsAdapter } from '../../src/outbound/teams/adapter.ts';
import { createConnector } from '../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../src/outbound/teams/connector-http.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { memoryStores } from '../support/memory-stores.ts';
import { memoryWorkQueue } from '../support/memory-work-queue.ts';
import { aPerson } from '../support/person-builder.ts';

export type Running = { url: string; stop(): Promise<void> };
export type Storage = { stores: TableStores; queues: Queues };

export const people = 200;
const telemetry = { record: () => {} };
const configFor = (peerUrl: string) =>
  readConfig({
    UNDRING_PORT: '0',
    UNDRING_APP_ID: '11111111-0000-4000-8000-0000000000aa',
    UNDRING_TENANT_ID: tenantId,
    UNDRING_CREDENTIALS: 'none',
    UNDRING_SERVICE_HOSTS: peerUrl,
    UNDRING_DEFAULT_SERVICE_URL: `${peerUrl}/`,
    UNDRING_OPENID_URL: `${peerUrl}/.well-known/openidconfiguration`,
    UNDRING_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
    UNDRING_ROLES: 'bot',
    UNDRING_LOG_LEVEL: 'silent',
  });

export function memoryStorage(): Storage {
  return { stores: memoryStores(), queues: { work: memoryWorkQueue() } };
}

/** Our whole service with people in it. */
export async function startFull(peerUrl: string, storage: Storage): Promise<Running> {
  for (let index = 0; index < people; index += 1) {
    const person = aPerson(`person-${index}`, {
      aadObjectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    });
    await storage.stores.personKeys.create(aadKey(person.aadObjectId ?? ''), person.personId);
    await storage.stores.people.commit({ personId: person.personId, writes: [createRow(profileRow, person)] });
  }
  const service = await compose(configFor(peerUrl), { telemetry, ...storage });
  const { url } = await service.start();
  return { url, stop: service.stop };
}

/** A bot that only echoes, behind the same door with the same authentication and the same adapter. */
export async function startEcho(peerUrl: string): Promise<Running> {
  const { bot } = configFor(peerUrl);
  const http = createConnectorHttp(bot);
  const connector = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
  const keys = createKeyRing({ openIdUrl: bot.openIdUrl, clock: systemClock });
  const adapter = createTeamsAdapter({ ...bot, connector, telemetry, clock: systemClock });
  const server = createHttpServer({
    tokens: createTokenCheck({ ...bot, keys, clock: systemClock }),
    onActivity: (activity, token) =>
      adapter.process(activity, token, async (context) => void (await context.sendActivity(context.activity.text))),
    isReady: async () => true,
    telemetry,
  });
  const { url } = await server.listen('127.0.0.1', 0);
  return {
    url,
    async stop() {
      await server.close(0);
      http.close();
    },
  };
}
