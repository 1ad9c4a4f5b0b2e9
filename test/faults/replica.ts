import { flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { Secret } from '../../src/core/secret.ts';
import { createSendingPause } from '../../src/features/reminders/sending-pause.ts';
import { createSendingSwitch } from '../../src/features/reminders/sending-switch.ts';
import { createJobs } from '../../src/inbound/jobs/run-jobs.ts';
import { openQueues } from '../../src/outbound/azure-queue/open-queues.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { createPacing } from '../../src/outbound/teams/pacing.ts';
import { createTelemetry } from '../../src/outbound/telemetry/telemetry.ts';
import { nudgeRules } from './nudge-rules.ts';
import { rowsInMemory } from './replica-rows.ts';
import { countingMessenger, realMessenger } from './replica-teams.ts';
import { trialDigest, trialRules } from './trial-rules.ts';

/** One replica of the jobs as a process of its own, on real storage, with a clock that runs faster than the real one. */
const settings = z
  .object({
    connectionString: z.string(),
    prefix: z.string(),
    stubUrl: z.string(),
    startMs: z.number(),
    speed: z.number(),
    /** Real time at which the replicas' clock shows `startMs`; when this process begins, if not said. */
    realStartMs: z.number().default(Date.now()),
    /** A tick reads every hint of 15 days; many times faster than in life it would leave no room for the work. */
    leastTickMs: z.number().default(0),
    /** How many times the queue delivers each message. */
    deliveries: z.number().default(1),
    /** The real way out, to a Connector at `stubUrl`, instead of a POST that is only counted. */
    connector: z.object({ appId: z.string(), tenantId: z.string(), deadlineMs: z.number() }).optional(),
    /** Where the bot's token comes from; none is sent, if not said. */
    tokenUrl: z.string().optional(),
    /** So many people in this process's memory instead of those in storage. */
    peopleInMemory: z.number().default(0),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const { prefix, stubUrl, startMs, speed, realStartMs } = settings;
const connection = { kind: 'connection-string' as const, connectionString: new Secret(settings.connectionString) };
/** A machine busy with tests stalls now and then. */
const patience = { requestTimeoutMs: 10_000 };

const [tables, queues] = await Promise.all([
  openTables({ connection, prefix, ...patience }),
  openQueues({ connection, prefix, hiddenMs: 180_000 / speed, ...patience }),
]);

const clock = { now: () => new Date(startMs + (Date.now() - realStartMs) * speed) };

const messenger = settings.connector
  ? realMessenger(stubUrl, { ...settings.connector, tokenUrl: settings.tokenUrl })
  : countingMessenger(stubUrl);
const own =
  settings.connector && settings.peopleInMemory > 0
    ? await rowsInMemory(settings.peopleInMemory, { ...settings.connector, stubUrl })
    : tables;
/** The log as it is, for whoever started this process. */
const telemetry = createTelemetry({
  level: 'error',
  stream: { write: (log) => void (process.connected && process.send?.({ log })) },
});
const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;

/** The reader asks again after a second of theirs; what waits longer is a tick. */
const realMs = (ms: number): number => Math.max(100, ms / speed, ms > 1000 ? settings.leastTickMs : 0);

const jobs = createJobs<object>({
  ...{ people: own.people, due: own.dues, ticks: tables.ticks, units: tables.units },
  ...{ groups: tables.groups, audit: tables.audit },
  ...{ messenger, clock, defaultLocale: 'nb' },
  ...(settings.connector
    ? { rules: trialRules, digest: trialDigest }
    : { rules: nudgeRules, digest: { weekday: 1, time: '08:30' } }),
  queue: {
    ...queues.work,
    async send(pointer, delayMs) {
      for (let copy = 0; copy < settings.deliveries; copy += 1) await queues.work.send(pointer, delayMs);
    },
  },
  source: {
    async receive(limit) {
      const items = await queues.work.receive(limit);
      return items.map((item) => ({ ...item, release: (ms, text) => item.release(ms / speed, text) }));
    },
  },
  pacing: createPacing({
    slots: tables.slots,
    telemetry,
    now: () => new Date(),
    sleep: async (ms) => void (await setTimeout(ms)),
  }),
  pause: createSendingPause(),
  sendingSwitch: createSendingSwitch({ sending: tables.sending, nowMs: () => performance.now() }),
  telemetry,
  random: Math.random,
  wait: (ms, signal) => setTimeout(realMs(ms), undefined, { signal }).catch(() => undefined),
  readDigest: async () => ({}),
  readOwnerCards: async () => new Map(),
  present: {
    ...{ reminder: () => message, followUp: () => message, ping: () => message, digest: () => message },
    ...{ ownerCard: () => message, delegation: () => message, groupCard: () => message },
  },
});

/** As `src/main.ts` does. */
process.once('SIGTERM', async () => {
  await jobs.stop();
  process.exit(0);
});
// Not left behind when the test run is killed.
process.on('disconnect', () => process.exit(0));
jobs.start();
process.send?.('ready');
// Who is killed keeps nothing for the next otherwise.
flushCompileCache();
