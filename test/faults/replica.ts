import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { Secret } from '../../src/core/secret.ts';
import type { Messenger } from '../../src/features/reminders/messenger.ts';
import { createSendingPause } from '../../src/features/reminders/sending-pause.ts';
import { createJobs } from '../../src/inbound/jobs/run-jobs.ts';
import { openQueues } from '../../src/outbound/azure-queue/open-queues.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { createPacing } from '../../src/outbound/teams/pacing.ts';
import { nudgeRules } from './nudge-rules.ts';

/** One replica of the jobs as a process of its own, on real storage, with a clock that runs faster than the real one. */
const settings = z
  .object({
    connectionString: z.string(),
    prefix: z.string(),
    stubUrl: z.string(),
    startMs: z.number(),
    speed: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const { prefix, stubUrl, startMs, speed } = settings;
const connection = { kind: 'connection-string' as const, connectionString: new Secret(settings.connectionString) };
/** A machine busy with tests stalls now and then. */
const patience = { requestTimeoutMs: 10_000 };

const [tables, queues] = await Promise.all([
  openTables({ connection, prefix, ...patience }),
  openQueues({ connection, prefix, hiddenMs: 180_000 / speed, ...patience }),
]);

const realStartMs = Date.now();
const clock = { now: () => new Date(startMs + (Date.now() - realStartMs) * speed) };

const messenger: Messenger = {
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

const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;

const jobs = createJobs<never>({
  ...{ people: tables.people, due: tables.dues, ticks: tables.ticks, units: tables.units },
  ...{ messenger, clock, rules: nudgeRules, defaultLocale: 'nb', digest: { weekday: 1, time: '08:30' } },
  queue: queues.work,
  source: {
    async receive(limit) {
      const items = await queues.work.receive(limit);
      return items.map((item) => ({ ...item, release: (ms, text) => item.release(ms / speed, text) }));
    },
  },
  pacing: createPacing({
    slots: tables.slots,
    now: () => new Date(),
    sleep: async (ms) => void (await setTimeout(ms)),
  }),
  pause: createSendingPause(),
  telemetry: { record: () => undefined },
  random: Math.random,
  wait: (ms, signal) => setTimeout(Math.max(50, ms / speed), undefined, { signal }).catch(() => undefined),
  readDigest: async () => undefined,
  present: { reminder: () => message, digest: () => message },
});

// Not left behind when the test run is killed.
process.on('disconnect', () => process.exit(0));
jobs.start();
process.send?.('ready');
