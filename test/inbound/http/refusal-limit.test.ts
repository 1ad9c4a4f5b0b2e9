import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { clientAddress } from '../../../src/inbound/http/client-address.ts';
import { createRefusalLimit, type RefusalLimit } from '../../../src/inbound/http/refusal-limit.ts';

const minute = 60_000;
let at: number;
let limit: RefusalLimit;

beforeEach(() => {
  at = Date.UTC(2026, 10, 23, 9);
  limit = createRefusalLimit({ clock: { now: () => new Date(at) }, mostRefusals: 3 });
});
const refuse = (address: string, times: number) => Array.from({ length: times }, () => limit.refused(address));

describe('an address', () => {
  test('is shut out after as many refusals as are allowed in a minute, and others are not', () => {
    refuse('a', 2);
    expect(limit.isShutOut('a')).toBe(false);
    refuse('a', 1);
    expect([limit.isShutOut('a'), limit.isShutOut('b')]).toEqual([true, false]);
  });

  test('is let in again with the next minute', () => {
    refuse('a', 3);
    at += minute;
    expect(limit.isShutOut('a')).toBe(false);
  });

  test('that has shown a good token is never shut out, for as long as it goes on and a minute after', () => {
    limit.welcomed('teams');
    refuse('teams', 500);
    expect(limit.isShutOut('teams')).toBe(false);
    at += minute;
    refuse('teams', 500);
    expect(limit.isShutOut('teams')).toBe(false);
    at += minute;
    refuse('teams', 500);
    expect(limit.isShutOut('teams')).toBe(true);
  });

  test('is told of until it is shut out, and then no more', () => {
    expect(refuse('a', 5)).toEqual(['tell', 'tell', 'tell-last', 'keep-quiet', 'keep-quiet']);
  });
});

test('a hundred thousand addresses in a minute are not all kept, and none of the later ones is shut out', () => {
  for (let one = 0; one < 100_000; one += 1) refuse(`address-${one}`, 4);
  expect([limit.isShutOut('address-9999'), limit.isShutOut('address-10000')]).toEqual([true, false]);
});

describe('where a request comes from', () => {
  const from = (forwarded: string | undefined, proxies: number, remoteAddress = '10.0.0.1') =>
    clientAddress({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }, proxies);

  test('is the connection, whatever the caller writes, when no proxy is ours', () => {
    expect(from('8.8.8.8', 0)).toBe('10.0.0.1');
  });

  test('is what our own proxy saw, and not what the caller wrote before it', () => {
    expect(from('made-up, 52.1.1.1', 1)).toBe('52.1.1.1');
    expect(from('made-up, 52.1.1.1:50123', 1)).toBe('52.1.1.1');
    expect(from('made-up, 52.1.1.1, 10.0.0.9', 2)).toBe('52.1.1.1');
  });

  test('is the connection when the proxy said nothing', () => {
    expect(from(undefined, 1)).toBe('10.0.0.1');
    expect(from('52.1.1.1', 2)).toBe('10.0.0.1');
  });

  test('is one place for all the addresses of one IPv6 network', () => {
    const [one, other] = ['2603:1020:201:3:aaaa:1:2:3', '[2603:1020:201:3:bbbb:9:9:9]:443'];
    expect(from(one, 1)).toBe(from(other, 1));
    expect(from(undefined, 0, '::ffff:10.0.0.1')).toBe('10.0.0.1');
  });

  const ipv6 = fc.array(fc.constantFrom(0, 0, 0, 1, 0xdb8, 0xffff, 0x2603), { minLength: 8, maxLength: 8 });

  test('is the same IPv6 network however the address is written, and whatever its second half is', () => {
    const property = fc.property(ipv6, ipv6, fc.nat(7), fc.nat(8), (one, other, start, length) => {
      const [network, rest] = [one.slice(0, 4), other.slice(4)];
      fc.pre(network.some((group) => group !== 0));
      const expected = network.map((group) => group.toString(16)).join(':');
      for (const groups of [one, [...network, ...rest]]) {
        expect(from(shortened(groups, start, length), 1)).toBe(expected);
        expect(from(`[${groups.map(fourDigits).join(':').toUpperCase()}]:443`, 1)).toBe(expected);
      }
    });
    fc.assert(property);
  });

  test('is the IPv4 address that an IPv6 address carries, so that one caller does not shut out all', () => {
    const carried = ['::ffff:52.1.1.1', '::FFFF:3401:101', '0:0:0:0:0:ffff:52.1.1.1', '[::ffff:52.1.1.1]:443'];
    for (const address of carried) expect(from(address, 1)).toBe('52.1.1.1');
    expect(from('2001:db8::52.1.1.1', 1)).toBe('2001:db8:0:0');
    expect(from('fe80::1%eth0', 1)).toBe('fe80:0:0:0');
  });

  test('is something short, whatever is written there', () => {
    const junk = fc.oneof(fc.string({ maxLength: 300 }), fc.stringMatching(/^[0-9a-f:.%[\]]{0,80}$/));
    const property = fc.property(junk, (text) => {
      expect(from(text, 1).length).toBeLessThan(50);
    });
    fc.assert(property);
  });

  test('is short, however long the header is', () => {
    expect(from('x'.repeat(10_000), 1).length).toBeLessThan(50);
  });
});

const fourDigits = (group: number): string => group.toString(16).padStart(4, '0');

/** With the zeros that stand in a row from `start` on, at most `length` of them, written as `::`. */
function shortened(groups: readonly number[], start: number, length: number): string {
  const texts = groups.map((group) => group.toString(16));
  const end = groups.findIndex((group, index) => index >= start && (group !== 0 || index >= start + length));
  const after = end < 0 ? Math.min(start + length, 8) : end;
  if (after <= start) return texts.join(':');
  return `${texts.slice(0, start).join(':')}::${texts.slice(after).join(':')}`;
}
