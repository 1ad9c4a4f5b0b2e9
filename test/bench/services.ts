import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { createKeyRing } from '../../src/inbound/http/key-ring.ts';
import { createHttpServer, type HttpServerNeeds } from '../../src/inbound/http/server.ts';
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
/** The settings of a service whose Teams is the peer. */
export const environmentFor = (peerUrl: string) => ({
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
const configFor = (peerUrl: string) => readConfig(environmentFor(peerUrl));

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

/** A bot that only echoes, behind the same door with the same authentication and our own adapter: the least that a turn can cost. */
export async function startEcho(peerUrl: string): Promise<Running> {
  const { bot } = configFor(peerUrl);
  const http = createConnectorHttp(bot);
  const connector = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
  const adapter = createTeamsAdapter({
    ...{ ...bot, connector, telemetry, clock: systemClock, random: () => 0 },
    wait: async () => {},
  });
  const door = await openDoor(peerUrl, (activity, token) => adapter.process(activity, token, echo));
  return {
    url: door.url,
    async stop() {
      await door.stop();
      http.close();
    },
  };
}

/** The same echo on the adapter as botbuilder ships it: its own client, made anew for each turn. */
export async function startShippedEcho(peerUrl: string): Promise<Running> {
  const { bot } = configFor(peerUrl);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: bot.appId, MicrosoftAppTenantId: bot.tenantId, MicrosoftAppType: 'SingleTenant' },
    {
      isValidAppId: async (id) => id === bot.appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest: async (request) => request }),
    },
  );
  const adapter = new VerifiedAdapter(authentication);
  return openDoor(peerUrl, async (activity, { appId }) => {
    const answer = await adapter.run(authentication, appId, activity);
    return { status: answer?.status ?? 200, body: answer?.body };
  });
}

const echo = async (context: TurnContext): Promise<void> => {
  await context.sendActivity(context.activity.text);
};

class VerifiedAdapter extends CloudAdapter {
  run(authentication: ConfigurationBotFrameworkAuthentication, appId: string, activity: object) {
    const claimsIdentity = this.createClaimsIdentity(appId);
    const connectorFactory = authentication.createConnectorFactory(claimsIdentity);
    return this.processActivity({ audience: '', claimsIdentity, connectorFactory }, { ...activity } as Activity, echo);
  }
}

async function openDoor(peerUrl: string, onActivity: HttpServerNeeds['onActivity']): Promise<Running> {
  const { bot } = configFor(peerUrl);
  const keys = createKeyRing({ openIdUrl: bot.openIdUrl, clock: systemClock });
  const tokens = createTokenCheck({ ...bot, keys, clock: systemClock });
  const server = createHttpServer({
    tokens,
    onActivity,
    checkReady: async () => {},
    checkStorage: async () => {},
    telemetry,
    clock: systemClock,
  });
  const { url } = await server.listen('127.0.0.1', 0);
  return { url, stop: () => server.close(0) };
}
