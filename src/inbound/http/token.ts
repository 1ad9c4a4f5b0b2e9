import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { isFailure } from '../../core/failure.ts';
import { isSafeUrl } from '../../core/safe-url.ts';
import type { InboundActivity } from './activity.ts';
import type { KeyRing } from './key-ring.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What an authenticated request is allowed to say: it comes from the Bot Connector, is for us, and is bound to one service address. */
export type VerifiedToken = { appId: string; serviceUrl: string; claims: Readonly<JWTPayload> };

type SignedToken = { claims: JWTPayload; endorsements: readonly string[] };

export type TokenNeeds = {
  appId: string;
  tenantId: string;
  tokenIssuer: string;
  serviceOrigins: readonly string[];
  keys: KeyRing;
  /** The real clock: whether a token is valid has nothing to do with the service's own clock. */
  clock: Clock;
};

/** The documented skew between the Bot Connector's clock and ours. */
const toleranceSeconds = 300;
const channel = 'msteams';

/**
 * The rules of the Bot Connector for incoming calls, in two steps: the token alone (before the body is read), then the token and the activity together.
 * Source: learn.microsoft.com, "Authentication with the Bot Connector API".
 */
export type TokenCheck = {
  checkToken(authorization: string | undefined): Promise<SignedToken | Refusal>;
  bind(token: SignedToken, activity: InboundActivity): VerifiedToken | Refusal;
};

export function createTokenCheck(needs: TokenNeeds): TokenCheck {
  return {
    checkToken: (authorization) => checkToken(needs, authorization),
    bind: (token, activity) => bind(needs, token, activity),
  };
}

async function checkToken(needs: TokenNeeds, authorization: string | undefined): Promise<SignedToken | Refusal> {
  const jwt = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (!jwt) return refuse(401, 'no-bearer-token');
  let endorsements: readonly string[] = [];
  try {
    const { payload } = await jwtVerify(
      jwt,
      async ({ kid }) => {
        const found = kid ? await needs.keys.find(kid) : undefined;
        if (!found) throw new errors.JWKSNoMatchingKey();
        endorsements = found.endorsements;
        return found.key;
      },
      {
        algorithms: ['RS256'],
        issuer: needs.tokenIssuer,
        audience: needs.appId,
        clockTolerance: toleranceSeconds,
        currentDate: needs.clock.now(),
        requiredClaims: ['exp', 'serviceurl'],
      },
    );
    return { claims: payload, endorsements };
  } catch (error) {
    // Our trouble, not the caller's: the Bot Connector may come again.
    if (isFailure(error, 'unavailable')) return refuse(503, 'no-keys');
    return refuse(401, error instanceof errors.JOSEError ? error.code.toLowerCase() : 'bad-token');
  }
}

function bind(needs: TokenNeeds, token: SignedToken, activity: InboundActivity): VerifiedToken | Refusal {
  const { serviceUrl } = activity;
  if (!serviceUrl || token.claims.serviceurl !== serviceUrl) return refuse(401, 'service-url-not-in-token');
  if (activity.channelId !== channel) return refuse(403, 'other-channel');
  if (!token.endorsements.includes(channel)) return refuse(403, 'key-not-endorsed');
  if (!isAllowedHost(serviceUrl, needs.serviceOrigins)) return refuse(403, 'service-host-not-allowed');
  if (!isFromTenant(activity, needs.tenantId)) return refuse(403, 'other-tenant');
  return { appId: needs.appId, serviceUrl, claims: token.claims };
}

/** An address is kept and written to later, so it must also be spelled as an address: `new URL` reads much more than that. */
const isAllowedHost = (url: string, origins: readonly string[]): boolean =>
  /^https?:\/\//.test(url) && isSafeUrl(url) && origins.includes(new URL(url).origin);

/** The token names no tenant, so the activity must: in either place, and ours in each place where it does. */
function isFromTenant(activity: InboundActivity, tenantId: string): boolean {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => id != null);
  return named.length > 0 && named.every((id) => id.toLowerCase() === tenantId);
}
