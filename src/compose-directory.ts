import { setTimeout } from 'node:timers/promises';
import type { Config } from './config.ts';
import { systemClock } from './core/clock.ts';
import { Failure } from './core/failure.ts';
import type { AppInstaller } from './features/people/app-installer.ts';
import type { AuditStore } from './features/people/audit-store.ts';
import type { Directory } from './features/people/directory.ts';
import type { DirectoryMarkStore } from './features/people/directory-mark-store.ts';
import type { RosterRules } from './features/people/roster.ts';
import type { RosterRunStore } from './features/people/roster-run-store.ts';
import type { ApplyRosterNeeds } from './features/use-cases/change-person.ts';
import type { ImportDirectoryNeeds } from './features/use-cases/import-directory.ts';
import { keepDirectory } from './features/use-cases/keep-directory.ts';
import type { TickNeeds } from './inbound/jobs/tick.ts';
import { createGraphClient } from './outbound/directory/graph-client.ts';
import { createGraphDirectory } from './outbound/directory/graph-directory.ts';
import { createGraphHttp } from './outbound/directory/graph-http.ts';
import { createGraphInstaller } from './outbound/directory/graph-installer.ts';
import type { GraphPagesNeeds } from './outbound/directory/graph-pages.ts';
import { createAccessToken, createTokenSource } from './outbound/teams/access-token.ts';
import { knownWords } from './packs/known-words.ts';
import { loadRoster } from './packs/load-roster.ts';
import type { Pack } from './packs/pack.ts';

/** Throws Failure `invalid` when the pack does not say whom to read. */
function openDirectory(config: Config, rules: RosterRules): Directory {
  if (!rules.directory) {
    throw new Failure('invalid', 'content/roster.yaml has no `directory`; write there which staff Microsoft 365 holds');
  }
  return createGraphDirectory({ ...openGraph(config), rules: rules.directory });
}

/** What gives people the app, by the same way in as the directory. */
export const openInstaller = (config: Config): AppInstaller => createGraphInstaller(openGraph(config));

/**
 * Microsoft Graph, with the bot's own credentials and a token that is for Graph alone. In real time, also where the service's own clock is
 * moved.
 */
function openGraph({ bot, directory: { graphOrigin: origin } }: Config): GraphPagesNeeds {
  const source = createTokenSource({ ...bot, scope: `${origin}/.default` });
  const token = createAccessToken({ source, clock: systemClock, audience: 'Microsoft Graph' });
  const client = createGraphClient({ origin, http: createGraphHttp({ origin, token }) });
  const wait = async (ms: number): Promise<void> => void (await setTimeout(ms));
  return { client, origin, clock: systemClock, wait, random: Math.random };
}

export type DirectoryStores = ApplyRosterNeeds & {
  rosterRuns: RosterRunStore;
  directoryMarks: DirectoryMarkStore;
  audit: AuditStore;
};

/** What an import from the directory needs, with the rules as the files have them now. Throws Failure `invalid`. */
export async function composeDirectory(
  config: Config,
  stores: DirectoryStores,
  pack: Pack,
): Promise<ImportDirectoryNeeds> {
  const rules = await loadRoster(config.packFolder);
  const directory = openDirectory(config, rules);
  return {
    ...stores,
    runs: stores.rosterRuns,
    marks: stores.directoryMarks,
    rules,
    directory,
    zone: pack.zone,
    known: knownWords(pack),
  };
}

/** The nightly fetching: off until the configuration names a directory. */
export function composeDirectoryRound(
  config: Config,
  stores: DirectoryStores,
  pack: Pack,
): Pick<TickNeeds, 'keepDirectory'> {
  if (config.directory.kind === 'none') return {};
  let opened: Promise<ImportDirectoryNeeds> | undefined;
  return {
    async keepDirectory(now) {
      // Opened once, so that there is one token. Rules that cannot be read are told each time, and read again.
      opened ??= composeDirectory(config, stores, pack).catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return keepDirectory(await opened, now);
    },
  };
}
