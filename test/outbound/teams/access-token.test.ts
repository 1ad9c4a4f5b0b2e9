import { beforeEach, describe, expect, test } from 'vitest';
import { isFailure } from '../../../src/core/failure.ts';
import { type AccessToken, createAccessToken, createTokenSource } from '../../../src/outbound/teams/access-token.ts';

const minute = 60_000;
let at: number;
let asked: number;
let refusals: boolean[];
let ask: () => Promise<{ token: string; expiresOnTimestamp: number }>;
let token: AccessToken;

beforeEach(() => {
  at = Date.UTC(2026, 10, 23, 9);
  asked = 0;
  refusals = [];
  ask = async () => ({ token: `t${asked}`, expiresOnTimestamp: at + 60 * minute });
  const source = (isRefused: boolean) => {
    asked += 1;
    refusals.push(isRefused);
    return ask();
  };
  token = createAccessToken({ source, clock: { now: () => new Date(at) }, deadlineMs: 50 });
});

describe('the bot’s token', () => {
  test('is asked for once by fifty senders at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => token.authorization()));
    expect(new Set(all)).toEqual(new Set(['Bearer t1']));
    expect(asked).toBe(1);
  });

  test('is renewed five minutes before it runs out, not before', async () => {
    await token.authorization();
    at += 55 * minute - 1;
    expect(await token.authorization()).toBe('Bearer t1');
    at += 1;
    expect(await token.authorization()).toBe('Bearer t2');
  });

  test('that Teams did not take is not used again', async () => {
    await token.authorization();
    token.forget();
    expect(await token.authorization()).toBe('Bearer t2');
    at += 60 * minute;
    await token.authorization();
    expect(refusals).toEqual([false, true, false]);
  });

  test('that cannot be had is unavailable, and the next one asks anew', async () => {
    ask = async () => {
      throw new Error('AADSTS7000215: invalid client secret hemmelig');
    };
    const refused = token.authorization();
    await expect(refused).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
    await expect(refused).rejects.not.toThrow(/hemmelig/);
    ask = async () => ({ token: 'good', expiresOnTimestamp: at + 60 * minute });
    expect(await token.authorization()).toBe('Bearer good');
  });

  test('is not waited for without end', async () => {
    ask = () => new Promise(() => {});
    await expect(token.authorization()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
  });

  test('that lives less than five minutes is used by those who wait for it', async () => {
    ask = async () => ({ token: 'short', expiresOnTimestamp: at + minute });
    const all = await Promise.all([token.authorization(), token.authorization()]);
    expect(all).toEqual(['Bearer short', 'Bearer short']);
    expect(asked).toBe(1);
  });
});

test('without credentials no header is sent', async () => {
  const source = createTokenSource({ credentials: { kind: 'none' }, appId: 'a', tenantId: 't', scope: 's' });
  expect(await createAccessToken({ source, clock: { now: () => new Date(at) } }).authorization()).toBeUndefined();
});
