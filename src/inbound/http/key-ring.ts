import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { withDeadline } from '../../core/deadline.ts';
import { Failure } from '../../core/failure.ts';
import { isSafeUrl } from '../../core/safe-url.ts';

/** A public key that tokens are signed with, and the channels it may speak for. */
export type RingKey = { key: CryptoKey | Uint8Array; endorsements: readonly string[] };

export type KeyRing = {
  /** Throws Failure `unavailable` only while no key has ever been fetched; afterwards old keys are kept when the key server is down. */
  find(kid: string): Promise<RingKey | undefined>;
  /** Fetches the keys before the first caller needs them. Throws like `find`. */
  warm(): Promise<void>;
  isWarm(): boolean;
};

const freshMs = 24 * 3_600_000;
/** An unknown kid may be a new key, or a stranger who wants us to fetch: at most once an hour. */
const unknownKidMs = 3_600_000;
/** After a failed fetch nobody waits for another for this long. */
const pauseMs = 10_000;
/** Whoever comes while old keys are renewed waits this long for the new ones: a key server that hangs must not delay answers. */
const knownKeysWaitMs = 1000;

const metadataSchema = z.object({ jwks_uri: z.string().refine(isSafeUrl) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).default([]),
});
const keysSchema = z.object({ keys: z.array(z.unknown()) });

export type KeyRingNeeds = {
  openIdUrl: string;
  /** The real clock: keys age in real time, also where the service's own clock is moved. */
  clock: Clock;
  deadlineMs?: number;
  /** Told when a fetch fails. */
  onFailure?(): void;
};

/** The keys of the Bot Connector (OpenID metadata, then JWKS), fetched by one request at a time however many are waiting. */
export function createKeyRing(needs: KeyRingNeeds): KeyRing {
  let keys: ReadonlyMap<string, RingKey> | undefined;
  let fetchedAt = 0;
  let failedAt = -pauseMs;
  let flight: Promise<void> | undefined;
  const now = () => needs.clock.now().getTime();

  async function load(): Promise<void> {
    try {
      keys = await fetchKeys(needs.openIdUrl, needs.deadlineMs ?? 5000);
      fetchedAt = now();
    } catch {
      failedAt = now();
      needs.onFailure?.();
    }
  }
  async function refresh(): Promise<void> {
    // Also of a clock that has gone back since.
    if (Math.abs(now() - failedAt) < pauseMs) return;
    flight ??= load().finally(() => {
      flight = undefined;
    });
    await flight;
  }
  async function atLeastFreshAs(ageMs: number): Promise<ReadonlyMap<string, RingKey>> {
    if (!keys) await refresh();
    else if (Math.abs(now() - fetchedAt) >= ageMs)
      await withDeadline(refresh(), knownKeysWaitMs, 'renewing keys').catch(() => {});
    if (keys) return keys;
    throw new Failure(
      'unavailable',
      'no key of the Bot Connector could be fetched; check UNDRING_OPENID_URL and the way out',
    );
  }
  return {
    async find(kid) {
      const known = (await atLeastFreshAs(freshMs)).get(kid);
      return known ?? (await atLeastFreshAs(unknownKidMs)).get(kid);
    },
    warm: async () => {
      await atLeastFreshAs(freshMs);
    },
    isWarm: () => keys !== undefined,
  };
}

async function fetchKeys(openIdUrl: string, deadlineMs: number): Promise<ReadonlyMap<string, RingKey>> {
  const signal = AbortSignal.timeout(deadlineMs);
  const { jwks_uri } = metadataSchema.parse(await fetchJson(openIdUrl, signal));
  const { keys } = keysSchema.parse(await fetchJson(jwks_uri, signal));
  const ring = new Map<string, RingKey>();
  for (const candidate of keys) {
    const parsed = keySchema.safeParse(candidate);
    if (!parsed.success) continue;
    const { kty, n, e, kid, endorsements } = parsed.data;
    ring.set(kid, { key: await importJWK({ kty, n, e }, 'RS256'), endorsements });
  }
  if (ring.size === 0)
    throw new Failure('unavailable', 'the key server published no RSA key; check UNDRING_OPENID_URL');
  return ring;
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Failure('unavailable', `the key server answered ${response.status}; try again later`);
  return response.json();
}
