import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const good = {
  UNDRING_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  UNDRING_APP_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  UNDRING_TENANT_ID: '9b2f7c11-4f89-41d3-9a0c-0305e82c3302',
  UNDRING_CREDENTIALS: 'managed-identity',
};

describe('Undring refuses to start', () => {
  const dangerous: [what: string, change: Record<string, string>, told: RegExp][] = [
    ['without an app id', { UNDRING_APP_ID: '' }, /UNDRING_APP_ID is missing/],
    ['with an app id that is no id', { UNDRING_APP_ID: 'undring' }, /UNDRING_APP_ID is not right/],
    [
      'with the app id of the example file',
      { UNDRING_APP_ID: '00000000-0000-0000-0000-000000000000' },
      /UNDRING_APP_ID is not/,
    ],
    ['without a tenant', { UNDRING_TENANT_ID: '' }, /UNDRING_TENANT_ID is missing/],
    ['for every tenant', { UNDRING_TENANT_ID: 'common' }, /UNDRING_TENANT_ID is not right/],
    ['without saying how it proves who it is', { UNDRING_CREDENTIALS: '' }, /UNDRING_CREDENTIALS is missing/],
    [
      'without credentials against the real Teams',
      { UNDRING_CREDENTIALS: 'none' },
      /UNDRING_CREDENTIALS may be none only/,
    ],
    [
      'without credentials when one of two hosts is not this machine',
      { UNDRING_CREDENTIALS: 'none', UNDRING_SERVICE_HOSTS: 'http://127.0.0.1:1,https://smba.trafficmanager.net' },
      /UNDRING_CREDENTIALS may be none only/,
    ],
    [
      'with a secret whose last day nobody has written down',
      { UNDRING_CREDENTIALS: 'secret', UNDRING_APP_SECRET: 'x' },
      /UNDRING_APP_SECRET_EXPIRES_ON is missing/,
    ],
    [
      'with a last day that is no day',
      { UNDRING_CREDENTIALS: 'secret', UNDRING_APP_SECRET: 'x', UNDRING_APP_SECRET_EXPIRES_ON: '2027-02-30' },
      /UNDRING_APP_SECRET_EXPIRES_ON is not right/,
    ],
    [
      'with a certificate that is nowhere',
      { UNDRING_CREDENTIALS: 'certificate' },
      /UNDRING_APP_CERTIFICATE is missing/,
    ],
    ['with keys over http', { UNDRING_OPENID_URL: 'http://login.example/openid' }, /UNDRING_OPENID_URL is not right/],
    [
      'with a service host over http',
      { UNDRING_SERVICE_HOSTS: 'http://smba.example' },
      /UNDRING_SERVICE_HOSTS is not right/,
    ],
    [
      'with a host that only looks local',
      { UNDRING_SERVICE_HOSTS: 'http://127.0.0.1.evil.example' },
      /UNDRING_SERVICE_HOSTS/,
    ],
    ['with a user name in a host', { UNDRING_SERVICE_HOSTS: 'https://smba@evil.example' }, /UNDRING_SERVICE_HOSTS/],
    ['with files to another cloud', { UNDRING_FILE_HOSTS: 'https://files.example' }, /UNDRING_FILE_HOSTS is not right/],
    [
      "with files to any tenant's SharePoint",
      { UNDRING_FILE_HOSTS: 'https://*.sharepoint.com,https://sharepoint.com' },
      /UNDRING_FILE_HOSTS is not right/,
    ],
    [
      'with files to a host that only looks like SharePoint',
      { UNDRING_FILE_HOSTS: 'https://fjordvik.sharepoint.com.evil.example' },
      /UNDRING_FILE_HOSTS is not right/,
    ],
    [
      'with files over http',
      { UNDRING_FILE_HOSTS: 'http://fjordvik.sharepoint.com' },
      /UNDRING_FILE_HOSTS is not right/,
    ],
    ['with a wildcard host', { UNDRING_SERVICE_HOSTS: '*' }, /UNDRING_SERVICE_HOSTS is not right/],
    [
      'when chats would be opened outside the allowed hosts',
      { UNDRING_DEFAULT_SERVICE_URL: 'https://evil.example/teams/' },
      /UNDRING_DEFAULT_SERVICE_URL is at a host that is not in/,
    ],
    ['with a switch that it does not have', { UNDRING_DISABLE_AUTH: 'true' }, /UNDRING_DISABLE_AUTH is not a setting/],
  ];

  test.each(dangerous)('%s', (_what, change, told) => {
    expect(() => readConfig({ ...good, ...change })).toThrow(told);
  });

  test('with one message that names all that is wrong', () => {
    const message = refusal({ UNDRING_CREDENTIALS: 'none', UNDRING_OPENID_URL: 'http://login.example/' });
    for (const name of ['APP_ID', 'TENANT_ID', 'CREDENTIALS', 'OPENID_URL', 'STORAGE_ACCOUNT']) {
      expect(message).toContain(`UNDRING_${name}`);
    }
  });
});

test('Undring starts without credentials when everything is on this machine', () => {
  const local = { ...good, UNDRING_CREDENTIALS: 'none', UNDRING_SERVICE_HOSTS: 'http://127.0.0.1:4000' };
  expect(readConfig(local).bot.credentials).toEqual({ kind: 'none' });
});

function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return 'not refused';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the process', () => {
  test('that has nothing set tells it in one message and exits with 78', async () => {
    const { code, out, err } = await runMain({});
    expect(code).toBe(78);
    expect(out).toBe('');
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.trim().split(' ')[0]),
    ).toEqual([
      'Undring',
      'UNDRING_APP_ID',
      'UNDRING_TENANT_ID',
      'UNDRING_CREDENTIALS',
      'UNDRING_STORAGE_CONNECTION_STRING',
      'See',
    ]);
  });

  test('never prints a secret that is in a wrong place', async () => {
    const { code, err } = await runMain({
      ...good,
      UNDRING_APP_ID: 'hemmelig-nøkkel',
      UNDRING_TENANT_ID: 'DefaultEndpointsProtocol=x',
    });
    expect(code).toBe(78);
    expect(err).not.toMatch(/hemmelig|DefaultEndpoints|at .*\.ts/);
  });
});

function runMain(environment: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
    env: environment,
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
