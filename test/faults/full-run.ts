import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { createStubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';
import { type BotProcess, startBot } from '../../src/tools/workbench/start-bot.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { newPrefix } from '../support/azurite.ts';
import { portIn, startFaultProxy, throughProxy } from '../support/fault-proxy.ts';
import { type GraphUser, graphUsers, startGraphStub } from '../support/graph-stub.ts';
import { appId, environmentFor } from '../support/service-environment.ts';
import { nameCanary } from './canaries.ts';

/** Who is in the staff list of Microsoft 365, with the title that gives the role there. */
const titles: Readonly<Record<string, string>> = {
  ...{ kari: 'Lærer', olav: 'Lærer', mona: 'Fadder', bea: 'BTI-kontakt', siv: 'Rektor', liv: 'Kommunalsjef' },
  ...{ per: 'BTI-koordinator', ida: 'Systemansvarlig' },
};
export const staff: readonly string[] = Object.keys(titles);
/** Not in the list, and a guest. */
export const outsiders: readonly string[] = ['fremmed', 'gjest'];
/** The evening before the first Monday: the first night reads the list. */
export const startsAt = new Date('2026-11-22T21:00:00Z');

export type FullRun = Awaited<ReturnType<typeof startFullRun>>;

/**
 * All of the service, as it is run in earnest but for a clock that is moved: real HTTP, tables, queues, telemetry and jobs. Teams, OneDrive and
 * Microsoft 365 are ours, and each of them, as storage, can be made to fail. Every name, user name and title of a chat holds the canary.
 */
export async function startFullRun(packFolder: string) {
  const name = (personaId: string) => `${nameCanary} ${personaId}`;
  const people = [...staff, ...outsiders].map((personaId) => ({
    ...{ personaId, name: name(personaId), email: `${nameCanary}.${personaId}@fjordvik.kommune.no` },
    isGuest: personaId === 'gjest',
  }));
  const teams = await createStubConnector({
    ...{ appId, tenantId, people },
    shared: [
      { type: 'channel', name: name('kanal'), memberIds: [...staff] },
      { type: 'groupChat', name: name('gruppe'), memberIds: [...staff] },
    ],
  });
  await teams.listen();
  const graph = await startGraphStub([...staffUsers(teams.people), ...colleagues(), ...messyUsers()]);
  const azurite = inject('azurite');
  const tables = await startFaultProxy(portIn(azurite, 'Table'));
  const queues = await startFaultProxy(portIn(azurite, 'Queue'));
  const prefix = newPrefix();
  const folder = await mkdtemp(path.join(tmpdir(), 'full-run-'));
  const logFile = path.join(folder, 'bot.log');
  const environment = {
    ...environmentFor(teams, throughProxy(azurite, { tables, queues })),
    ...{ UNDRING_HOST: '127.0.0.1', UNDRING_PROXIES: '1', UNDRING_LOG_LEVEL: 'debug' },
    UNDRING_FILE_HOSTS: teams.url,
    UNDRING_DIRECTORY: 'graph',
    UNDRING_GRAPH_URL: graph.origin,
    UNDRING_STORAGE_PREFIX: prefix,
    UNDRING_PACK: packFolder,
  };
  let bot: BotProcess | undefined;
  let log = '';
  const start = async (changes: Readonly<Record<string, string>>, at: Date): Promise<BotProcess> => {
    const offsetMs = at.getTime() - Date.now();
    const started = await startBot({
      environment: { ...environment, ...changes },
      ...{ offsetMs, logFile, stepped: () => undefined },
    });
    teams.bot.url = `${started.url}/api/messages`;
    bot = started;
    return started;
  };
  const running = (): BotProcess => {
    if (!bot) throw new Error('the service of this run is not started');
    return bot;
  };
  await start({}, startsAt);
  return {
    ...{ teams, graph, tables, queues, prefix },
    clock: () => running().clock,
    /** Lives through the time up to then. On a machine busy with tests storage is late now and then, and it goes on from where it was. */
    async goOnTo(at: Date, tries = 20): Promise<void> {
      for (let left = tries; left > 0; left -= 1) {
        const hasArrived = await running()
          .clock.advanceTo(at)
          .then(
            () => true,
            () => false,
          );
        if (hasArrived) return;
      }
    },
    /** Stops it, and starts it again at the time that it was, with other settings. */
    async restart(changes: Readonly<Record<string, string>>): Promise<void> {
      const at = running().clock.now();
      await running().stop();
      await start(changes, at);
    },
    /** All that was written so far. */
    async readLog(): Promise<string> {
      log = await readFile(logFile, 'utf8');
      return log;
    },
    /** As it was when it was last read, or at the stop. */
    output: () => log,
    async stop(): Promise<void> {
      await running().stop();
      log = await readFile(logFile, 'utf8');
      await Promise.all([teams.close(), graph.stop(), tables.stop(), queues.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

type Teams = Awaited<ReturnType<typeof createStubConnector>>;

/** Those who speak in the chats, all in one unit that Siv leads. */
function staffUsers(people: Teams['people']): readonly GraphUser[] {
  const idOf = (personaId: string) => people.find((persona) => persona.personaId === personaId)?.aadObjectId ?? '';
  const [sample] = graphUsers(1);
  return staff.map((personaId, at) => ({
    ...sample,
    ...{ id: idOf(personaId), userPrincipalName: `${nameCanary}.${personaId}@fjordvik.kommune.no` },
    ...{ givenName: nameCanary, surname: personaId, displayName: `${nameCanary} ${personaId}` },
    ...{ jobTitle: titles[personaId], department: 'Solbakken skole' },
    employeeHireDate: at === 0 ? '2026-11-23T00:00:00Z' : '2020-08-01T00:00:00Z',
    ...(personaId !== 'siv' && { managerId: idOf('siv') }),
  }));
}

/** A unit more, of people who never write. */
const colleagues = (): readonly GraphUser[] =>
  graphUsers(60).map((user, at) => ({
    ...user,
    ...{ surname: nameCanary, displayName: `${nameCanary} nummer ${at}` },
    userPrincipalName: `${nameCanary}.${at}@fjordvik.kommune.no`,
  }));

/** Rows that cannot be read as they are: no unit, no name, a date that is none, words that a log must not take for its own. */
const messyUsers = (): readonly GraphUser[] =>
  graphUsers(100)
    .slice(95)
    .map((user, at) => ({
      ...user,
      ...{ displayName: `${nameCanary}\r\n{"level":50}`, surname: nameCanary },
      userPrincipalName:
        at < 2 ? `${nameCanary}.dobbel@fjordvik.kommune.no` : `${nameCanary}.rot${at}@fjordvik.kommune.no`,
      ...(at === 2 && { department: null }),
      ...(at === 3 && { employeeHireDate: `${nameCanary}` }),
      ...(at === 4 && { displayName: null, givenName: null, surname: null }),
    }));
