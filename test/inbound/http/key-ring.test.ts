import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFailure } from '../../../src/core/failure.ts';
import { createKeyRing, type KeyRing } from '../../../src/inbound/http/key-ring.ts';
import { createTokenIssuer } from '../../../src/tools/workbench/token-issuer.ts';
import { type KeyServer, startKeyServer } from '../../support/key-server.ts';

const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const hour = 3_600_000;
let at: number;
let server: KeyServer;
let ring: KeyRing;
let failures: number;
const clock = { now: () => new Date(at) };
const ourKid = () => server.issuer.jwks().keys[0]?.kid ?? '';

beforeEach(async () => {
  at = Date.UTC(2026, 10, 23, 9);
  failures = 0;
  server = await startKeyServer({ appId, clock });
  ring = createKeyRing({
    openIdUrl: server.openIdUrl,
    clock,
    deadlineMs: 300,
    onFailure: () => {
      failures += 1;
    },
  });
});
afterEach(() => server.stop());

describe('the keys of the Bot Connector', () => {
  test('are fetched once by thirty callers at the same moment', async () => {
    const found = await Promise.all(Array.from({ length: 30 }, () => ring.find(ourKid())));
    expect(found.every((key) => key?.endorsements.includes('msteams'))).toBe(true);
    expect(server.requests()).toBe(2);
  });

  test('are kept for a day, then fetched again', async () => {
    await ring.warm();
    at += 24 * hour - 1;
    await ring.find(ourKid());
    expect(server.requests()).toBe(2);
    at += 1;
    await Promise.all(Array.from({ length: 30 }, () => ring.find(ourKid())));
    expect(server.requests()).toBe(4);
  });

  test('that are a day old are used after a second when the key server hangs', async () => {
    const patient = createKeyRing({ openIdUrl: server.openIdUrl, clock, deadlineMs: 10_000 });
    await patient.warm();
    server.answer('nothing');
    at += 24 * hour;
    expect(await patient.find(ourKid())).toBeDefined();
  });

  test('that could not be fetched by a clock that ran ahead are fetched as soon as it is right', async () => {
    server.answer('nothing');
    at += 3 * hour;
    await expect(ring.warm()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
    server.answer('well');
    at -= 3 * hour;
    expect(await ring.find(ourKid())).toBeDefined();
  });

  test('an unknown kid fetches again at most once an hour', async () => {
    await ring.warm();
    for (let round = 0; round < 50; round += 1) expect(await ring.find(`unknown-${round}`)).toBeUndefined();
    at += hour - 1;
    await ring.find('unknown');
    expect(server.requests()).toBe(2);
    at += 1;
    for (let round = 0; round < 50; round += 1) await ring.find(`unknown-${round}`);
    expect(server.requests()).toBe(4);
  });

  test('a new key is found within the hour, and a withdrawn one is gone', async () => {
    await ring.warm();
    const next = await createTokenIssuer({ appId, clock });
    const nextKid = next.jwks().keys[0]?.kid ?? '';
    const old = ourKid();
    server.publish(next.jwks().keys);
    at += hour;
    expect(await ring.find(nextKid)).toBeDefined();
    expect(await ring.find(old)).toBeUndefined();
  });

  test.each(['down', 'error', 'redirect', 'nothing'] as const)('are kept when the key server is %s', async (how) => {
    await ring.warm();
    server.answer(how);
    at += 25 * hour;
    expect(await ring.find(ourKid())).toBeDefined();
    expect(failures).toBe(1);
    // Nobody waits for a broken server again just now.
    const asked = server.requests();
    await ring.find(ourKid());
    expect(server.requests()).toBe(asked);
    at += 10_000;
    server.answer('well');
    await ring.find(ourKid());
    expect(server.requests()).toBe(asked + 2);
  });

  test('are unavailable, not absent, while none could ever be fetched', async () => {
    server.answer('down');
    await expect(ring.find(ourKid())).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
    expect(ring.isWarm()).toBe(false);
    server.answer('well');
    at += 10_000;
    expect(await ring.find(ourKid())).toBeDefined();
    expect(ring.isWarm()).toBe(true);
  });

  test('of any other kind are passed over', async () => {
    const [key] = server.issuer.jwks().keys;
    const odd = [
      { kty: 'oct', kid: 'shared', k: 'AAAA' },
      { kty: 'EC', kid: 'ec' },
      { ...key, kid: 'for-encryption', use: 'enc' },
      'x',
    ];
    server.publish([...odd.filter((one) => typeof one === 'object'), ...(key ? [key] : [])]);
    expect(await ring.find('shared')).toBeUndefined();
    expect(await ring.find('for-encryption')).toBeUndefined();
    expect(await ring.find(ourKid())).toBeDefined();
  });

  test('are not fetched from an address that is not safe', async () => {
    const unsafe = createKeyRing({ openIdUrl: server.openIdUrl, clock, deadlineMs: 300 });
    const { openIdConfiguration } = server.issuer;
    // 0.0.0.0 reaches this machine, and yet is not an address that plain http is let through to.
    server.issuer.openIdConfiguration = (baseUrl) => ({
      ...openIdConfiguration(baseUrl),
      jwks_uri: `${baseUrl.replace('127.0.0.1', '0.0.0.0')}/.well-known/keys`,
    });
    await expect(unsafe.warm()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
  });
});
