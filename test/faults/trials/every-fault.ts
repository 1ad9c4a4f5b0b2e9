import { endsAsPlanned, type FaultPlan, faultPlans } from './fault-plans.ts';
import { type Ending, setUpTrial, type TrialClass, type TrialPerson } from './municipality.ts';
import type { TrialReport } from './trial-report.ts';
import { startWorker, stopWorkers, waitForEndings } from './workers.ts';

const deliveries = 3;
const cases: readonly (FaultPlan | undefined)[] = [undefined, ...faultPlans];
/** POSTs that may have arrived, at most: a nudge once, what has to be told once more. */
const mostOf: Readonly<Record<TrialClass, number>> = { nudge: 1, deadline: 2, digest: 2 };

/**
 * R2: each class meets each fault, and the queue delivers each message three times, to two workers at once. `each`: people in each case.
 * `mostStalled`: so many may be called uncertain by the other worker, where a machine with much else to do stands still for the three seconds
 * that are two minutes of theirs.
 */
export async function everyFaultTrial(each: number, mostStalled: number): Promise<readonly TrialReport[]> {
  const size = cases.length * each;
  const counts = { nudge: size, deadline: size, digest: size };
  const faultFor = (_kind: TrialClass, index: number) => cases[index % cases.length];
  const trial = await setUpTrial({ counts, deliveries, faultFor });
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  await trial.teams.close();
  const all = [...endings];
  const missing = trial.people.length - all.length;
  const doubled = (kind: TrialClass) =>
    all.filter(([person, { shown, doubtful }]) => person.class === kind && Math.max(shown, doubtful) > mostOf[kind]);
  const counted = (['nudge', 'deadline', 'digest'] as const).map((kind) => {
    const seen = all.filter(([person]) => person.class === kind).map(([, { shown }]) => shown);
    return `${kind}: ${seen.filter((shown) => shown === 1).length} seen once, ${seen.filter((shown) => shown > 1).length} twice`;
  });
  const nudges = doubled('nudge').length;
  const notices = doubled('deadline').length + doubled('digest').length;
  const untrue = all.filter(isUntrue);
  const strange = all.filter((each) => !endsAsPlanned(...each));
  const stalled = strange.filter(
    ([{ class: kind }, { state, doubtful }]) => state === 'uncertain' && doubtful <= mostOf[kind],
  ).length;
  const named = strange.map(([{ class: kind, fault }, { state }]) => `${kind}, ${fault?.name ?? 'no fault'}: ${state}`);
  return [
    {
      ...{
        id: 'R2b',
        did: `3 classes × ${cases.length - 1} faults and none × ${each}, every queue message delivered three times`,
      },
      counted: `${trial.teams.log.length} requests to Teams; ${counted.join('; ')}`,
      found: `${nudges} nudges doubled, ${notices} others more than once too many, ${untrue.length} ledgers untrue, ${missing} unaccounted, ${strange.length} ended otherwise than they must${named.length > 0 ? ` (${named.join('; ')})` : ''}, ${mostStalled} may be uncertain`,
      holds: nudges + notices + untrue.length + missing === 0 && stalled <= mostStalled && strange.length === stalled,
    },
  ];
}

/** The ledger against Teams: that what is sent was shown and what is refused was not, and else that it knows of each POST that may have arrived. */
function isUntrue([, { state, shown, doubtful, attempts }]: readonly [TrialPerson, Ending]): boolean {
  if (state === 'sent' && shown === 0) return true;
  if (state === 'rejected' || state === 'parked') return shown > 0;
  return doubtful > attempts;
}
