import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { isFailure } from '../../src/core/failure.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { seededRandom } from './random.ts';
import {
  type Ending,
  kill,
  peakPerSecond,
  readEnding,
  setUpTrial,
  type Trial,
  type TrialPerson,
} from './reminder-trial.ts';
import { faultPlans } from './trial-faults.ts';

/** Four municipalities of this size: Azurite reads a whole table for every list, so one of 2,000 would only test Azurite. */
const municipalities = 4;
const counts = { nudge: 300, deadline: 175, digest: 25 };
const killsInEach = 15;
/** After the last kill; what takes longer hangs. */
const patienceMs = 10 * 60_000;

const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const replica of running) await kill(replica);
});

/** Kills one of the two workers at random moments spread over the sending, and starts another in its place. */
async function killAtRandom({ teams, start }: Workers, random: () => number): Promise<void> {
  const total = counts.nudge + counts.deadline + counts.digest;
  const moments = Array.from({ length: killsInEach }, () => random() * total * 0.95).toSorted((a, b) => a - b);
  const workers = await Promise.all([start(), start()]);
  for (const moment of moments) {
    while (teams.log.length < moment) await setTimeout(2);
    // Anywhere in the middle of the work that the next worker has begun.
    await setTimeout(random() * 300);
    const [victim] = workers.splice(Math.floor(random() * workers.length), 1);
    if (victim) await kill(victim);
    workers.push(await start());
  }
}

type Workers = { teams: Trial['teams']; start(): Promise<ChildProcess> };

/** One municipality: the sending with its kills, and then, not waited for, what is put off until later. */
async function runMunicipality(random: () => number) {
  const trial = await setUpTrial(counts, random);
  const own: ChildProcess[] = [];
  const start = async () => {
    const replica = await trial.startReplica();
    own.push(replica);
    running.add(replica);
    return replica;
  };
  await killAtRandom({ teams: trial.teams, start }, random);
  const ended = waitForEndings(trial).finally(() => Promise.all(own.map(kill)));
  return { trial, ended };
}

/** Everybody's ending, as soon as everybody has one; those without when patience ends are told by name. */
async function waitForEndings(trial: Trial): Promise<Map<TrialPerson, Ending>> {
  const endings = new Map<TrialPerson, Ending>();
  for (const until = Date.now() + patienceMs; endings.size < trial.people.length && Date.now() < until; ) {
    const open = trial.people.filter((person) => !endings.has(person));
    await inParallel(open, 2, async (person) => {
      // The workers keep storage busy; who cannot be read now is read in the next round.
      const ending = await readEnding(trial, person).catch(unlessBusy);
      if (ending) endings.set(person, ending);
    });
    await setTimeout(3_000);
  }
  return endings;
}

function unlessBusy(error: unknown): undefined {
  if (!isFailure(error, 'unavailable') && !isFailure(error, 'throttled')) throw error;
}

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

function tellEndings(all: readonly (readonly [TrialPerson, Ending])[]): void {
  for (const name of [undefined, ...faultPlans.map((plan) => plan.name)]) {
    const group = all.filter(([person]) => person.fault?.name === name);
    const states = Object.groupBy(group, ([, { state }]) => state);
    const told = Object.entries(states).map(([state, each]) => `${each.length} ${state}`);
    const posts = group.reduce((sum, [, ending]) => sum + ending.posts, 0);
    tell(
      `  ${(name ?? 'no fault').padEnd(24)} ${String(group.length).padStart(5)} people  ${String(posts).padStart(5)} POSTs  ${told.join(', ')}`,
    );
  }
}

describe('reminders under every fault', () => {
  it('2,000 people, two workers each, 60 kills: everybody is accounted for, no nudge is doubled, no window is passed', async () => {
    const random = seededRandom(20261123);
    const begun = performance.now();
    const trials: Awaited<ReturnType<typeof runMunicipality>>[] = [];
    while (trials.length < municipalities) trials.push(await runMunicipality(random));
    const all = (await Promise.all(trials.map(({ ended }) => ended))).flatMap((endings) => [...endings]);
    const seconds = (performance.now() - begun) / 1000;

    const people = trials.flatMap(({ trial }) => trial.people);
    const logs = trials.map(({ trial }) => trial.teams.log);
    const of = (...kinds: TrialPerson['class'][]) => all.filter(([person]) => kinds.includes(person.class));
    const unaccounted = people.filter((person) => !all.some(([ended]) => ended === person));
    const doubled = of('nudge').filter(([, { doubtful, shown }]) => doubtful > 1 || shown > 1);
    const tooMany = of('deadline', 'digest').filter(([, { doubtful, shown }]) => doubtful > 2 || shown > 2);
    const twice = of('deadline', 'digest').filter(([, { shown }]) => shown === 2);
    const refused = logs.flat().filter(({ status, fault }) => status === 429 && fault === undefined);
    const peak = Math.max(...logs.map((log) => peakPerSecond(log.map(({ atMs }) => atMs))));
    // The ledger against what Teams holds: sent was shown, rejected and parked were not.
    const untrue = all.filter(([, { state, shown }]) =>
      state === 'sent' ? shown === 0 : state !== 'uncertain' && shown > 0,
    );

    tell(
      `reminders: ${municipalities} municipalities with ${counts.nudge} nudges, ${counts.deadline} deadlines and ${counts.digest} digests due, two workers each`,
    );
    tell(
      `  ${municipalities * killsInEach} × kill -9, ${logs.flat().length} requests to Teams, ${seconds.toFixed(0)} s`,
    );
    tellEndings(all);
    tell(
      `  unaccounted ${unaccounted.length} · nudges doubled ${doubled.length} · deadlines and digests seen twice ${twice.length}, more often ${tooMany.length}`,
    );
    tell(`  ledger untrue ${untrue.length} · over Teams' windows ${refused.length} · peak ${peak} requests a second`);

    for (const { trial } of trials) await trial.teams.close();
    expect(unaccounted).toEqual([]);
    expect(doubled).toEqual([]);
    expect(tooMany).toEqual([]);
    expect(untrue).toEqual([]);
    expect(refused).toEqual([]);
    expect(peak).toBeLessThanOrEqual(50);
  });
});
