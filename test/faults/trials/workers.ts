import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { isFailure } from '../../../src/core/failure.ts';
import { inParallel } from '../../../src/features/reminders/in-parallel.ts';
import { killReplica } from '../start-replica.ts';
import { type Ending, readEnding, type Trial, type TrialPerson } from './municipality.ts';

/** After the last kill; what takes longer hangs. */
const patienceMs = 9 * 60_000;

const running = new Set<ChildProcess>();

export async function startWorker(trial: Trial): Promise<ChildProcess> {
  const worker = await trial.startReplica();
  running.add(worker);
  return worker;
}

export async function stopWorkers(workers: Iterable<ChildProcess> = running): Promise<void> {
  for (const worker of [...workers]) {
    running.delete(worker);
    await killReplica(worker);
  }
}

/** Kills one of two workers at random moments spread over the sending, and starts another in its place. Gives those that live. */
export async function killAtRandom(trial: Trial, kills: number, random: () => number): Promise<ChildProcess[]> {
  const { teams, requests } = trial;
  const moments = Array.from({ length: kills }, () => random() * requests * 0.95).toSorted((a, b) => a - b);
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  for (const moment of moments) {
    while (teams.log.length < moment) await setTimeout(2);
    // Anywhere in the middle of the work that the next worker has begun.
    await setTimeout(random() * 300);
    await stopWorkers(workers.splice(Math.floor(random() * workers.length), 1));
    workers.push(await startWorker(trial));
  }
  return workers;
}

/** Everybody's ending, as soon as everybody has one; those without when patience ends are missing. */
export async function waitForEndings(trial: Trial): Promise<Map<TrialPerson, Ending>> {
  const endings = new Map<TrialPerson, Ending>();
  for (const until = Date.now() + patienceMs; endings.size < trial.people.length && Date.now() < until; ) {
    const open = trial.people.filter((person) => !endings.has(person));
    await inParallel(open, 2, async (person) => {
      // The workers keep storage busy; who cannot be read now is read in the next round.
      const ending = await readEnding(trial, person).catch(unlessBusy);
      if (ending) endings.set(person, ending);
    });
    await setTimeout(4_000);
  }
  return endings;
}

function unlessBusy(error: unknown): undefined {
  if (!isFailure(error, 'unavailable') && !isFailure(error, 'throttled')) throw error;
}
