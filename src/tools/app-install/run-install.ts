import { type FileHandle, open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Failure } from '../../core/failure.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { AppInstaller } from '../../features/people/app-installer.ts';
import type { PersonStore } from '../../features/people/person-store.ts';
import type { UnitStore } from '../../features/people/unit-store.ts';
import { findAppNeeds } from '../../features/use-cases/find-app-needs.ts';
import { type InstallRun, type InstallStop, installForStaff } from '../../features/use-cases/install-for-staff.ts';
import { installsCsv, tellSums } from './tell-install.ts';

export type InstallOptions = { isApplied: boolean; alsoUninstalled: boolean; list?: string; appId?: string };

export type RunInstallNeeds = {
  stores: { people: PersonStore; units: UnitStore };
  installer: AppInstaller;
  /** The app of the bot, where the options name no other. */
  appId: string;
  zone: TimeZone;
  now: Date;
  isStopped(): boolean;
  tell(line: string): void;
};

const usage = 'Usage: npm run app:install [-- --apply] [--also-uninstalled] [--list <file.csv>] [--app-id <guid>]';

/** Throws Failure `invalid`. */
export function readInstallOptions(args: readonly string[]): InstallOptions {
  const options = {
    apply: { type: 'boolean' },
    'also-uninstalled': { type: 'boolean' },
    list: { type: 'string' },
    'app-id': { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { apply: isApplied = false, 'also-uninstalled': alsoUninstalled = false, list, 'app-id': appId } = values;
    // It becomes a part of a question to Graph.
    if (appId !== undefined && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(appId)) throw new TypeError('no guid');
    return { isApplied, alsoUninstalled, ...(list !== undefined && { list }), ...(appId !== undefined && { appId }) };
  } catch (cause) {
    throw new Failure('invalid', usage, { cause });
  }
}

/** Tells why it stopped, when it did. Throws Failure `invalid`, `unavailable` or `throttled`; what was done by then is in the file. */
export async function runInstall(options: InstallOptions, needs: RunInstallNeeds): Promise<InstallStop | undefined> {
  const { installer, stores, tell } = needs;
  const file = options.list === undefined ? undefined : await openList(options.list);
  let people: InstallRun['people'] = [];
  try {
    const staff = await findAppNeeds({ ...stores, ...options }, localDateAt(needs.now, needs.zone));
    people = staff.map(({ displayName, need }) => ({ displayName, reason: need }));
    tell(tellSums(people));
    // Also when nobody is given anything: whether the app is there and we may look is a part of what would happen.
    const catalogueId = await findApp(installer, options.appId ?? needs.appId);
    if (!options.isApplied) {
      tell('Dry run: nobody is given anything. Run it again with --apply.');
      return undefined;
    }
    const onProgress = (tried: number, all: number) => tell(`${tried} of ${all} tried`);
    const result = await installForStaff({ ...needs, catalogueId, onProgress }, staff);
    people = result.people;
    tell(tellSums(people));
    return result.stop;
  } finally {
    if (file) {
      await file.writeFile(installsCsv(people));
      await file.close();
      tell(`The file has ${people.length} people by name: delete it when you have looked.`);
    }
  }
}

/** Opened before anything is done, so that what was done can be told. A file that is there is left alone. */
async function openList(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx', 0o600);
  } catch (cause) {
    throw new Failure('invalid', 'the list cannot be written; name a file that is not there yet', { cause });
  }
}

async function findApp(installer: AppInstaller, manifestId: string): Promise<string> {
  const catalogueId = await installer.findApp(manifestId);
  if (catalogueId !== undefined) return catalogueId;
  throw new Failure('invalid', 'Teams has no such app in the catalogue; upload it, or name its id with --app-id');
}
