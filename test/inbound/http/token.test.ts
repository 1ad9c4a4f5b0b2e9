import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { createTokenIssuer, type SignRequest, type TokenIssuer } from '../../../src/tools/workbench/token-issuer.ts';
import { activity, appId, type Door, openDoor, serviceUrl, tenantId } from './open-door.ts';

let door: Door;
let stranger: TokenIssuer;

beforeAll(async () => {
  door = await openDoor();
  stranger = await createTokenIssuer({ appId, clock: systemClock });
});
afterAll(() => door.close());
beforeEach(() => {
  door.turns.length = 0;
  door.events.length = 0;
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
  vi.spyOn(console, 'log');
});
afterEach(() => {
  for (const method of ['error', 'warn', 'log'] as const)
    expect(console[method], `console.${method}`).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

const sign = (change: Partial<SignRequest> = {}) => door.keyServer.issuer.sign({ serviceUrl, ...change });
const bearer = async (change?: Partial<SignRequest>) => `Bearer ${await sign(change)}`;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const ourKid = () => door.keyServer.issuer.jwks().keys[0]?.kid ?? '';
const now = () => Math.floor(Date.now() / 1000);

describe('a good token', () => {
  test('is let in, bound to app and service address', async () => {
    expect(await door.post(activity(), await bearer())).toEqual({ status: 200, text: '' });
    expect(door.turns).toHaveLength(1);
    expect(door.turns[0]?.token).toMatchObject({ appId, serviceUrl, claims: { iss: 'https://api.botframework.com' } });
  });

  test('that ran out four minutes ago is let in: the documented skew is five', async () => {
    expect((await door.post(activity(), await bearer({ expiresInSeconds: -240 }))).status).toBe(200);
  });

  test('is let in when the tenant is named in one place only', async () => {
    const { channelData: _, ...rest } = activity();
    expect((await door.post(rest, await bearer())).status).toBe(200);
    expect((await door.post(activity({ conversation: { id: 'a:1' } }), await bearer())).status).toBe(200);
  });
});

type Bad = [
  what: string,
  make: () => Promise<{ authorization?: string; body?: Record<string, unknown>; query?: string }>,
];

const badTokens: Bad[] = [
  ['no token', async () => ({})],
  ['an empty bearer', async () => ({ authorization: 'Bearer ' })],
  ['a Basic header', async () => ({ authorization: `Basic ${Buffer.from('a:b').toString('base64')}` })],
  ['garbage', async () => ({ authorization: 'Bearer garbage' })],
  ['three parts of garbage', async () => ({ authorization: 'Bearer a.b.c' })],
  ['a token without the word Bearer', async () => ({ authorization: await sign() })],
  ['two tokens', async () => ({ authorization: `${await bearer()}, ${await bearer()}` })],
  ['one that ran out an hour ago', async () => ({ authorization: await bearer({ expiresInSeconds: -3600 }) })],
  ['one that ran out six minutes ago', async () => ({ authorization: await bearer({ expiresInSeconds: -360 }) })],
  ['one that is not valid yet', async () => ({ authorization: await bearer({ claims: { nbf: now() + 600 } }) })],
  ['one that never runs out', async () => ({ authorization: await bearer({ claims: { exp: undefined } }) })],
  ['alg none', async () => ({ authorization: `Bearer ${part({ alg: 'none' })}.${part(claims())}.` })],
  [
    'alg none with a signature',
    async () => ({ authorization: `Bearer ${part({ alg: 'none', kid: ourKid() })}.${part(claims())}.AAAA` }),
  ],
  ['HS256 signed with our public key', async () => ({ authorization: `Bearer ${hs256()}` })],
  ['a changed payload under a good signature', async () => ({ authorization: `Bearer ${await tampered()}` })],
  ['a signature cut off', async () => ({ authorization: (await bearer()).replace(/\.[^.]+$/, '.') })],
  ['another issuer', async () => ({ authorization: await bearer({ issuer: 'https://evil.example' }) })],
  [
    'the issuer with a slash',
    async () => ({ authorization: await bearer({ issuer: 'https://api.botframework.com/' }) }),
  ],
  ['no issuer', async () => ({ authorization: await bearer({ claims: { iss: undefined } }) })],
  [
    'the issuer of the emulator',
    async () => ({
      authorization: await bearer({ issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
    }),
  ],
  [
    'the bot’s own Entra token',
    async () => ({ authorization: await bearer({ issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` }) }),
  ],
  [
    'another audience',
    async () => ({ authorization: await bearer({ appId: '11111111-1111-1111-1111-111111111111' }) }),
  ],
  ['no audience', async () => ({ authorization: await bearer({ claims: { aud: undefined } }) })],
  [
    'the audience of Teams itself',
    async () => ({ authorization: await bearer({ appId: 'https://api.botframework.com' }) }),
  ],
  ['an unknown kid', async () => ({ authorization: await bearer({ header: { kid: 'unknown' } }) })],
  ['no kid', async () => ({ authorization: await bearer({ header: { kid: undefined } }) })],
  [
    'another key under our kid',
    async () => ({ authorization: `Bearer ${await stranger.sign({ serviceUrl, header: { kid: ourKid() } })}` }),
  ],
  ['a stranger’s key', async () => ({ authorization: `Bearer ${await stranger.sign({ serviceUrl })}` })],
  ['no serviceurl claim', async () => ({ authorization: await bearer({ claims: { serviceurl: undefined } }) })],
  [
    'another serviceurl claim',
    async () => ({ authorization: await bearer({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }) }),
  ],
  [
    'an activity without a service address',
    async () => ({ authorization: await bearer(), body: activity({ serviceUrl: undefined }) }),
  ],
  [
    'an activity with an empty service address',
    async () => ({ authorization: await bearer({ serviceUrl: '' }), body: activity({ serviceUrl: '' }) }),
  ],
  ['a token of a skill', async () => ({ authorization: await bearer(skill) })],
  ['a token that is only in the address', async () => ({ query: `?access_token=${await sign()}` })],
  ['a token that is only in the body', async () => ({ body: activity({ authorization: await bearer() }) })],
  [
    'an encrypted token',
    async () => ({ authorization: `Bearer ${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d` }),
  ],
  ['another algorithm of the same key', async () => ({ authorization: `Bearer ${withHeader({ alg: 'PS256' })}` })],
  ['a stranger’s key that stands in the token', async () => ({ authorization: `Bearer ${await ownKey()}` })],
  [
    'a part that must be understood and is not',
    async () => ({ authorization: `Bearer ${withHeader({ alg: 'RS256', crit: ['x'], x: 1 })}` }),
  ],
  ['an end that is a text', async () => ({ authorization: await bearer({ claims: { exp: 'never' } }) })],
  [
    'a serviceurl claim that is a list',
    async () => ({ authorization: await bearer({ claims: { serviceurl: [serviceUrl] } }) }),
  ],
  ['a token with a space in it', async () => ({ authorization: (await bearer()).replace('.', '. ') })],
];

const badTurns: Bad[] = [
  ['Web Chat', async () => ({ authorization: await bearer(), body: activity({ channelId: 'webchat' }) })],
  ['no channel', async () => ({ authorization: await bearer(), body: activity({ channelId: undefined }) })],
  ['the emulator', async () => ({ authorization: await bearer(), body: activity({ channelId: 'emulator' }) })],
  ['a foreign tenant', async () => ({ authorization: await bearer(), body: inTenants('other', 'other') })],
  [
    'a foreign tenant in the conversation only',
    async () => ({ authorization: await bearer(), body: inTenants('other', tenantId) }),
  ],
  [
    'a foreign tenant in channelData only',
    async () => ({ authorization: await bearer(), body: inTenants(tenantId, 'other') }),
  ],
  ['no tenant at all', async () => ({ authorization: await bearer(), body: inTenants(undefined, undefined) })],
  [
    'a service host that is not allowed',
    async () => {
      const evil = 'https://smba.trafficmanager.net.evil.example/';
      return { authorization: await bearer({ serviceUrl: evil }), body: activity({ serviceUrl: evil }) };
    },
  ],
  ...[
    `blob:${serviceUrl}`,
    serviceUrl.replace('//', '//user:pw@'),
    ` ${serviceUrl}`,
    serviceUrl.replace('https', 'HTTPS'),
  ].map((odd): (typeof badTurns)[number] => [
    `an odd spelling of our own host: ${odd}`,
    async () => ({ authorization: await bearer({ serviceUrl: odd }), body: activity({ serviceUrl: odd }) }),
  ]),
];

describe('answers 401, empty, and runs nothing, for', () => {
  test.each(badTokens)('%s', async (_what, make) => {
    const { authorization, body, query } = await make();
    expect(await door.post(body ?? activity(), authorization, {}, query)).toEqual({ status: 401, text: '' });
    expect(door.turns).toEqual([]);
    expect(door.events).toMatchObject([{ event: 'request-refused', status: 401 }]);
  });
});

describe('answers 403, empty, and runs nothing, for', () => {
  test.each(badTurns)('%s', async (_what, make) => {
    const { authorization, body } = await make();
    expect(await door.post(body, authorization)).toEqual({ status: 403, text: '' });
    expect(door.turns).toEqual([]);
  });

  test('a key that is not endorsed for Teams', async () => {
    const own = await openDoor();
    try {
      own.keyServer.publish(own.keyServer.issuer.jwks().keys.map((key) => ({ ...key, endorsements: ['webchat'] })));
      const token = await own.keyServer.issuer.sign({ serviceUrl });
      expect(await own.post(activity(), `Bearer ${token}`)).toEqual({ status: 403, text: '' });
      expect(own.turns).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

test('forty bad ones and more have made us call nobody but the key server, and that once', () => {
  expect(badTokens.length + badTurns.length).toBeGreaterThanOrEqual(45);
  expect(door.keyServer.requests()).toBe(2);
});

test('what is refused is told by a word only, never by the token or its claims', async () => {
  await door.post(activity(), await bearer({ issuer: 'https://evil.example' }));
  expect(door.events).toEqual([{ event: 'request-refused', status: 401, reason: 'err_jwt_claim_validation_failed' }]);
});

/** As one bot of the same tenant would call another. */
const skill: Partial<SignRequest> = {
  issuer: `https://sts.windows.net/${tenantId}/`,
  claims: { ver: '1.0', appid: '11111111-1111-1111-1111-111111111111', tid: tenantId },
};

const withHeader = (header: object): string => `${part({ kid: ourKid(), ...header })}.${part(claims())}.AAAA`;

const ownKey = (): Promise<string> =>
  stranger.sign({
    serviceUrl,
    header: { kid: ourKid(), jwk: stranger.jwks().keys[0], jku: 'https://evil.example/keys' },
  });

function claims(): object {
  return { iss: 'https://api.botframework.com', aud: appId, exp: now() + 3600, serviceurl: serviceUrl };
}

function hs256(): string {
  const jwk = door.keyServer.issuer.jwks().keys[0] as JsonWebKey;
  const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const head = `${part({ alg: 'HS256', kid: ourKid() })}.${part(claims())}`;
  return `${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`;
}

async function tampered(): Promise<string> {
  const [header, , signature] = (await sign()).split('.');
  return `${header}.${part({ ...claims(), exp: now() + 999_999 })}.${signature}`;
}

function inTenants(conversation: string | undefined, channelData: string | undefined): Record<string, unknown> {
  return activity({
    conversation: { id: 'a:1', tenantId: conversation },
    channelData: channelData ? { tenant: { id: channelData } } : {},
  });
}

describe('when the key server is down', () => {
  test('callers are still answered with the keys that we have', async () => {
    await door.post(activity(), await bearer());
    door.keyServer.answer('down');
    expect((await door.post(activity(), await bearer())).status).toBe(200);
    door.keyServer.answer('well');
  });

  test('and we have none, nobody is let in, and the caller is asked to come again (503)', async () => {
    const own = await openDoor();
    own.keyServer.answer('down');
    const token = await own.keyServer.issuer.sign({ serviceUrl });
    expect(await own.post(activity(), `Bearer ${token}`)).toEqual({ status: 503, text: '' });
    expect(own.turns).toEqual([]);
    await own.close();
  });

  test('thirty callers at once on a cold door make two fetches', async () => {
    const own = await openDoor();
    const token = `Bearer ${await own.keyServer.issuer.sign({ serviceUrl })}`;
    const answers = await Promise.all(Array.from({ length: 30 }, () => own.post(activity(), token)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(own.keyServer.requests()).toBe(2);
    await own.close();
  });
});
