import { Agent, request as httpRequest } from 'node:http';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { TelemetryEvent } from '../../src/core/events.ts';
import type { Person } from '../../src/features/people/person.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { registerPerson } from '../../src/features/use-cases/register-person.ts';
import { startScriptedServer } from '../outbound/teams/scripted-server.ts';
import { startKeyServer } from '../support/key-server.ts';
import { memoryStores } from '../support/memory-stores.ts';
import { memoryWorkQueue } from '../support/memory-work-queue.ts';
import { appId } from '../support/service-environment.ts';

export type WholeDoor = Awaited<ReturnType<typeof startWholeDoor>>;

/**
 * Everything that a request meets, from the socket to the features and back, in this process: real HTTP, real tokens, real botbuilder; only
 * storage is in memory, and Teams takes whatever it is sent. Much faster than a process of its own with real storage.
 */
export async function startWholeDoor(tenantId: string, people: readonly Person[]) {
  const events: TelemetryEvent[] = [];
  let posts = 0;
  const teams = await startScriptedServer<undefined>(
    () => undefined,
    (response) => {
      posts += 1;
      teams.received.length = 0;
      // Two calls: restify, in the same process, makes writeHead give nothing back.
      response.writeHead(201);
      response.end('{"id":"activity-1"}');
    },
  );
  const keys = await startKeyServer({ appId, clock: systemClock });
  const stores = memoryStores();
  const config = readConfig({
    ...{ UNDRING_PORT: '0', UNDRING_ROLES: 'bot', UNDRING_APP_ID: appId, UNDRING_TENANT_ID: tenantId },
    ...{ UNDRING_CREDENTIALS: 'none', UNDRING_SERVICE_HOSTS: teams.origin, UNDRING_OPENID_URL: keys.openIdUrl },
    UNDRING_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  });
  const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
  const service = await compose(config, { stores, queues: { work: memoryWorkQueue() }, telemetry });
  for (const person of people) {
    const needs = { ...stores, scheduleReminders: async () => {} };
    await registerPerson(needs, person, [aadKey(person.aadObjectId ?? '')], new Date());
  }
  const { url } = await service.start();
  const serviceUrl = `${teams.origin}/emea/`;
  const authorization = `Bearer ${await keys.issuer.sign({ serviceUrl })}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });

  return {
    ...{ events, serviceUrl, posts: () => posts },
    /** The status of the answer to this body under a good token; 0 when the connection was cut. */
    post: (body: string): Promise<number> =>
      new Promise((resolve) => {
        const headers = {
          authorization,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        };
        const request = httpRequest(`${url}/api/messages`, { method: 'POST', headers, agent }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode ?? 0));
        });
        request.once('error', () => resolve(0));
        request.end(body);
      }),
    async stop(): Promise<void> {
      agent.destroy();
      await service.stop();
      await Promise.all([teams.stop(), keys.stop()]);
    },
  };
}
