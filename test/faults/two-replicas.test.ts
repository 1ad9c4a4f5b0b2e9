import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { type Reminder, reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../src/features/reminders/schedule-reminders.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { startCountingTeams } from './counting-teams.ts';
import { nudgeRules } from './nudge-rules.ts';
import { createReplicas } from './replicas.ts';

const people = 200;
const startMs = Date.parse('2026-11-26T08:00:00Z');

type Setup = Awaited<ReturnType<typeof setUp>>;
const replicas = createReplicas();

afterEach(() => replicas.killAll());

/** `speed`: how much faster than ours the replicas' clock runs. */
async function setUp(speed: number) {
  const prefix = newPrefix();
  const tables = await openTestTables({ prefix });
  const teams = await startCountingTeams();
  const ids = Array.from({ length: people }, (_, index) => `person-${index}`);
  await inParallel(ids, 8, (personId) => hire(tables, personId));
  return { prefix, tables, teams, ids, speed };
}

async function hire(tables: Setup['tables'], personId: string): Promise<void> {
  const person: Person = {
    ...{ personId, displayName: 'Kari Nordmann', givenName: 'Kari', unitId: 'skolen', sector: 'school' },
    ...{ roles: ['employee'], employedOn: '2026-11-23', leads: [] },
  };
  const chat = { conversationId: personId, serviceUrl: 'x', tenantId: 't', botId: '28:b', state: 'open' as const };
  await tables.people.commit({ personId, writes: [createRow(profileRow, person), createRow(conversationRow, chat)] });
  const needs = { people: tables.people, due: tables.dues };
  await scheduleReminders(needs, person, nudgeRules, new Date('2026-11-23T08:00:00Z'));
}

const startReplica = ({ prefix, teams, speed }: Setup): Promise<ChildProcess> =>
  replicas.start({ prefix, stubUrl: teams.url, startMs, speed });

async function readReminders({ tables, ids }: Setup): Promise<Reminder[]> {
  const all: Reminder[] = [];
  await inParallel(ids, 8, async (personId) => {
    all.push(...(await toArray(tables.people.list(personId, reminderRow))).map(({ value }) => value));
  });
  return all;
}

/** Waits until nobody's reminder is open any more. */
async function settled(setup: Setup): Promise<Reminder[]> {
  for (;;) {
    const all = await readReminders(setup);
    if (all.every(({ state }) => state !== 'planned')) return all;
    await setTimeout(500);
  }
}

const statesOf = (reminders: readonly Reminder[]) => Object.groupBy(reminders, ({ state }) => state);

describe('two replicas on real storage', () => {
  it('send 200 people exactly one reminder each, within the rate that Teams allows', async () => {
    const setup = await setUp(1);
    await Promise.all([startReplica(setup), startReplica(setup)]);
    const { sent = [] } = statesOf(await settled(setup));
    expect(sent).toHaveLength(people);
    expect(setup.teams.posts.size).toBe(people);
    expect([...setup.teams.posts.values()].filter((count) => count !== 1)).toEqual([]);
    expect(setup.teams.peakPerSecond()).toBeLessThanOrEqual(50);
    await setup.teams.stop();
  });

  it('killed five times in the middle of it, send nobody two and leave nobody unaccounted for', async () => {
    // A minute of theirs is a second here, so that the claims of the dead run out while we watch.
    const setup = await setUp(60);
    const running = await Promise.all([startReplica(setup), startReplica(setup)]);
    for (let killed = 0; killed < 5; killed += 1) {
      while (setup.teams.total() < 20 + killed * 30) await setTimeout(5);
      const [victim] = running.splice(killed % 2, 1);
      if (victim) await replicas.kill(victim);
      running.splice(killed % 2, 0, await startReplica(setup));
    }
    const { sent = [], uncertain = [], ...others } = statesOf(await settled(setup));
    expect(others).toEqual({});
    expect(sent.length + uncertain.length).toBe(people);
    // Four in hand at each of five deaths.
    expect(uncertain.length).toBeLessThanOrEqual(20);
    expect([...setup.teams.posts.values()].filter((count) => count > 1)).toEqual([]);
    expect(setup.teams.posts.size).toBeGreaterThanOrEqual(sent.length);
    await setup.teams.stop();
  });
});
