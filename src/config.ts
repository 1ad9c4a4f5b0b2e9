import { Failure } from './core/failure.ts';
import type { LocalDate } from './core/local-date.ts';
import { isLoopback, isSafeUrl } from './core/safe-url.ts';
import { Secret } from './core/secret.ts';
import {
  type DirectoryKind,
  type LogLevel,
  type ProcessRole,
  publicServiceHost,
  type Settings,
  settingNames,
  settings,
  splitList,
} from './settings.ts';

export type StorageConfig = { prefix: string } & (
  | { kind: 'connection-string'; connectionString: Secret }
  /** Microsoft Entra; `clientId` names a user-assigned managed identity. */
  | { kind: 'account'; account: string; clientId?: string }
);

/** How the bot proves who it is when it calls Teams. `none` exists only where every service host is this machine. */
export type BotCredentials =
  | { kind: 'none' }
  | { kind: 'secret'; secret: Secret; expiresOn: LocalDate }
  | { kind: 'certificate'; file: string }
  | { kind: 'managed-identity'; clientId: string };

export type BotConfig = {
  appId: string;
  tenantId: string;
  credentials: BotCredentials;
  openIdUrl: string;
  tokenIssuer: string;
  tokenScope: string;
  /** The origins that an activity may name and that the bot's token may reach. */
  serviceOrigins: readonly string[];
  /** Where a chat is opened with somebody who has not written yet. */
  defaultServiceUrl: string;
};

