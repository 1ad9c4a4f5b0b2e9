import { Secret } from '../../src/core/secret.ts';
import { openQueues } from '../../src/outbound/azure-queue/open-queues.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { startAzurite } from '../../src/tools/azurite.ts';
import { memoryStorage, people, startEcho, startFull, startShippedEcho } from './services.ts';
import { type Measured, median, startPeer } from './start-peer.ts';

/**
 * A whole authenticated turn "moduler" against an echo turn behind the same door, taking turns in one run. Prints ratios against the
 * adapter as botbuilder ships it, and against our own, which is cheaper because it keeps its client.
 */
const rounds = 9;
const turns = 500;
const peer = await startPeer();
const azurite = await startAzurite();
const connection = { kind: 'connection-string', connectionString: new Secret(azurite.connectionString) } as const;
const [stores, queues] = await Promise.all([
  openTables({ connection, prefix: 'bench' }),
  openQueues({ connection, prefix: 'bench' }),
]);

const sides = {
  'botbuilder echo': await startShippedEcho(peer.url),
  'echo on our adapter': await startEcho(peer.url),
  'moduler, memory': await startFull(peer.url, memoryStorage()),
  'moduler, Azurite': await startFull(peer.url, { stores, queues }),
};
type Side = keyof typeof sides;
const names = Object.keys(sides) as Side[];
const rows: Record<Side, Measured>[] = [];

for (let round = 0; round <= rounds; round += 1) {
  const row = {} as Record<Side, Measured>;
  for (const side of names) {
    row[side] = await peer.measure({ url: sides[side].url, text: 'moduler', turns, atOnce: 8, people });
  }
  // The first round only warms up.
  if (round > 0) rows.push(row);
}

const figure = (side: Side, read: (measured: Measured) => number): number => median(rows.map((row) => read(row[side])));
/** Time, then CPU, of `side` for each one of `against`: the median of the rounds' own ratios. */
const ratio = (side: Side, against: Side): string => {
  const time = median(rows.map((row) => row[against].turnsPerSecond / row[side].turnsPerSecond));
  const cpu = median(rows.map((row) => row[side].cpuMsPerTurn / row[against].cpuMsPerTurn));
  return `time ${time.toFixed(2)} × CPU ${cpu.toFixed(2)} ×`;
};
for (const side of names) {
  const perSecond = figure(side, ({ turnsPerSecond }) => turnsPerSecond).toFixed(0);
  const cpu = figure(side, ({ cpuMsPerTurn }) => cpuMsPerTurn).toFixed(2);
  console.log(`turn ${side.padEnd(20)} ${perSecond.padStart(5)} turns/s  ${cpu} ms CPU a turn`);
}
console.log(`memory against botbuilder's echo:   ${ratio('moduler, memory', 'botbuilder echo')} (aim ≤ 1.7 ×)`);
console.log(`memory against our adapter's echo:  ${ratio('moduler, memory', 'echo on our adapter')}`);
console.log(
  `Azurite against botbuilder's echo:  ${ratio('moduler, Azurite', 'botbuilder echo')} (no aim: Azurite itself is most of it)`,
);
await Promise.all(Object.values(sides).map(({ stop }) => stop()));
peer.stop();
await azurite.stop();
process.exit(0);
