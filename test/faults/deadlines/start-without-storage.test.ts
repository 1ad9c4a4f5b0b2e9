import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { compose, type Service } from '../../../src/compose.ts';
import { loadPackFor, type PackFiles } from '../../../src/compose-content.ts';
import { readConfig } from '../../../src/config.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { Failure } from '../../../src/core/failure.ts';
import { aadKey } from '../../../src/features/people/person-key-store.ts';
import { registerPerson } from '../../../src/features/use-cases/register-person.ts';
import { openTables } from '../../../src/outbound/azure-tables/open-tables.ts';
import { createStubConnector, type StubConnector } from '../../../src/tools/workbench/connector/stub-connector.ts';
import { compileTemplates, type Templates } from '../../../src/views/compile-templates.ts';
import { tenantId } from '../../inbound/bot/activities.ts';
import { connectionTo, newPrefix } from '../../support/azurite.ts';
import { type FaultProxy, portIn, startFaultProxy, throughProxy } from '../../support/fault-proxy.ts';
import { aPerson } from '../../support/person-builder.ts';
import { appId, environmentFor } from '../../support/service-environment.ts';

/** About a second for storage, and room for a machine that is busy with other tests. */
const startMs = 4000;
const events: TelemetryEvent[] = [];
const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };

let teams: StubConnector;
let tables: FaultProxy;
let queues: FaultProxy;
let service: Service | undefined;
let files: PackFiles;
let templates: Templates;

beforeAll(async () => {
  teams = await createStubConnector({ appId, tenantId, people: [{ personaId: 'kari', name: 'kari' }] });
  await teams.listen();
  // Read once, as it takes seconds and has nothing to do with storage.
  const config = readConfig(environmentFor(teams, inject('azurite')));
  [files, templates] = await Promise.all([loadPackFor(config, telemetry), compileTemplates('cards')]);
});

beforeEach(async () => {
  tables = await startFaultProxy(portIn(inject('azurite'), 'Table'));
  queues = await startFaultProxy(portIn(inject('azurite'), 'Queue'));
  events.length = 0;
});

afterEach(async () => {
  await service?.stop();
  service = undefined;
  await Promise.all([tables.stop(), queues.stop()]);
});

afterAll(() => teams.close());

async function start(change: Record<string, string> = {}): Promise<{ own: Service; url: string; ms: number }> {
  const environment = environmentFor(teams, throughProxy(inject('azurite'), { tables, queues }));
  const config = readConfig({ ...environment, UNDRING_LOG_LEVEL: 'silent', ...change });
  const begun = performance.now();
  const own = await compose(config, { telemetry, files, templates });
  service = own;
  const { url } = await own.start();
  teams.bot.url = `${url}/api/messages`;
  return { own, url, ms: performance.now() - begun };
}

const words = (): string => JSON.stringify(teams.lastCard('kari').card);
const statusOf = async (url: string, path: string): Promise<number> => (await fetch(`${url}${path}`)).status;

async function becomeKnown({ stores }: Service): Promise<void> {
  const { aadObjectId } = teams.people.find(({ personaId }) => personaId === 'kari') ?? {};
  const needs = { ...stores, scheduleReminders: async () => {} };
  await registerPerson(needs, aPerson('kari', { aadObjectId }), [aadKey(aadObjectId ?? '')], new Date());
}

async function openModule(): Promise<string> {
  await teams.say('kari', 'moduler');
  const action = { type: 'Action.Execute', verb: 'module.open', data: { moduleId: 'meldeplikt' } };
  const { deliveries } = await teams.pressAction('kari', teams.lastCard('kari').activityId, action);
  return JSON.stringify(deliveries[0]?.body);
}

describe('a process that starts while storage is away', () => {
  test.each(['refuses', 'hangs'] as const)(
    'opens its door, helps, and finds storage when it comes, without a new start: storage that %s',
    async (how) => {
      for (const proxy of [tables, queues]) {
        if (how === 'refuses') await proxy.refuse();
        else proxy.always('hang');
      }
      const { own, url, ms } = await start();
      expect(ms).toBeLessThan(startMs);
      await teams.say('kari', 'jeg er bekymret for et barn');
      expect(words()).toMatch(/112[\s\S]*113[\s\S]*Mistanke om vold/);
      expect(await statusOf(url, '/health/ready')).toBe(200);
      expect(await statusOf(url, '/health/storage')).toBe(503);

      for (const proxy of [tables, queues]) {
        // What hangs is cut, as by a network that comes back.
        await proxy.refuse();
        proxy.always('pass');
        await proxy.accept();
      }
      await expect.poll(() => statusOf(url, '/health/storage'), { timeout: 20_000, interval: 100 }).toBe(200);
      await expect.poll(() => becomeKnown(own).then(() => 'known', String), { timeout: 20_000 }).toBe('known');
      expect(await openModule()).toMatch(/kort 1 av|card 1 of/);
      const failed = events.filter(({ event }) => event === 'background-failed' || event === 'turn-failed');
      expect(failed).not.toContainEqual(expect.objectContaining({ kind: 'bug' }));
      if (how === 'refuses')
        for (const at of ['tables', 'queues'])
          expect(failed).toContainEqual({ event: 'background-failed', at, kind: 'unavailable' });
    },
  );

  test('does not wait for what was changed from the chat where only reading hangs', async () => {
    tables.next('hang', { times: 1000, matching: ({ method }) => method === 'GET' });
    const { ms } = await start();
    expect(ms).toBeLessThan(startMs);
  });
});

test('a connection string that cannot be right still stops a start', async () => {
  const wrong = start({ UNDRING_STORAGE_CONNECTION_STRING: 'AccountKey=x' });
  await expect(wrong).rejects.toBeInstanceOf(Failure);
  await expect(wrong).rejects.toMatchObject({ kind: 'invalid' });
});

test('a tool that opens tables waits for storage, and says that it is away', async () => {
  await tables.refuse();
  const connection = connectionTo(throughProxy(inject('azurite'), { tables }));
  const told = {
    kind: 'unavailable',
    message: expect.stringMatching(/^create table .*check that storage can be reached/),
  };
  await expect(openTables({ connection, prefix: newPrefix() })).rejects.toMatchObject(told);
});
