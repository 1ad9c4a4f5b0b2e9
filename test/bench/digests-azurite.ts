import { newId } from '../../src/core/ids.ts';
import { Secret } from '../../src/core/secret.ts';
import { readDigest } from '../../src/features/digests/read-digest.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { startAzurite } from '../../src/tools/azurite.ts';
import { contentFolder } from '../support/content-strings.ts';
import { fillTown, middle, now, readPlainly } from './digest-town.ts';

/**
 * The same as `digests.ts` for a smaller town, over the network and the storage's own protocol: all digests against reading the same rows once,
 * in turns. Azurite looks through its whole table for each list, so that the time grows faster than the people: the town is small, and the ratio of the two, and our own
 * processor time, is what counts. Another size: `node … digests-azurite.ts <units> <people in each>`.
 */
const [unitCount = 10, perUnit = 40] = process.argv.slice(2).map(Number);
const rounds = 2;
const { pack } = await loadPack(contentFolder);
const { catalogue, zone } = pack;
const azurite = await startAzurite();
const connection = { kind: 'connection-string', connectionString: new Secret(azurite.connectionString) } as const;
const stores = await openTables({ connection, prefix: `b${newId().slice(0, 12)}`, requestTimeoutMs: 60_000 });
const leaders = await fillTown(stores, catalogue, { unitCount, perUnit });
const needs = { ...stores, catalogue, zone, nudgeLimit: pack.reminderPolicy.maxNudges };

type Cost = { wallMs: number; ownMs: number };
const [plain, digests]: [Cost[], Cost[]] = [[], []];
const heaps: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  plain.push(await timed(() => readPlainly(stores)));
  digests.push(await timed(readDigests));
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed / 1_048_576);
}
const wall = (costs: readonly Cost[]): number => middle(costs.map(({ wallMs }) => wallMs)) / 1000;
const own = (costs: readonly Cost[]): number => middle(costs.map(({ ownMs }) => ownMs)) / 1000;
console.log(
  `digests on Azurite: ${leaders.length} for ${unitCount * perUnit} people: ${wall(digests).toFixed(1)} s, of it ${own(digests).toFixed(1)} s own processor time · the same rows read once: ${wall(plain).toFixed(1)} s, ${own(plain).toFixed(1)} s`,
);
console.log(
  `digests against the plain reading: ${(wall(digests) / wall(plain)).toFixed(2)} × the time, ${(own(digests) / own(plain)).toFixed(2)} × own processor time (aim ≤ 2 ×)`,
);
console.log(`memory: ${heaps.map((heap) => heap.toFixed(0)).join(' MB, then ')} MB heap in use (aim: flat)`);
await azurite.stop();
process.exit(0);

async function readDigests(): Promise<void> {
  for (const leaderId of leaders) await readDigest(needs, leaderId, now);
}

async function timed(run: () => Promise<void>): Promise<Cost> {
  globalThis.gc?.();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - began, ownMs: (user + system) / 1000 };
}
