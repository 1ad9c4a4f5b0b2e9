import { z } from 'zod';
import { systemClock } from '../../src/core/clock.ts';
import type { Messenger } from '../../src/features/reminders/messenger.ts';
import { createAccessToken, type TokenSource } from '../../src/outbound/teams/access-token.ts';
import { createConnector } from '../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../src/outbound/teams/messenger.ts';

/** A POST that is only counted, by whoever listens at `stubUrl`. */
export function countingMessenger(stubUrl: string): Messenger {
  return {
    async send({ conversationId }) {
      try {
        const answer = await fetch(`${stubUrl}/${conversationId}`, { method: 'POST', body: '{}' });
        return answer.ok ? { outcome: 'sent', activityId: 'a' } : { outcome: 'unknown', reason: String(answer.status) };
      } catch {
        return { outcome: 'unknown', reason: 'no-answer' };
      }
    },
    update: async () => ({ outcome: 'unknown', reason: 'not-used' }),
    open: async () => ({ outcome: 'unknown', reason: 'not-used' }),
  };
}

/** The real way out, to a Connector at `stubUrl`; with a token from `tokenUrl`, where one is wanted. */
export function realMessenger(
  stubUrl: string,
  { tokenUrl, ...teams }: { appId: string; tenantId: string; deadlineMs: number; tokenUrl?: string | undefined },
): Messenger {
  const http = createConnectorHttp({ serviceOrigins: [new URL(stubUrl).origin] });
  const source = tokenUrl === undefined ? undefined : tokensFrom(tokenUrl);
  const connector = createConnector({ http, token: createAccessToken({ source, clock: systemClock }) });
  return createTeamsMessenger({ ...teams, connector, defaultServiceUrl: stubUrl, clock: systemClock });
}

const tokenSchema = z.object({ token: z.string(), expiresOnTimestamp: z.number() });

const tokensFrom =
  (url: string): TokenSource =>
  async () => {
    const answer = await fetch(url, { method: 'POST' });
    if (!answer.ok) throw new Error(`no token: ${answer.status}`);
    return tokenSchema.parse(await answer.json());
  };
