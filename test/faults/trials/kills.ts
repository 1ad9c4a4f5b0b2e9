import { z } from 'zod';
import { seededRandom } from '../random.ts';
import { endsAsPlanned, faultPlans, pickFault } from './fault-plans.ts';
import { judgeLimits } from './limits.ts';
import type { Ending, TrialPerson } from './municipality.ts';
import { setUpTrial, type Trial } from './municipality.ts';
import type { TrialReport, TrialSize } from './trial-report.ts';
import { killAtRandom, stopWorkers, waitForEndings } from './workers.ts';

/** A kill finds one message at most in the moment between its POST and what is written of it, as a rule; a few more in a short trial. */
const strangeByChance = 10;
const classShares = { nudge: 0.6, deadline: 0.35, digest: 0.05 };

/** More than an hour in full: the second sitting begins where the first one ended. Each municipality has faults and moments of its own. */
const firstOf = ({ municipalities }: TrialSize): number =>
  municipalities > 1
    ? z.coerce.number().int().min(1).max(municipalities).default(1).parse(process.env.UNDRING_TRIALS_FROM)
    : 1;

/** R1, R2: every fault that is known, and kills at random moments, over two processes. */
export async function killTrial(size: TrialSize, seed: number): Promise<readonly TrialReport[]> {
  const runs: { trial: Trial; endings: Promise<Map<TrialPerson, Ending>> }[] = [];
  for (let place = firstOf(size); place <= size.municipalities; place += 1) {
    const random = seededRandom(seed + place - 1);
    const counts = {
      nudge: Math.round(size.people * classShares.nudge),
      deadline: Math.round(size.people * classShares.deadline),
      digest: Math.round(size.people * classShares.digest),
    };
    const trial = await setUpTrial({ counts, faultFor: () => pickFault(faultPlans, random) });
    const workers = await killAtRandom(trial, size.killsInEach, random);
    // What is put off until later is not waited for: the next municipality is set up meanwhile.
    const endings = waitForEndings(trial).finally(() => stopWorkers(workers));
    // One that fails before all have begun is heard below, and does not end the process here.
    runs.push({ trial, endings });
    // Hours in full: who watches sees how far it is, and a report that is cut tells how each was that had ended.
    endings.then(
      (found) => size.municipalities > 1 && process.stdout.write(`${lineOfOne(size, trial, found, place)}\n`),
      () => undefined,
    );
  }
  const all = (await Promise.all(runs.map(({ endings }) => endings))).flatMap((endings) => [...endings]);
  const people = runs.reduce((sum, { trial }) => sum + trial.people.length, 0);
  const logs = runs.map(({ trial }) => trial.teams.log);
  for (const { trial } of runs) await trial.teams.close();
  return judge({ ...size, municipalities: runs.length }, { all, people, logs });
}

/** How one of many went, judged as all of them will be. */
function lineOfOne(size: TrialSize, trial: Trial, found: Map<TrialPerson, Ending>, place: number): string {
  const { people, teams } = trial;
  const reports = judge({ ...size, municipalities: 1 }, { all: [...found], people: people.length, logs: [teams.log] });
  const outcome = reports.every(({ holds }) => holds) ? 'holds' : 'DOES NOT HOLD';
  const told = reports.map((report) => report.found).join('; ');
  return `R1: ${place} of ${size.municipalities}, ${people.length} people, ${size.killsInEach} killed | ${told} | ${outcome}`;
}

type Found = {
  all: readonly (readonly [TrialPerson, Ending])[];
  people: number;
  logs: readonly Trial['teams']['log'][];
};

function judge(size: TrialSize, { all, people, logs }: Found): readonly TrialReport[] {
  const of = (...kinds: TrialPerson['class'][]) => all.filter(([person]) => kinds.includes(person.class));
  const missing = people - all.length;
  // The ledger against what Teams holds: sent was shown, rejected and parked were not.
  const untrue = all.filter(([, { state, shown }]) =>
    state === 'sent' ? shown === 0 : state !== 'uncertain' && shown > 0,
  ).length;
  const strange = all.filter((each) => !endsAsPlanned(...each));
  const idle = strange.filter(([, { state, posts }]) => state === 'uncertain' && posts === 0).length;
  const doubled = of('nudge').filter(([, { doubtful, shown }]) => doubtful > 1 || shown > 1).length;
  const notices = of('deadline', 'digest');
  const tooMany = notices.filter(([, { doubtful, shown }]) => doubtful > 2 || shown > 2).length;
  const twice = notices.filter(([, { shown }]) => shown === 2).length;
  const limits = logs.map((log) => judgeLimits(log));
  const peak = Math.max(...limits.map((each) => each.peak));
  const over = limits.reduce((sum, each) => sum + each.over, 0);
  const refused = logs.flat().filter(({ status, fault }) => status === 429 && fault === undefined).length;
  const kills = size.municipalities * size.killsInEach;
  const mostStrange = kills + strangeByChance;
  const did = `${people} people due in ${size.municipalities} × ${size.people}, every fault, two workers each, ${kills} × kill -9`;
  return [
    {
      ...{ id: 'R1', did, counted: `${logs.flat().length} requests to Teams, ${statesOf(all)}` },
      found: `${missing} unaccounted, ${untrue} ledgers untrue, ${strange.length} ended otherwise than without a kill (${idle} uncertain without a POST), ${mostStrange} may`,
      holds: missing + untrue === 0 && strange.length <= mostStrange,
    },
    {
      ...{ id: 'R2', did: 'the same, judged by who saw what' },
      counted: `${of('nudge').length} nudges, ${notices.length} deadline notices and digests, ${twice} of them seen twice`,
      ...{ found: `${doubled} nudges doubled, ${tooMany} notices more than twice`, holds: doubled + tooMany === 0 },
    },
    {
      ...{ id: 'R3a', did: 'the same, every request held against the windows of Teams by its time' },
      counted: `peak ${peak} requests in any second`,
      ...{ found: `${over} over a window, ${refused} refused for one`, holds: over + refused === 0 },
    },
  ];
}

function statesOf(all: Found['all']): string {
  const states = Object.groupBy(all, ([, { state }]) => state);
  return Object.entries(states)
    .map(([state, each]) => `${each.length} ${state}`)
    .join(', ');
}
