import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { systemClock } from '../../src/core/clock.ts';
import { Secret } from '../../src/core/secret.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { createAccessToken } from '../../src/outbound/teams/access-token.ts';
import { createConnector } from '../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../src/outbound/teams/messenger.ts';
import { createPacing } from '../../src/outbound/teams/pacing.ts';

/**
 * The limiter and the way out to Teams, as a process of its own, without anybody's rows: each conversation once, four at a time.
 * Told by a message what to do; tells what it cost. `paced: false` sends as fast as it can.
 */
const settingsSchema = z.object({
  ...{ connectionString: z.string(), prefix: z.string(), stubUrl: z.string(), appId: z.string(), tenantId: z.string() },
  ...{ paced: z.boolean(), conversations: z.array(z.string()), rounds: z.number().default(1) },
});
const [order] = await once(process, 'message');
const settings = settingsSchema.parse(order);
const { appId, tenantId, stubUrl, prefix } = settings;
const connection = { kind: 'connection-string' as const, connectionString: new Secret(settings.connectionString) };
const { slots } = await openTables({ connection, prefix, requestTimeoutMs: 10_000 });
const pacing = createPacing({
  slots,
  telemetry: { record: () => {} },
  now: systemClock.now,
  sleep: async (ms) => void (await setTimeout(ms)),
});
const http = createConnectorHttp({ serviceOrigins: [new URL(stubUrl).origin] });
const connector = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
// A machine busy with tests stalls; only how often is tried here.
const deadlineMs = 60_000;
const target = { appId, tenantId, defaultServiceUrl: stubUrl, deadlineMs };
const messenger = createTeamsMessenger({ ...target, connector, clock: systemClock });
const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const;
const chat = { serviceUrl: stubUrl, tenantId, botId: `28:${appId}`, state: 'open' as const };

process.on('disconnect', () => process.exit(0));
const outcomes: Record<string, number> = {};
const begun = performance.now();
const before = process.cpuUsage();
for (let round = 0; round < settings.rounds; round += 1) {
  await inParallel(settings.conversations, 4, async (conversationId) => {
    while (settings.paced && (await pacing.waitForSlot()) !== 'go');
    const { outcome } = await messenger.send({ ...chat, conversationId }, { card, summary: 'x' });
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  });
  globalThis.gc?.();
  process.send?.({ kind: 'round', rss: process.memoryUsage().rss, heapUsed: process.memoryUsage().heapUsed });
}
const { user, system } = process.cpuUsage(before);
process.send?.({ kind: 'done', outcomes, seconds: (performance.now() - begun) / 1000, cpuMs: (user + system) / 1000 });
process.disconnect();
