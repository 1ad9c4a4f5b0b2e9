import { readDigest } from '../../src/features/digests/read-digest.ts';
import type { PersonStore } from '../../src/features/people/person-store.ts';
import { readPastDay } from '../../src/features/rollups/read-past-day.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { contentFolder } from '../support/content-strings.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { memoryUnitStore } from '../support/memory-unit-store.ts';
import { fillTown, middle, now, readPlainly } from './digest-town.ts';

/**
 * All digests of one week for 20,000 people in 500 units, against reading the same rows once and doing nothing with them; and the status of a
 * past day beside it. In memory, where a read costs what parsing the row costs, so that what is told is our own work.
 */
const unitCount = 500;
const perUnit = 40;
const { pack } = await loadPack(contentFolder);
const { catalogue, zone } = pack;
const stores = { people: memoryPersonStore(), units: memoryUnitStore() };
const leaders = await fillTown(stores, catalogue, { unitCount, perUnit });

const reads = countReads(stores.people);
const needs = { ...stores, people: reads.people, catalogue, zone, nudgeLimit: pack.reminderPolicy.maxNudges };
const rounds = 3;
const [plain, digests, past]: [number[], number[], number[]] = [[], [], []];
const perDigest: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  plain.push(await timed(() => readPlainly(stores)));
  const before = reads.count();
  digests.push(await timed(readDigests));
  perDigest.push(reads.count() - before);
  past.push(await timed(async () => void (await readPastDay({ ...stores, catalogue, zone }, '2026-11-01'))));
}
const people = unitCount * perUnit;
const [base, all, day] = [middle(plain), middle(digests), middle(past)];
console.log(
  `digests: ${leaders.length} for ${people} people: ${seconds(all)} · the same rows read once: ${seconds(base)}`,
);
console.log(
  `digests against the plain reading: ${(all / base).toFixed(2)} × (aim ≤ 2 ×), ${((perDigest[0] ?? 0) / people).toFixed(1)} reads a person`,
);
console.log(`status of a past day, ${people} people: ${seconds(day)}, ${(day / base).toFixed(2)} ×`);
await tellMemory();
process.exit(0);

async function readDigests(): Promise<void> {
  for (const leaderId of leaders) await readDigest(needs, leaderId, now);
}

/** What the process holds after one, and after many rounds: flat where nothing is kept of a digest. */
async function tellMemory(): Promise<void> {
  await readDigests();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let round = 0; round < 5; round += 1) await readDigests();
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  const growth = ((after / before - 1) * 100).toFixed(1);
  console.log(
    `memory: ${(after / 1_048_576).toFixed(0)} MB heap in use, ${growth} % more after five more rounds (aim: flat)`,
  );
}

function countReads(store: PersonStore): { people: PersonStore; count: () => number } {
  let count = 0;
  const people: PersonStore = {
    ...store,
    get(personId, row, key) {
      count += 1;
      return store.get(personId, row, key);
    },
    list(personId, row) {
      count += 1;
      return store.list(personId, row);
    },
  };
  return { people, count: () => count };
}

async function timed(run: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const began = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s of processor time`;
}
