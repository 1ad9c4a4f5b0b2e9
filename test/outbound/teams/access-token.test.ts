import { beforeEach, describe, expect, test } from 'vitest';
import { isFailure } from '../../../src/core/failure.ts';
import { type AccessToken, createAccessToken, createTokenSource } from '../../../src/outbound/teams/access-token.ts';

const minute = 60_000;
let at: number;
let asked: number;
let refusals: boolean[];
let ask: () => Promise<{ token: string; expiresOnTimestamp: number }>;
let token: AccessToken;
const source = (isRefused: boolean) => {
  asked += 1;
  refusals.push(isRefused);
  return ask();
};

beforeEach(() => {
  at = Date.UTC(2026, 10, 23, 9);
  asked = 0;
  refusals = [];
  ask = async () => ({ token: `t${asked}`, expiresOnTimestamp: at + 60 * minute });
  token = createAccessToken({ source, clock: { now: () => new Date(at) }, deadlineMs: 50 });
});

describe('the bot’s token', () => {
  test('is asked for once by fifty senders at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => token.authorization()));
    expect(new Set(all)).toEqual(new Set(['Bearer t1']));
    expect(asked).toBe(1);
  });

  test('is renewed five minutes before it runs out, not before, and nobody waits for the new one while it holds', async () => {
    await token.authorization();
    at += 55 * minute - 1;
    expect(await token.authorization()).toBe('Bearer t1');
    expect(asked).toBe(1);
    at += 1;
    expect(await token.authorization()).toBe('Bearer t1');
    expect(asked).toBe(2);
    await expect.poll(() => token.authorization()).toBe('Bearer t2');
    expect(asked).toBe(2);
  });

  test.each([
    ['refuses', () => Promise.reject(new Error('AADSTS90033: try again later'))],
    ['does not answer', () => new Promise<never>(() => {})],
  ])('is used for as long as it holds when Entra %s', async (_how, broken) => {
    await token.authorization();
    ask = broken;
    for (const left of [5 * minute, minute, 11_000]) {
      at = Date.UTC(2026, 10, 23, 10) - left;
      expect(await token.authorization()).toBe('Bearer t1');
    }
    at += 1000;
    await expect(token.authorization()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
  });

  test('that still holds is asked to be renewed every fifteen seconds at most, however many are sending', async () => {
    await token.authorization();
    ask = () => Promise.reject(new Error('AADSTS90033: try again later'));
    at += 56 * minute;
    for (let second = 0; second < 30; second += 1) {
      expect(await token.authorization()).toBe('Bearer t1');
      at += 1000;
    }
    expect(asked).toBe(3);
  });

  test('that Teams did not take is not used again', async () => {
    await token.authorization();
    token.forget('Bearer t1');
    expect(await token.authorization()).toBe('Bearer t2');
    at += 60 * minute;
    await token.authorization();
    expect(refusals).toEqual([false, true, false]);
  });

  test('that came after the one which Teams did not take is kept', async () => {
    await token.authorization();
    token.forget('Bearer t1');
    expect(await token.authorization()).toBe('Bearer t2');
    token.forget('Bearer t1');
    expect(await token.authorization()).toBe('Bearer t2');
    expect(asked).toBe(2);
  });

  test('that Teams did not take is not used again when Entra is away, however long it would hold', async () => {
    await token.authorization();
    token.forget('Bearer t1');
    ask = () => Promise.reject(new Error('AADSTS90033: try again later'));
    for (let time = 0; time < 2; time += 1)
      await expect(token.authorization()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
    expect(refusals).toEqual([false, true, true]);
  });

  test('that Teams did not take while a new one was asked for may be what comes, so another is asked for', async () => {
    await token.authorization();
    at += 56 * minute;
    const answer = Promise.withResolvers<{ token: string; expiresOnTimestamp: number }>();
    ask = () => answer.promise;
    await token.authorization();
    token.forget('Bearer t1');
    const waiting = token.authorization();
    ask = async () => ({ token: 'new', expiresOnTimestamp: at + 60 * minute });
    answer.resolve({ token: 't1', expiresOnTimestamp: at + 4 * minute });
    expect(await waiting).toBe('Bearer new');
    expect(refusals).toEqual([false, false, true]);
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

  test('is not waited for without end, and not asked for beside a request that goes on', async () => {
    const answer = Promise.withResolvers<{ token: string; expiresOnTimestamp: number }>();
    ask = () => answer.promise;
    for (let time = 0; time < 2; time += 1)
      await expect(token.authorization()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
    expect(asked).toBe(1);
    answer.resolve({ token: 'late', expiresOnTimestamp: at + 60 * minute });
    expect(await token.authorization()).toBe('Bearer late');
    expect(asked).toBe(1);
  });

  test('is asked for anew when a request has gone on for so long that it is taken for dead, and what that one gives is not used', async () => {
    const answer = Promise.withResolvers<{ token: string; expiresOnTimestamp: number }>();
    ask = () => answer.promise;
    token = createAccessToken({ source, clock: { now: () => new Date(at) }, deadlineMs: 50, longestMs: 60 });
    await expect(token.authorization()).rejects.toSatisfy((error) => isFailure(error, 'unavailable'));
    ask = async () => ({ token: 'good', expiresOnTimestamp: at + 60 * minute });
    await expect.poll(() => token.authorization().catch(() => 'none')).toBe('Bearer good');
    answer.resolve({ token: 'dead', expiresOnTimestamp: at + 60 * minute });
    expect(await token.authorization()).toBe('Bearer good');
    expect(asked).toBe(2);
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