export type Config = {
  host: string;
  port: number;
  /** How many proxies of our own stand in front of the process. */
  proxies: number;
  roles: readonly ProcessRole[];
  storage: StorageConfig;
  bot: BotConfig;
  /** Where files may be put by consent. Empty: nobody is offered one. */
  fileOrigins: readonly string[];
  /** Whether the staff list is fetched every night, and where Microsoft Graph answers. */
  directory: { kind: DirectoryKind; graphOrigin: string };
  /** Our own address as Teams reaches it, without a path. Absent: cards are shown without drawings. */
  publicUrl?: string;
  packFolder: string;
  /** In place of the pack's own. */
  zone?: string;
  logLevel: LogLevel;
  /** Keys the hash that stands for a person in telemetry. Absent: a new one for each process. */
  personHashKey?: Secret;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The only reader of process.env. Throws like `readConfig`. */
export function loadConfig(): Config {
  return readConfig(process.env);
}

/** Throws Failure `invalid` whose message tells every problem, one a line, and never a value. An empty variable counts as absent. */
export function readConfig(environment: Environment): Config {
  const given = readGiven(environment);
  const parsed = settings.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`),
    ...problemsBetween(given),
  ];
  if (!parsed.success || problems.length > 0) {
    const lines = [...new Set(problems)].map((problem) => `  ${problem}`);
    const count = lines.length === 1 ? '1 setting is' : `${lines.length} settings are`;
    throw new Failure('invalid', `Undring cannot start: ${count} not right.\n${lines.join('\n')}\nSee .env.example.`);
  }
  return deepFreeze(toConfig(parsed.data));
}

function readGiven(environment: Environment): Environment {
  const ours = Object.entries(environment).filter(([name]) => name.startsWith('UNDRING_'));
  return Object.fromEntries(ours.map(([name, value]) => [name, value?.trim()]).filter(([, value]) => value));
}

/** A secret whose last day nobody has written down would run out unseen. */
const neededBy: Readonly<Record<string, readonly string[]>> = {
  secret: ['UNDRING_APP_SECRET', 'UNDRING_APP_SECRET_EXPIRES_ON'],
  certificate: ['UNDRING_APP_CERTIFICATE'],
};

/** What no single setting can tell. Works on raw text, so that these problems are told together with the others. */
function problemsBetween(given: Environment): string[] {
  const hosts = splitList(given.UNDRING_SERVICE_HOSTS ?? publicServiceHost);
  const credentials = given.UNDRING_CREDENTIALS;
  const problems = Object.keys(given)
    .filter((name) => !settingNames.includes(name))
    .map((name) => `${name} is not a setting; look for the right name in .env.example`);
  const storages = [given.UNDRING_STORAGE_CONNECTION_STRING, given.UNDRING_STORAGE_ACCOUNT].filter(Boolean).length;
  if (storages === 0) {
    problems.push('UNDRING_STORAGE_CONNECTION_STRING and UNDRING_STORAGE_ACCOUNT are both missing; give one of them');
  }
  if (storages === 2) {
    problems.push('UNDRING_STORAGE_CONNECTION_STRING and UNDRING_STORAGE_ACCOUNT are both given; give one of them');
  }
  for (const name of neededBy[credentials ?? ''] ?? []) {
    if (!given[name]) problems.push(`${name} is missing; UNDRING_CREDENTIALS=${credentials} needs it`);
  }
  if (credentials === 'none' && !hosts.every(isLoopback)) {
    problems.push('UNDRING_CREDENTIALS may be none only when every one of UNDRING_SERVICE_HOSTS is this machine');
  }
  problems.push(...directoryProblems(given));
  const { UNDRING_DEFAULT_SERVICE_URL: target } = given;
  if (target && isSafeUrl(target) && !hosts.includes(new URL(target).origin)) {
    problems.push('UNDRING_DEFAULT_SERVICE_URL is at a host that is not in UNDRING_SERVICE_HOSTS; add the host there');
  }
  return problems;
}

/** A token for Graph reaches Graph alone, and Graph answers nobody without one. */
function directoryProblems({ UNDRING_GRAPH_URL: url = '', ...given }: Environment): string[] {
  const hasToken = given.UNDRING_CREDENTIALS !== 'none';
  if (isLoopback(url) && hasToken) {
    return ['UNDRING_GRAPH_URL may be this machine only when UNDRING_CREDENTIALS is none; a token goes to Graph alone'];
  }
  if (given.UNDRING_DIRECTORY === 'graph' && !hasToken && !isLoopback(url)) {
    return [
      'UNDRING_DIRECTORY may be graph only with other UNDRING_CREDENTIALS than none; Microsoft Graph wants a token',
    ];
  }
  return [];
}

function toConfig(read: Settings): Config {
  return {
    host: read.UNDRING_HOST,
    port: read.UNDRING_PORT,
    proxies: read.UNDRING_PROXIES,
    roles: read.UNDRING_ROLES,
    storage: toStorage(read),
    bot: {
      appId: read.UNDRING_APP_ID,
      tenantId: read.UNDRING_TENANT_ID,
      credentials: toCredentials(read),
      openIdUrl: read.UNDRING_OPENID_URL,
      tokenIssuer: read.UNDRING_TOKEN_ISSUER,
      tokenScope: read.UNDRING_TOKEN_SCOPE,
      serviceOrigins: read.UNDRING_SERVICE_HOSTS,
      defaultServiceUrl: read.UNDRING_DEFAULT_SERVICE_URL ?? `${read.UNDRING_SERVICE_HOSTS[0]}/teams/`,
    },
    fileOrigins: read.UNDRING_FILE_HOSTS,
    directory: { kind: read.UNDRING_DIRECTORY, graphOrigin: read.UNDRING_GRAPH_URL },
    publicUrl: read.UNDRING_PUBLIC_URL,
    packFolder: read.UNDRING_PACK,
    zone: read.UNDRING_TIME_ZONE,
    logLevel: read.UNDRING_LOG_LEVEL,
    personHashKey: read.UNDRING_PERSON_HASH_KEY,
  };
}

function toStorage(read: Settings): StorageConfig {
  const connectionString = read.UNDRING_STORAGE_CONNECTION_STRING;
  const prefix = read.UNDRING_STORAGE_PREFIX;
  if (connectionString) return { kind: 'connection-string', connectionString, prefix };
  return {
    kind: 'account',
    account: read.UNDRING_STORAGE_ACCOUNT ?? '',
    clientId: read.UNDRING_STORAGE_CLIENT_ID,
    prefix,
  };
}

function toCredentials(read: Settings): BotCredentials {
  const { UNDRING_CREDENTIALS: kind, UNDRING_APP_SECRET: secret, UNDRING_APP_SECRET_EXPIRES_ON: expiresOn } = read;
  if (kind === 'secret' && secret && expiresOn) return { kind, secret, expiresOn };
  if (kind === 'certificate' && read.UNDRING_APP_CERTIFICATE) return { kind, file: read.UNDRING_APP_CERTIFICATE };
  if (kind === 'none') return { kind };
  return { kind: 'managed-identity', clientId: read.UNDRING_MANAGED_IDENTITY_CLIENT_ID ?? read.UNDRING_APP_ID };
}

/** Secrets hold their value in a private field and are left as they are. */
function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !(inner instanceof Secret)) deepFreeze(inner);
  }
  return Object.freeze(value);
}
