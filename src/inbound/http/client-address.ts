import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Where a request comes from. Behind `proxies` of our own (a gateway, a container environment) it is what the outermost of them wrote
 * into X-Forwarded-For, counted from the right: whatever stands to the left of it, the caller may have written. Kept in memory for two minutes at most, and
 * never logged.
 */
export function clientAddress(
  { headers, socket }: { headers: IncomingMessage['headers']; socket: { remoteAddress?: string } },
  proxies: number,
): string {
  const { remoteAddress = 'unknown' } = socket;
  if (proxies === 0) return networkOf(remoteAddress);
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return networkOf(forwarded.at(-proxies)?.trim() || remoteAddress);
}

/** Of IPv6 the first half: the rest of it one caller may choose as often as wished. A port, which some gateways add, is left out. */
function networkOf(address: string): string {
  const bare = address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').slice(0, longestAddress);
  if (!isIPv6(bare)) return bare.replace(/^([^:]*):\d+$/, '$1');
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:65535';
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** As an IPv6 address with an IPv4 address at its end is. */
const longestAddress = 45;

/** All eight, however they were written: `::` stands for as many zeros as are missing. */
function groupsOf(address: string): readonly number[] {
  const [withoutZone = ''] = address.split('%');
  const [front = '', back] = withoutZone.replace(/[\d.]+\.[\d.]+$/, asGroups).split('::');
  const [before, after] = [readGroups(front), readGroups(back ?? '')];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const readGroups = (text: string): readonly number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));

function asGroups(dotted: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
