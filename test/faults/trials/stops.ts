import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { setUpTrial } from './municipality.ts';
import type { TrialReport } from './trial-report.ts';
import { startWorker, stopWorkers, waitForEndings } from './workers.ts';

/** Teams answers so late that a worker has something in hand whenever it is stopped. */
const answerMs = 700;
/** A POST that a busy machine holds up is no doubt here, and so the only doubt is one that a stop made. */
const patienceMs = 20_000;
/** What is in hand is given ten seconds; the rest is the end of the process. */
const mostMs = 15_000;

/**
 * R1b: two workers, one of which is stopped by SIGTERM at a random moment and started anew, again and again. Unlike a kill, that leaves nothing
 * uncertain, and so nobody gets anything twice, of whatever class it is.
 */
export async function stopTrial(people: number, stops: number, random: () => number): Promise<readonly TrialReport[]> {
  const half = people / 2;
  const trial = await setUpTrial({ counts: { nudge: half, deadline: half, digest: 0 }, deadlineMs: patienceMs });
  const { teams } = trial;
  teams.scriptEach((method) => (method === 'POST' ? { kind: 'delay', ms: answerMs } : undefined));
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const stopped: Stopped[] = [];
  for (let stop = 1; stop <= stops; stop += 1) {
    while (teams.log.length < (trial.requests * stop) / (stops + 1)) await setTimeout(2);
    await setTimeout(random() * answerMs);
    const [worker] = workers.splice(Math.floor(random() * workers.length), 1);
    if (!worker) throw new Error('no worker to stop');
    stopped.push(await stopTidily(worker));
    workers.push(await startWorker(trial));
  }
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  await teams.close();
  const all = [...endings.values()];
  const twice = all.filter(({ posts }) => posts > 1).length;
  const uncertain = all.filter(({ state }) => state !== 'sent').length;
  const slowest = Math.max(...stopped.map(({ ms }) => ms));
  const hard = stopped.filter(({ code, ms }) => code !== 0 || ms > mostMs).length;
  const missing = people - all.length;
  return [
    {
      id: 'R1b',
      did: `${people} people due, nudges and deadline notices, each answered after ${answerMs} ms; two workers, ${stops} × SIGTERM`,
      counted: `${all.length} endings, ${teams.log.length} requests to Teams, slowest stop ${(slowest / 1_000).toFixed(1)} s`,
      found: `${missing} unaccounted, ${uncertain} not sent, ${twice} posted twice, ${hard} stops that were not tidy`,
      holds: missing + uncertain + twice + hard === 0,
    },
  ];
}

type Stopped = { code: number | null; ms: number };

async function stopTidily(worker: ChildProcess): Promise<Stopped> {
  const from = performance.now();
  const exited = once(worker, 'exit');
  worker.kill('SIGTERM');
  const [code] = await exited;
  return { code, ms: performance.now() - from };
}
