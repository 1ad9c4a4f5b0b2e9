import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { isFailure } from '../../src/core/failure.ts';
import { settingNames } from '../../src/settings.ts';

const least = {
  UNDRING_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  UNDRING_APP_ID: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  UNDRING_TENANT_ID: '9b2f7c11-4f89-41d3-9a0c-0305e82c3302',
  UNDRING_CREDENTIALS: 'managed-identity',
};

function problemsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!isFailure(error, 'invalid')) throw error;
    return error.message
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim());
  }
  return [];
}

describe('the environment', () => {
  test('needs four settings, and the rest have the defaults of the public cloud', () => {
    const config = readConfig(least);
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      roles: ['bot', 'jobs'],
      packFolder: 'content',
      logLevel: 'info',
      fileOrigins: [],
      storage: { kind: 'connection-string', prefix: '' },
      bot: {
        appId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
        credentials: { kind: 'managed-identity', clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
        tokenIssuer: 'https://api.botframework.com',
        tokenScope: 'https://api.botframework.com/.default',
        openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        serviceOrigins: ['https://smba.trafficmanager.net'],
        defaultServiceUrl: 'https://smba.trafficmanager.net/teams/',
      },
    });
  });

  test('is read once: the config is frozen all the way down', () => {
    const config = readConfig(least);
    expect(() => Object.assign(config.bot, { tenantId: 'another' })).toThrow(TypeError);
    expect(() => Object.assign(config.bot.serviceOrigins, ['https://evil.example'])).toThrow(TypeError);
  });

  test('tells every problem at once, by name, and never a value', () => {
    const value = 'hemmelig-verdi-som-ikke-skal-vises';
    const problems = problemsOf({
      UNDRING_APP_ID: value,
      UNDRING_PORT: '70000',
      UNDRING_ROLES: 'bot,chef',
      UNDRING_CREDENTIALS: 'secret',
      UNDRING_TIME_ZONE: 'Europe/Harstad',
      UNDRING_LOG_LEVEL: value,
      UNDRING_PERSON_HASH_KEY: 'short',
      UNDRING_STORAGE_PREFIX: '1-a',
      UNDRING_OPENID_URL: 'http://login.example/',
    });
    expect(problems.map((line) => line.split(' ')[0]).sort()).toEqual([
      'UNDRING_APP_ID',
      'UNDRING_APP_SECRET',
      'UNDRING_APP_SECRET_EXPIRES_ON',
      'UNDRING_LOG_LEVEL',
      'UNDRING_OPENID_URL',
      'UNDRING_PERSON_HASH_KEY',
      'UNDRING_PORT',
      'UNDRING_ROLES',
      'UNDRING_STORAGE_CONNECTION_STRING',
      'UNDRING_STORAGE_PREFIX',
      'UNDRING_TENANT_ID',
      'UNDRING_TIME_ZONE',
    ]);
    expect(problems.join('\n')).not.toContain(value);
    for (const problem of problems)
      expect(problem, 'ends with what to do').toMatch(/; (give|UNDRING_CREDENTIALS=secret needs)/);
  });

  test('takes a storage account or a connection string, not both and not neither', () => {
    const { UNDRING_STORAGE_CONNECTION_STRING: _, ...noStorage } = least;
    expect(readConfig({ ...noStorage, UNDRING_STORAGE_ACCOUNT: 'undringprod' }).storage).toEqual({
      kind: 'account',
      account: 'undringprod',
      prefix: '',
    });
    expect(problemsOf(noStorage)[0]).toContain('both missing');
    expect(problemsOf({ ...least, UNDRING_STORAGE_ACCOUNT: 'undringprod' })[0]).toContain('both given');
  });

  test('counts an empty variable as absent and trims the others', () => {
    expect(readConfig({ ...least, UNDRING_HOST: '', UNDRING_PORT: ' 0 ' })).toMatchObject({
      host: '127.0.0.1',
      port: 0,
    });
  });

  test('tells a misspelt setting instead of silently taking the default', () => {
    expect(problemsOf({ ...least, UNDRING_TIMEZONE: 'Europe/Oslo' })).toEqual([
      'UNDRING_TIMEZONE is not a setting; look for the right name in .env.example',
    ]);
  });

  test('prints [secret] where a secret is', () => {
    const secret = { UNDRING_APP_SECRET: 'svært-hemmelig', UNDRING_APP_SECRET_EXPIRES_ON: '2027-05-01' };
    const config = readConfig({ ...least, UNDRING_CREDENTIALS: 'secret', ...secret });
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toMatch(/svært-hemmelig|UseDevelopmentStorage/);
    expect(config.bot.credentials.kind === 'secret' && config.bot.credentials.secret.reveal()).toBe('svært-hemmelig');
  });

  test('lets a token for Graph go to Graph alone, and a machine without a token to a stub alone', () => {
    const stub = 'http://127.0.0.1:4000';
    const local = { ...least, UNDRING_CREDENTIALS: 'none', UNDRING_SERVICE_HOSTS: stub };
    expect(readConfig(least).directory).toEqual({ kind: 'none', graphOrigin: 'https://graph.microsoft.com' });
    expect(readConfig({ ...local, UNDRING_DIRECTORY: 'graph', UNDRING_GRAPH_URL: stub }).directory.kind).toBe('graph');
    expect(problemsOf({ ...least, UNDRING_GRAPH_URL: 'https://graph.evil.example' })).toHaveLength(1);
    expect(problemsOf({ ...least, UNDRING_GRAPH_URL: stub })).toHaveLength(1);
    expect(problemsOf({ ...local, UNDRING_DIRECTORY: 'graph' })).toHaveLength(1);
    expect(problemsOf({ ...least, UNDRING_DIRECTORY: 'entra' })).toHaveLength(1);
  });

  test('opens chats at the first service host when nothing else is said', () => {
    const hosts = 'http://127.0.0.1:4000, https://smba.infra.gov.teams.microsoft.us';
    expect(readConfig({ ...least, UNDRING_SERVICE_HOSTS: hosts }).bot.defaultServiceUrl).toBe(
      'http://127.0.0.1:4000/teams/',
    );
  });
});

test('.env.example names exactly the settings that exist', async () => {
  const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^(?:# )?(UNDRING_[A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.toSorted()).toEqual([...settingNames].sort());
});
