import type { IncomingMessage } from 'node:http';

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
  const bare = address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').slice(0, 45);
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!/:.*:/.test(bare)) return bare.replace(/:\d+$/, '');
  return bare.toLowerCase().split(':').slice(0, 4).join(':');
}
