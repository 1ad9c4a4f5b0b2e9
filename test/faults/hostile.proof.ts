import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { findCanaries, nameCanary, sayEverything, textsWithCanary } from './canaries.ts';
import { openFlood } from './flood.ts';
import {
  emulatorToken,
  fromInsider,
  fromStranger,
  type Good,
  type HostileRequest,
  openSlowConnections,
  ordinary,
  sendHostile,
} from './hostile-requests.ts';
import { startWholeService, type WholeService } from './whole-service.ts';

const names = ['kari', 'olav', 'amina', 'jon'];
let service: WholeService;

beforeEach(async () => {
  const named = (person: Person): Person => ({
    ...person,
    displayName: `${nameCanary} ${person.personId}`,
    givenName: nameCanary,
  });
  // Strangers come through a proxy, from many addresses, so that none is shut out and each meets the whole gate.
  service = await startWholeService(names, named, { UNDRING_PROXIES: '1' });
});
afterEach(() => service.stop());

/** A good activity, as it goes over the wire, and its token. */
async function takeGood({ teams }: WholeService): Promise<Good> {
  const [delivery] = await teams.say('kari', 'hei');
  return {
    activity: JSON.stringify(delivery?.activity),
    token: await teams.issuer.sign({ serviceUrl: teams.serviceUrl }),
  };
}

type Round = { statuses: Map<number, number>; resident: number[]; heap: number[] };

/** Sends so many thousands, sixteen at a time, and measures after each. */
async function sendThousands(thousands: number, make: (at: number) => HostileRequest): Promise<Round> {
  const round: Round = { statuses: new Map(), resident: [], heap: [] };
  for (let from = 0; from < thousands * 1000; from += 1000) {
    const numbers = Array.from({ length: 1000 }, (_, index) => from + index);
    await inParallel(numbers, 16, async (at) => {
      const status = await sendHostile(service.teams.bot.url, make(at));
      round.statuses.set(status, (round.statuses.get(status) ?? 0) + 1);
    });
    const { resident, heap } = await service.memory();
    round.resident.push(resident);
    round.heap.push(heap);
  }
  return round;
}

function tell(what: string, { statuses, resident, heap }: Round): void {
  const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status || 'cut'}: ${count}`);
  console.log(
    `${what}: ${counts.join(', ')}; MB resident after each round: ${resident.join(' ')}, heap: ${heap.join(' ')}`,
  );
}

/** The last two thirds. What is taken in the first is the allocator's, which keeps what it once had. */
const afterWarmUp = (megabytes: readonly number[]): readonly number[] =>
  megabytes.slice(Math.floor(megabytes.length / 3));
const highest = (megabytes: readonly number[]): number => Math.max(...megabytes);

describe('10,000 hostile requests', () => {
  test('leave the process alive, less than 50 MB above what ordinary ones make it, with no file and no word of what was in them', async () => {
    const good = await takeGood(service);
    const before = await sendThousands(2, (at) => ordinary(at, good));
    tell('Ordinary requests', before);
    const strangers = await sendThousands(6, fromStranger);
    tell('6,000 from strangers', strangers);
    const insiders = await sendThousands(4, (at) => fromInsider(at, good));
    tell('4,000 under a good token', insiders);
    expect(service.isAlive()).toBe(true);
    expect(strangers.statuses.get(429)).toBeUndefined();
    const ordinaryLevel = before.resident.at(-1) ?? 0;
    for (const round of [strangers, insiders]) {
      expect(highest(round.resident) - ordinaryLevel).toBeLessThan(50);
      expect(highest(afterWarmUp(round.heap)) - highest(before.heap)).toBeLessThan(10);
    }
    expect(await service.temporaryFiles()).toEqual([]);
    expect([...strangers.statuses.keys(), ...insiders.statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(service.output()).not.toMatch(/polluted|tenant-\d|kid-\d|eyJ|bug/);
    const [delivery] = await service.teams.say('olav', 'hva gjør jeg?');
    expect(delivery?.status).toBe(200);
  });
});

describe('500 connections that never end their request', () => {
  test('keep nobody else waiting, and are cut', async () => {
    const slow = openSlowConnections(service.url, 500);
    const begun = performance.now();
    let slowestMs = 0;
    while (slow.cut() < 500 && performance.now() - begun < 90_000) {
      const asked = performance.now();
      const [delivery] = await service.teams.say('kari', 'hei');
      expect(delivery?.status).toBe(200);
      slowestMs = Math.max(slowestMs, performance.now() - asked);
      await setTimeout(1000);
    }
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(
      `500 slow connections: ${slow.cut()} cut within ${seconds} s; slowest good answer ${Math.round(slowestMs)} ms`,
    );
    slow.close();
    expect(slow.cut()).toBe(500);
    // Ten for the head, two between the looks, and the machine's own.
    expect(seconds).toBeLessThan(25);
    expect(slowestMs).toBeLessThan(2000);
  });
});

describe('300 texts with names, phone and identity numbers', () => {
  test('leave nothing of themselves in tables, queues and log, nor of who wrote them in the log', async () => {
    const texts = textsWithCanary(300);
    await sayEverything(service, names, texts);
    const { found, lines, rows } = await findCanaries(service);
    console.log(`300 texts: ${lines} lines of log and ${rows} rows read, ${found.length} finds`);
    expect(found).toEqual([]);
    expect(service.isAlive()).toBe(true);
  });
});

describe('300,000 requests, each with a token of a tenant that nobody has seen', () => {
  test('leave the process as it was: nothing of them is kept', async () => {
    const flood = openFlood(service.teams.bot.url, 32);
    const heaps: number[] = [];
    const residents: number[] = [];
    const statuses = new Map<number, number>();
    for (let from = 0; from < 300_000; from += 5000) {
      // Teams speaks often enough, also on a slow machine, that nobody is shut out: each would need a connection of its own.
      await service.teams.say('kari', 'hei');
      const numbers = Array.from({ length: 5000 }, (_, index) => from + index);
      await inParallel(numbers, 32, async (at) => {
        const status = await flood.post('{"foo":1}', `Bearer ${emulatorToken(at)}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      if ((from + 5000) % 25_000 !== 0) continue;
      const { heap, resident } = await service.memory();
      heaps.push(heap);
      residents.push(resident);
    }
    flood.close();
    tell('300,000 unseen tenants', { statuses, resident: residents, heap: heaps });
    // The first rounds warm up; after them nothing grows.
    expect(highest(afterWarmUp(heaps)) - highest(heaps.slice(0, 4))).toBeLessThan(5);
    expect(highest(afterWarmUp(residents)) - highest(residents.slice(0, 4))).toBeLessThan(20);
    expect([...statuses.keys()].filter((status) => status !== 401 && status !== 429)).toEqual([]);
    expect(statuses.get(429) ?? 0).toBeLessThan(3000);
    expect(service.isAlive()).toBe(true);
  });
});
