import { openInstaller } from '../compose-directory.ts';
import { loadConfig } from '../config.ts';
import { Failure } from '../core/failure.ts';
import { openTables } from '../outbound/azure-tables/open-tables.ts';
import { loadPack } from '../packs/load-pack.ts';
import { readInstallOptions, runInstall } from './app-install/run-install.ts';
import { tellStop } from './app-install/tell-install.ts';

/**
 * `npm run app:install [-- --apply] [--also-uninstalled] [--list <file.csv>] [--app-id <guid>]`: gives the Teams app to those of the staff list
 * whom we cannot write to yet, through Microsoft Graph; first as a dry run. Optional: a setup policy does the same (docs/install-in-teams.md).
 * Stopped anywhere and run again it goes on. The first Ctrl-C lets those who are under way end.
 */
try {
  await main();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const options = readInstallOptions(process.argv.slice(2));
  const config = loadConfig();
  const { storage, bot } = config;
  const [stores, { pack }] = await Promise.all([
    openTables({ connection: storage, prefix: storage.prefix }),
    loadPack(config.packFolder),
  ]);
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isStopped = true;
    });
  }
  const stop = await runInstall(options, {
    ...{ stores, zone: pack.zone, now: new Date(), appId: bot.appId, installer: openInstaller(config) },
    isStopped: () => isStopped,
    tell: (line) => console.log(line),
  });
  if (!stop) return;
  console.error(tellStop(stop));
  process.exitCode = 1;
}
