import { z } from 'zod';
import { readLocalDate } from './core/local-date.ts';
import { isLoopback, isSafeUrl } from './core/safe-url.ts';
import { Secret } from './core/secret.ts';

const processRoles = ['bot', 'jobs'] as const;
export type ProcessRole = (typeof processRoles)[number];

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where Teams answers in the public cloud. */
export const publicServiceHost = 'https://smba.trafficmanager.net';

/** Where Microsoft Graph answers in the public cloud. */
const publicGraph = 'https://graph.microsoft.com';

const directoryKinds = ['none', 'graph'] as const;
export type DirectoryKind = (typeof directoryKinds)[number];

const credentialKinds = ['none', 'secret', 'certificate', 'managed-identity'] as const;
const dateRemedy = 'is not right; give the last day that it holds, such as 2027-05-01';
const proxiesRemedy = 'give how many proxies of your own stand in front, 0 to 9';
const portRemedy = 'give a port from 0 to 65535';
const url = z.string().refine(isSafeUrl, 'is not right; give an https:// address (http:// only to this machine)');
const origin = z
  .string()
  .refine(
    isOrigin,
    'is not right; give origins such as https://smba.trafficmanager.net (http:// only to this machine)',
  );

const fileHostRemedy = 'give hosts such as https://fjordvik-my.sharepoint.com (http:// only to this machine)';

/** Every setting there is, each alone. `.env.example` explains them; a test holds the two together. */
export const settings = z.object({
  UNDRING_HOST: z.string().default('127.0.0.1'),
  UNDRING_PORT: text(/^\d{1,5}$/, portRemedy)
    .transform(Number)
    .refine((port) => port <= 65_535, `is not right; ${portRemedy}`)
    .default(3978),
  UNDRING_PROXIES: text(/^\d$/, proxiesRemedy).transform(Number).default(0),
  UNDRING_ROLES: list(z.enum(processRoles, 'is not right; give bot, jobs or bot,jobs')).default([...processRoles]),
  UNDRING_STORAGE_CONNECTION_STRING: secret(1).optional(),
  UNDRING_STORAGE_ACCOUNT: text(
    /^[a-z\d]{3,24}$/,
    'give the name of the storage account, such as undringprod',
  ).optional(),
  UNDRING_STORAGE_CLIENT_ID: guid('the client id of the managed identity').optional(),
  UNDRING_STORAGE_PREFIX: text(/^[a-z][a-z\d]{0,19}$/, 'give at most 20 of a–z and 0–9, a letter first').default(''),
  UNDRING_APP_ID: guid("the bot's Microsoft app id"),
  UNDRING_TENANT_ID: guid("the municipality's Microsoft Entra tenant id"),
  UNDRING_CREDENTIALS: z.enum(credentialKinds, `is missing or not right; give one of ${credentialKinds.join(', ')}`),
  UNDRING_APP_SECRET: secret(1).optional(),
  UNDRING_APP_SECRET_EXPIRES_ON: z
    .string()
    .transform((value, context) => {
      const date = readLocalDate(value);
      if (date === undefined) context.addIssue(dateRemedy);
      return date ?? z.NEVER;
    })
    .optional(),
  UNDRING_APP_CERTIFICATE: z.string().optional(),
  UNDRING_MANAGED_IDENTITY_CLIENT_ID: guid('the client id of the managed identity').optional(),
  UNDRING_OPENID_URL: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  UNDRING_TOKEN_ISSUER: z.string().default('https://api.botframework.com'),
  UNDRING_TOKEN_SCOPE: z.string().default('https://api.botframework.com/.default'),
  UNDRING_SERVICE_HOSTS: list(origin).default([publicServiceHost]),
  UNDRING_DEFAULT_SERVICE_URL: url.optional(),
  UNDRING_FILE_HOSTS: list(z.string().refine(isFileHost, `is not right; ${fileHostRemedy}`)).default([]),
  UNDRING_DIRECTORY: z.enum(directoryKinds, `is not right; give one of ${directoryKinds.join(', ')}`).default('none'),
  UNDRING_GRAPH_URL: origin
    .refine((url) => url === publicGraph || isLoopback(url), `is not right; leave it out, it is ${publicGraph}`)
    .default(publicGraph),
  UNDRING_PUBLIC_URL: origin.optional(),
  UNDRING_PACK: z.string().default('content'),
  UNDRING_TIME_ZONE: z.string().refine(isTimeZone, 'is not right; give a name such as Europe/Oslo').optional(),
  UNDRING_LOG_LEVEL: z.enum(logLevels, `is not right; give one of ${logLevels.join(', ')}`).default('info'),
  UNDRING_PERSON_HASH_KEY: secret(32).optional(),
});

export const settingNames: readonly string[] = Object.keys(settings.shape);

export type Settings = z.infer<typeof settings>;

function text(pattern: RegExp, remedy: string) {
  return z.string(`is missing; ${remedy}`).regex(pattern, `is not right; ${remedy}`);
}

function guid(whose: string) {
  const remedy = `give ${whose}, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301`;
  return text(/^(?!0{8}-)[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, remedy).transform((value) => value.toLowerCase());
}

function secret(least: number) {
  const schema = z.string().min(least, `is too short; give at least ${least} random characters`);
  return schema.transform((value) => new Secret(value));
}

function list<T extends z.ZodType<string, string>>(item: T) {
  return z.string().transform(splitList).pipe(z.array(item));
}

export function splitList(value: string): string[] {
  return value.split(',').map((part) => part.trim());
}

function isOrigin(value: string): boolean {
  return isSafeUrl(value) && new URL(value).origin === value;
}

/** A tenant's own host. The client names where a file is to go, so a wider list would let it go anywhere in somebody else's SharePoint. */
function isFileHost(value: string): boolean {
  return isOrigin(value) && (isLoopback(value) || /^https:\/\/[a-z\d-]+\.sharepoint\.com$/.test(value));
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
