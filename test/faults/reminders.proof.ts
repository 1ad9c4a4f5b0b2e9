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

const counts = { nudge: 1_200, deadline: 700, digest: 100 };
const kills = 60;
/** Of the trial itself; what takes longer hangs. */
const patienceMs = 12 * 60_000;

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const replica of running.splice(0)) await kill(replica);
});

/** Kills one of the two workers at random moments spread over the sending, and starts another in its place. */
async function killAtRandom({ teams, startReplica }: Trial, random: () => number): Promise<number> {
  const total = counts.nudge + counts.deadline + counts.digest;
  const moments = Array.from({ length: kills }, () => random() * total * 0.95).toSorted((a, b) => a - b);
  let killed = 0;
  for (const moment of moments) {
    while (teams.log.length < moment) await setTimeout(2);
    // Anywhere in the middle of the work that the next worker has begun.
    await setTimeout(random() * 300);
    const [victim] = running.splice(Math.floor(random() * running.length), 1);
    if (victim) await kill(victim);
    killed += 1;
    running.push(await startReplica());
  }
  return killed;
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

function tellEndings(endings: Map<TrialPerson, Ending>): void {
  const all = [...endings];
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
  it('2,000 people, two workers, 60 kills: everybody is accounted for, no nudge is doubled, no window is passed', async () => {
    const random = seededRandom(20261123);
    const trial = await setUpTrial(counts, random);
    const begun = performance.now();
    running.push(...(await Promise.all([trial.startReplica(), trial.startReplica()])));
    const killed = await killAtRandom(trial, random);
    const endings = await waitForEndings(trial);
    const seconds = (performance.now() - begun) / 1000;

    const { log } = trial.teams;
    const all = [...endings];
    const of = (kind: TrialPerson['class']) => all.filter(([person]) => person.class === kind);
    const unaccounted = trial.people.filter((person) => !endings.has(person)).map(({ personId }) => personId);
    const doubled = of('nudge').filter(([, { doubtful, shown }]) => doubtful > 1 || shown > 1);
    const tooMany = [...of('deadline'), ...of('digest')].filter(([, { doubtful, shown }]) => doubtful > 2 || shown > 2);
    const twice = [...of('deadline'), ...of('digest')].filter(([, { shown }]) => shown === 2);
    const refused = log.filter(({ status, fault }) => status === 429 && fault === undefined);
    const peak = peakPerSecond(log.map(({ atMs }) => atMs));
    // The ledger against what Teams holds: sent was shown, rejected and parked were not.
    const untrue = all.filter(([, { state, shown }]) =>
      state === 'sent' ? shown === 0 : state !== 'uncertain' && shown > 0,
    );

    tell(
      `reminders: ${trial.people.length} people due (${counts.nudge} nudges, ${counts.deadline} deadlines, ${counts.digest} digests), ${killed} × kill -9, ${log.length} requests to Teams in ${seconds.toFixed(0)} s`,
    );
    tellEndings(endings);
    tell(
      `  unaccounted ${unaccounted.length} · nudges doubled ${doubled.length} · others more than twice ${tooMany.length}, twice ${twice.length} · ledger untrue ${untrue.length} · over Teams' windows ${refused.length} · peak ${peak}/s`,
    );

    await trial.teams.close();
    expect(killed).toBe(kills);
    expect(unaccounted).toEqual([]);
    expect(doubled).toEqual([]);
    expect(tooMany).toEqual([]);
    expect(untrue).toEqual([]);
    expect(refused).toEqual([]);
    expect(peak).toBeLessThanOrEqual(50);
  });
});
