import type { Clock } from '../../core/clock.ts';
import { withDeadline } from '../../core/deadline.ts';
import { Failure } from '../../core/failure.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { Secret } from '../../core/secret.ts';

/** How the bot proves who it is. `none` sends no token at all; the configuration allows it only against this machine. */
export type Credentials =
  | { kind: 'none' }
  | { kind: 'secret'; secret: Secret; expiresOn: LocalDate }
  /** `file`: a PEM file with certificate and key. */
  | { kind: 'certificate'; file: string }
  | { kind: 'managed-identity'; clientId: string };

export type IssuedToken = { token: string; expiresOnTimestamp: number };
/** Asks Microsoft Entra for a token, once. `isRefused`: Teams did not take the one before, so nothing kept of it may be given again. */
export type TokenSource = (isRefused: boolean) => Promise<IssuedToken>;

export type AccessToken = {
  /** The Authorization header, or `undefined` when none is to be sent. Throws Failure `unavailable` when no token is to be had. */
  authorization(): Promise<string | undefined>;
  /** Teams did not take this one: the next caller gets a new one, where that has not come meanwhile. */
  forget(refused: string): void;
};

const refreshBeforeMs = 5 * 60_000;
/** A token that holds no longer than this might run out on its way. */
const marginMs = 10_000;
/** Between two attempts to renew a token that still holds: all who send would ask, and Entra would be flooded while it is away. */
const againMs = 15_000;

/**
 * The bot's own token, asked for by one request at a time however many are sending. It is renewed five minutes before it runs out, and
 * until then nobody waits for the new one: where Entra is away, the old one is used for as long as it holds.
 */
export function createAccessToken(needs: {
  source: TokenSource | undefined;
  /** The real clock: tokens run out in real time. */
  clock: Clock;
  /** For who waits; the request goes on. */
  deadlineMs?: number;
  /** After this a request that goes on is taken for dead, and another may begin. */
  longestMs?: number;
  /** Whom the token is for, as an administrator knows it. */
  audience?: string;
}): AccessToken {
  const { source, clock, deadlineMs = 10_000, longestMs = 60_000, audience = 'Teams' } = needs;
  if (!source) return { authorization: async () => undefined, forget: () => {} };
  let current: IssuedToken | undefined;
  let flight: Promise<IssuedToken> | undefined;
  let isRefused = false;
  /** When a token that still holds was last asked to be renewed. */
  let renewedMs = Number.NEGATIVE_INFINITY;

  async function ask(from: TokenSource): Promise<IssuedToken> {
    const wasRefused = isRefused;
    const issued = await withDeadline(from(wasRefused), longestMs, 'asking for a token');
    // Refused meanwhile: what came may be the same one again.
    if (isRefused && !wasRefused) return ask(from);
    isRefused = false;
    current = issued;
    return issued;
  }
  function renew(from: TokenSource): Promise<IssuedToken> {
    flight ??= ask(from).finally(() => {
      flight = undefined;
    });
    // Nobody may be waiting for it.
    flight.catch(() => {});
    return flight;
  }
  async function wait(renewal: Promise<IssuedToken>): Promise<IssuedToken> {
    try {
      return await withDeadline(renewal, deadlineMs, 'waiting for a token');
    } catch (cause) {
      const remedy = 'check UNDRING_CREDENTIALS and the app registration';
      throw new Failure('unavailable', `no token for ${audience}; ${remedy}`, { cause });
    }
  }
  return {
    async authorization() {
      const held = current;
      const nowMs = clock.now().getTime();
      const leftMs = held ? held.expiresOnTimestamp - nowMs : 0;
      if (!held || leftMs <= marginMs) return bearer(await wait(renew(source)));
      if (leftMs <= refreshBeforeMs && Math.abs(nowMs - renewedMs) >= againMs) {
        renewedMs = nowMs;
        renew(source);
      }
      return bearer(held);
    },
    forget(refused) {
      if (current && refused !== bearer(current)) return;
      current = undefined;
      isRefused = true;
    },
  };
}

const bearer = ({ token }: IssuedToken): string => `Bearer ${token}`;

/** The token source for these credentials; `undefined` for `none`. The Azure SDK is loaded when the first token is asked for. */
export function createTokenSource(needs: {
  credentials: Credentials;
  appId: string;
  tenantId: string;
  scope: string;
}): TokenSource | undefined {
  const { credentials, appId, tenantId, scope } = needs;
  if (credentials.kind === 'none') return undefined;
  const credential = async () => {
    const { ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } = await import(
      '@azure/identity'
    );
    if (credentials.kind === 'managed-identity')
      return new ManagedIdentityCredential({ clientId: credentials.clientId });
    if (credentials.kind === 'certificate')
      return new ClientCertificateCredential(tenantId, appId, { certificatePath: credentials.file });
    return new ClientSecretCredential(tenantId, appId, credentials.secret.reveal());
  };
  let loaded: ReturnType<typeof credential> | undefined;
  return async (isRefused) => {
    // The SDK keeps its tokens with the credential.
    if (isRefused) loaded = undefined;
    loaded ??= credential();
    return (await loaded).getToken(scope);
  };
}
