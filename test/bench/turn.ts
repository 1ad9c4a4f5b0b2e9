import { Secret } from '../../src/core/secret.ts';
import { openQueues } from '../../src/outbound/azure-queue/open-queues.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { startAzurite } from '../../src/tools/azurite.ts';
import { memoryStorage, people, startEcho, startFull } from './services.ts';
import { type Measured, median, startPeer } from './start-peer.ts';

/** A whole authenticated turn "moduler" against a bare echo turn, taking turns in one run. Prints ratios. */
const rounds = 7;
const turns = 600;
const peer = await startPeer();
const azurite = await startAzurite();
const connection = { kind: 'connection-string', connectionString: new Secret(azurite.connectionString) } as const;
const [stores, queues] = await Promise.all([
  openTables({ connection, prefix: 'bench' }),
  openQueues({ connection, prefix: 'bench' }),
]);

const sides = {
  echo: await startEcho(peer.url),
  memory: await startFull(peer.url, memoryStorage()),
  azurite: await startFull(peer.url, { stores, queues }),
};
type Side = keyof typeof sides;
const figures: Record<Side, Measured[]> = { echo: [], memory: [], azurite: [] };

for (let round = 0; round <= rounds; round += 1) {
  for (const side of Object.keys(sides) as Side[]) {
    const measured = await peer.measure({ url: sides[side].url, text: 'moduler', turns, atOnce: 8, people });
    if (round > 0) figures[side].push(measured);
  }
}

const ratio = (side: Side, figure: keyof Measured): string => {
  const ratios = figures[side].map((measured, round) => {
    const echo = figures.echo[round]?.[figure] ?? Number.NaN;
    return figure === 'cpuMsPerTurn' ? measured[figure] / echo : echo / measured[figure];
  });
  return median(ratios).toFixed(2);
};
for (const side of Object.keys(sides) as Side[]) {
  const perSecond = median(figures[side].map(({ turnsPerSecond }) => turnsPerSecond)).toFixed(0);
  const cpu = median(figures[side].map(({ cpuMsPerTurn }) => cpuMsPerTurn)).toFixed(2);
  console.log(
    `turn ${side.padEnd(8)} ${perSecond.padStart(5)} turns/s  ${cpu} ms CPU a turn  against echo: time ${ratio(side, 'turnsPerSecond')} ×, CPU ${ratio(side, 'cpuMsPerTurn')} ×`,
  );
}
await Promise.all(Object.values(sides).map(({ stop }) => stop()));
peer.stop();
await azurite.stop();
process.exit(0);
