import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { loadPack } from '../../packs/load-pack.ts';
import { startAzurite } from '../azurite.ts';
import { personasOf, readMunicipality, todayIn } from '../seed/read-municipality.ts';
import type { SeedResult } from '../seed/seed.ts';
import { startBot } from '../workbench/start-bot.ts';
import { startWorkbench, type Workbench } from '../workbench/workbench.ts';
import { checkPorts } from './check-ports.ts';
import type { DevOptions } from './dev-options.ts';
import { greetEveryone } from './greet-everyone.ts';
import { seedStorage } from './seed-storage.ts';

export type Dev = {
  /** The page to open. */
  url: string;
  botUrl: string;
  workbench: Workbench;
  seeded: SeedResult;
  /** Settles when the bot has ended, asked or not. */
  botEnded: Promise<void>;
  /** Stops everything in order and keeps what was stored. Fine to call twice. */
  stop(): Promise<void>;
};

/** Ids of nobody: they look like Microsoft's, and open nothing. */
const appId = '7f1d2c3b-5a64-4e8f-9b0a-c1d2e3f4a5b6';
const tenantId = '2b8c9d0e-1f2a-4b3c-8d4e-5f6a7b8c9d0e';

const root = path.resolve(import.meta.dirname, '../../..');

/**
 * Starts Azurite, the workbench and the bot with authentication on, waits until each answers, and seeds what is empty. What was
 * begun is stopped again when something fails. Throws Failure with one line that ends with the remedy.
 */
export async function startDev(options: DevOptions): Promise<Dev> {
  const { ports, dataFolder } = options;
  if (ports !== 'free') await checkPorts(ports);
  if (options.kept === 'empty') await emptyFolder(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  const begun: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= stopAll(begun);
    return stopping;
  };
  try {
    return { ...(await startAll(options, (stopIt) => void begun.unshift(stopIt))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Begin = (stopIt: () => Promise<void>) => void;

async function startAll({ ports, dataFolder }: DevOptions, begin: Begin): Promise<Omit<Dev, 'stop'>> {
  const packFolder = path.join(root, 'content');
  // Read while Azurite starts in a process of its own. What goes wrong is heard below, when there is something to stop.
  const reading = Promise.all([loadPack(packFolder), readMunicipality()]);
  reading.catch(() => undefined);
  const location = path.join(dataFolder, 'azurite');
  const azurite = await startAzurite(ports === 'free' ? { location } : { location, ports });
  begin(azurite.stop);
  const [{ pack }, municipality] = await reading;
  const { zone } = pack;
  const stateFile = path.join(dataFolder, 'workbench.json');
  const people = personasOf(municipality, todayIn(zone, new Date()));
  const names = { appId, tenantId, municipality: pack.municipality.name, zone };
  const workbench = await startWorkbench({ ...names, ...people, stateFile }, ports === 'free' ? 0 : ports.workbench);
  begin(workbench.stop);
  const movedNow = new Date(Date.now() + workbench.keptOffsetMs);
  const seeded = await seedStorage(azurite.connectionString, municipality, pack, movedNow);
  const bot = await startBot({
    environment: {
      UNDRING_HOST: '127.0.0.1',
      UNDRING_PORT: String(ports === 'free' ? 0 : ports.bot),
      UNDRING_STORAGE_CONNECTION_STRING: azurite.connectionString,
      UNDRING_APP_ID: appId,
      UNDRING_TENANT_ID: tenantId,
      UNDRING_CREDENTIALS: 'none',
      UNDRING_OPENID_URL: workbench.teams.openIdUrl(),
      UNDRING_SERVICE_HOSTS: workbench.url,
      UNDRING_DEFAULT_SERVICE_URL: workbench.teams.serviceUrl,
      // The workbench plays OneDrive too.
      UNDRING_FILE_HOSTS: workbench.url,
      // With a free port nobody knows the address before it is taken.
      ...(ports === 'free' ? {} : { UNDRING_PUBLIC_URL: `http://127.0.0.1:${ports.bot}` }),
      UNDRING_PACK: packFolder,
      UNDRING_TIME_ZONE: zone,
    },
    offsetMs: workbench.keptOffsetMs,
    logFile: path.join(dataFolder, 'bot.log'),
    stepped: workbench.stepped,
  });
  begin(bot.stop);
  workbench.teams.bot.url = `${bot.url}/api/messages`;
  workbench.open(bot.clock);
  await greetEveryone(workbench.teams);
  return { url: workbench.url, botUrl: bot.url, workbench, seeded, botEnded: bot.ended };
}

/** The bot first, then the page, then storage: the last to speak needs the others. All are tried; the first failure is told. */
async function stopAll(begun: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const stopIt of begun) await stopIt().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Only what `npm start` has put there. */
async function emptyFolder(dataFolder: string): Promise<void> {
  for (const name of ['azurite', 'workbench.json', 'workbench.json.next', 'bot.log']) {
    await rm(path.join(dataFolder, name), { recursive: true, force: true });
  }
}
