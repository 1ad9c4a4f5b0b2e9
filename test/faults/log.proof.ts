import { afterEach, expect, test } from 'vitest';
import type { TelemetryEvent } from '../../src/core/events.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { copyContent } from '../support/copy-pack.ts';
import { addPerson, aPerson } from '../support/person-builder.ts';
import { canary, findCanaries } from './canaries.ts';
import { type FullRun, startFullRun } from './full-run.ts';
import { doAllWork } from './full-run-work.ts';
import { openLines } from './log-lines.ts';
import { startWholeService } from './whole-service.ts';

type EventName = TelemetryEvent['event'];

/** Every event there is, by the type: a new one has to stand here. `never`: why it is not to be seen in this run. */
const events: Readonly<Record<EventName, 'seen' | { never: string }>> = {
  'service-started': 'seen',
  'service-stopped': 'seen',
  'turn-failed': 'seen',
  'request-refused': 'seen',
  'unknown-verb': 'seen',
  'permission-refused': 'seen',
  'module-completed': 'seen',
  'message-settled': 'seen',
  'message-parked': 'seen',
  'sending-paused': 'seen',
  'credentials-expire': 'seen',
  'tick-finished': 'seen',
  'tick-missed': 'seen',
  'retention-kept': 'seen',
  'directory-kept': 'seen',
  'card-not-updated': 'seen',
  'file-not-delivered': 'seen',
  'file-not-fetched': 'seen',
  'content-problem': 'seen',
  'background-failed': 'seen',
  'library-spoke': 'seen',
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A pack in which something is wrong, with the canary where it is. */
const brokenPack = () => copyContent({ file: 'waves.yaml', put: `waves: "${canary} 912 34 956"\n` });

function countEvents(log: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, event = ''] of log.matchAll(/"event":"([a-z-]+)"/g)) counts.set(event, (counts.get(event) ?? 0) + 1);
  return counts;
}

const linesIn = (log: string): number => log.split('\n').length;

async function fillLog(run: FullRun, most: number): Promise<number> {
  const lines = await openLines(run);
  let at = 0;
  while (linesIn(await run.readLog()) < most) {
    // Teams speaks often enough that its address is known.
    await run.teams.say('siv', 'hei');
    const numbers = Array.from({ length: 2000 }, (_, index) => at + index);
    at += numbers.length;
    await inParallel(numbers, 24, async (number) => void (await lines.ask(number)));
  }
  lines.close();
  return at;
}

/** The bot proves itself with a secret that runs out soon, to an Entra that does not answer; it has one administrator to tell. */
async function runWithSecret(run: FullRun): Promise<void> {
  const prefix = newPrefix();
  await addPerson(
    await openTestTables({ prefix }),
    aPerson('systemansvarlig', { roles: ['employee', 'administrator'] }),
  );
  await run.restart({
    ...{ UNDRING_CREDENTIALS: 'secret', UNDRING_APP_SECRET: canary, UNDRING_APP_SECRET_EXPIRES_ON: '2026-12-20' },
    ...{ UNDRING_DIRECTORY: 'none', UNDRING_GRAPH_URL: '', UNDRING_STORAGE_PREFIX: prefix },
    ...{ HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' },
  });
  await run.goOnTo(new Date('2026-12-17T11:00:00Z'));
  await run.teams.say('siv', `hei ${canary}`);
}

/** `main.ts`, in which a library writes to the console and something throws that nobody catches, both with the canary in them. */
async function crash(): Promise<string> {
  const service = await startWholeService(['kari']);
  stops.push(service.stop);
  await service.ask('speak');
  await service.ask('throw');
  await expect.poll(() => service.isAlive(), { timeout: 10_000 }).toBe(false);
  return service.output();
}

test('a log of 100,000 lines of all kinds of work holds no name, number, token, text or Teams id', async () => {
  const run = await startFullRun(await brokenPack());
  stops.push(run.stop);
  await doAllWork(run);
  const ofWork = countEvents(await run.readLog());
  const asked = await fillLog(run, 100_000);
  await runWithSecret(run);
  await run.stop();
  stops.pop();
  const told = `${run.output()}${await crash()}`;
  const { found, lines, rows } = await findCanaries({ ...run, output: () => told });
  const counts = countEvents(told);
  const shares = [...counts].toSorted(([, a], [, b]) => b - a);
  console.log(
    `${lines} lines of log and ${rows} rows read, ${found.length} finds, after all kinds of work and ${asked} requests; ` +
      `events: ${shares.map(([event, count]) => `${event} ${count}`).join(', ')}; ` +
      `of the work alone: ${[...ofWork].map(([event, count]) => `${event} ${count}`).join(', ')}`,
  );
  expect(found.slice(0, 20)).toEqual([]);
  const seen = Object.entries(events).filter(([, want]) => want === 'seen');
  expect(seen.map(([event]) => event).filter((event) => !counts.has(event))).toEqual([]);
  expect([...counts.keys()].filter((event) => !(event in events))).toEqual([]);
  // No kind is most of it, and six are each a good part.
  expect(Math.max(...counts.values()) / lines).toBeLessThan(0.4);
  expect(shares.filter(([, count]) => count / lines > 0.04).length).toBeGreaterThanOrEqual(6);
});
