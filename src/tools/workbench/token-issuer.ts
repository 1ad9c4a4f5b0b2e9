import { randomUUID } from 'node:crypto';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWSHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import type { Clock } from '../../core/clock.ts';

/** The issuer that real Bot Framework tokens carry in the public cloud. */
const publicCloudIssuer = 'https://api.botframework.com';

export type SignRequest = {
  /** Goes into the `serviceurl` claim, which must equal the activity's own. */
  serviceUrl: string;
  appId?: string;
  issuer?: string;
  /** Seconds from now; negative for a token that has expired. */
  expiresInSeconds?: number;
  /** Claims on top, or in place, of the usual ones. `undefined` leaves one out. */
  claims?: Record<string, unknown>;
  /** Header fields on top of `alg`, `kid` and `typ`. */
  header?: JWSHeaderParameters;
};

/** Stands where login.botframework.com stands: publishes keys and signs tokens as the Bot Connector does. Development and tests only. */
export type TokenIssuer = {
  /** To be served at `{baseUrl}/.well-known/openidconfiguration`; points to `{baseUrl}/.well-known/keys`. */
  openIdConfiguration(baseUrl: string): {
    issuer: string;
    jwks_uri: string;
    id_token_signing_alg_values_supported: string[];
  };
  /** To be served at `{baseUrl}/.well-known/keys`. */
  jwks(): { keys: JWK[] };
  /** A signed token, without `Bearer `. */
  sign(request: SignRequest): Promise<string>;
  /** The private key, to be kept so that a restart signs with the same one. Give it back as `privateKey`. */
  toJson(): JWK;
};

/**
 * @param needs.clock the real clock: the service checks tokens against real time, also where its own clock is moved.
 * @param needs.privateKey what `toJson` gave; a new 2048-bit RSA key when absent.
 */
export async function createTokenIssuer(needs: {
  appId: string;
  clock: Clock;
  issuer?: string;
  privateKey?: JWK;
  endorsements?: readonly string[];
}): Promise<TokenIssuer> {
  const issuer = needs.issuer ?? publicCloudIssuer;
  const secretJwk = needs.privateKey ?? (await newPrivateKey());
  const signingKey = await importJWK(secretJwk, 'RS256');
  const { kty, n, e, kid = '' } = secretJwk;
  const publicJwk = {
    kty,
    n,
    e,
    kid,
    use: 'sig',
    alg: 'RS256',
    endorsements: [...(needs.endorsements ?? ['msteams'])],
  };
  return {
    openIdConfiguration: (baseUrl) => ({
      issuer,
      jwks_uri: `${baseUrl.replace(/\/$/, '')}/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    jwks: () => ({ keys: [publicJwk] }),
    sign: (request) => {
      const payload = claimsOf(request, issuer, needs);
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...request.header })
        .sign(signingKey);
    },
    toJson: () => secretJwk,
  };
}

function claimsOf(request: SignRequest, issuer: string, needs: { appId: string; clock: Clock }): JWTPayload {
  const now = Math.floor(needs.clock.now().getTime() / 1000);
  return {
    iss: request.issuer ?? issuer,
    aud: request.appId ?? needs.appId,
    nbf: now - 60,
    exp: now + (request.expiresInSeconds ?? 3600),
    serviceurl: request.serviceUrl,
    ...request.claims,
  };
}

async function newPrivateKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID() };
}
