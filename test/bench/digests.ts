import { addDays, type LocalDate } from '../../src/core/local-date.ts';
import { readDigest } from '../../src/features/digests/read-digest.ts';
import { membershipFrom } from '../../src/features/people/member-history.ts';
import { conversationRow, memberRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, type PersonStore } from '../../src/features/people/person-store.ts';
import { certificateRow } from '../../src/features/progress/certificate.ts';
import { policyReadRow } from '../../src/features/progress/policy-reads.ts';
import { priorRow } from '../../src/features/progress/prior.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { dayRow } from '../../src/features/reminders/reminder-rows.ts';
import { readPastDay } from '../../src/features/rollups/read-past-day.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { contentFolder } from '../support/content-strings.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { memoryUnitStore } from '../support/memory-unit-store.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';

/**
 * All digests of one week for 20,000 people in 500 units, against reading the same rows once and doing nothing with them; and the status of a
 * past day beside it. In memory, where a read costs what parsing the row costs, so that what is told is our own work.
 */
const unitCount = 500;
const perUnit = 40;
const now = new Date('2026-11-23T09:00:00Z');
const today: LocalDate = '2026-11-23';
const { pack } = await loadPack(contentFolder);
const { catalogue, zone } = pack;
const stores = { people: memoryPersonStore(), units: memoryUnitStore() };
const leaders = await fill();

const reads = countReads(stores.people);
const needs = { ...stores, people: reads.people, catalogue, zone, nudgeLimit: pack.reminderPolicy.maxNudges };
const rounds = 3;
const [plain, digests, past]: [number[], number[], number[]] = [[], [], []];
const perDigest: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  plain.push(await timed(readPlainly));
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

async function fill(): Promise<readonly string[]> {
  const found: string[] = [];
  for (let unit = 0; unit < unitCount; unit += 1) {
    const unitId = `unit-${unit}`;
    await stores.units.createUnit({ unitId, name: `Enhet ${unit}`, sector: 'school' });
    for (let index = 0; index < perUnit; index += 1) {
      const personId = `person-${unit}-${index}`;
      const employedOn = addDays(today, -(3 + ((unit * 7 + index * 31) % 900)));
      const changes = { unitId, employedOn, displayName: `Kari Lunde ${index}` };
      const person = index === 0 ? aLeader(personId, [unitId], changes) : aPerson(personId, changes);
      if (index === 0) found.push(personId);
      const chat = {
        conversationId: `a:${personId}`,
        serviceUrl: 'https://smba.example',
        tenantId: 't',
        botId: '28:b',
      };
      const done = catalogue.modules.slice(0, index % 4).map(({ moduleId }, at) => {
        const completedAt = new Date(now.getTime() - (index + at + 1) * 86_400_000);
        return { moduleId, cycle: 1, moduleVersion: 1, completedAt };
      });
      await stores.people.commit({
        personId,
        writes: [
          ...[createRow(profileRow, person), createRow(memberRow, membershipFrom(person, employedOn))],
          createRow(conversationRow, { ...chat, state: 'open' }),
          ...done.flatMap((one) => [
            createRow(doneRow, one),
            createRow(progressRow, { state: 'completed', startedAt: one.completedAt, ...one }),
          ]),
        ],
      });
      await stores.units.createMember(unitId, personId);
    }
    await stores.units.createLeader(`person-${unit}-0`, unitId);
  }
  return found;
}

/** The rows that a digest is made of, each once, one unit after the other as the digests are, and nothing made of them. */
async function readPlainly(): Promise<void> {
  for await (const { unitId } of stores.units.listUnits()) {
    const members: string[] = [];
    for await (const personId of stores.units.listMembers(unitId)) members.push(personId);
    await Promise.all(members.map((personId) => readRows(stores.people, personId)));
  }
}

async function readRows(store: PersonStore, personId: string): Promise<void> {
  const drain = async (rows: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of rows);
  };
  await Promise.all([
    ...[store.get(personId, profileRow), store.get(personId, conversationRow)],
    ...[drain(store.list(personId, progressRow)), drain(store.list(personId, priorRow))],
    ...[drain(store.list(personId, certificateRow)), drain(store.list(personId, policyReadRow))],
    drain(store.list(personId, dayRow)),
  ]);
}

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

function middle(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s of processor time`;
}
