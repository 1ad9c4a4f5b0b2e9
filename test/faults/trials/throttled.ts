import type { Fault } from '../../../src/tools/workbench/connector/faults.ts';
import type { ConnectorLogEntry } from '../../../src/tools/workbench/connector/wire.ts';
import { setUpTrial } from './municipality.ts';
import type { TrialReport } from './trial-report.ts';
import { startWorker, stopWorkers, waitForEndings } from './workers.ts';

const retryAfterSeconds = 30;
/** Three of ten requests, on whichever place among the ten. */
const [refusedOfTen, ten] = [3, 10];

/** R4: three of ten requests are refused with 429, whoever they are for, every other of them without Retry-After. */
export async function throttledTrial(people: number, random: () => number): Promise<readonly TrialReport[]> {
  const trial = await setUpTrial({ counts: { nudge: people, deadline: 0, digest: 0 } });
  const { teams } = trial;
  const refusals = refuseSome(random);
  teams.scriptEach((method) => (method === 'POST' ? refusals() : undefined));
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  await teams.close();
  const posts = teams.log.filter(({ method }) => method === 'POST');
  const refused = posts.filter(({ status }) => status === 429);
  // On a slow machine an answer may come too late to be believed; the message is there all the same.
  const seen = [...endings.values()].filter(({ shown }) => shown === 1).length;
  const early = trial.people.filter(({ conversationId }) =>
    hasHurried(teams.requestsTo(conversationId), trial.realMs(retryAfterSeconds * 1_000)),
  ).length;
  const ratio = posts.length / trial.requests;
  const share = (100 * refused.length) / posts.length;
  return [
    {
      ...{ id: 'R4', did: `${people} people, 30 % of all requests refused with 429, half without Retry-After` },
      counted: `${refused.length} of ${posts.length} POSTs refused (${share.toFixed(0)} %), ${ratio.toFixed(2)} POSTs for each that it takes`,
      found: `${people - seen} lost, ${early} tried before it was time`,
      holds: seen === people && ratio <= 1.5 && early === 0 && share > 25,
    },
  ];
}

/** Exactly so many of each ten, so that a small trial is no game of chance. */
function refuseSome(random: () => number): () => Fault | undefined {
  let places: readonly boolean[] = [];
  let refused = 0;
  return () => {
    if (places.length === 0) places = placesOf(random);
    const [isRefused = false, ...rest] = places;
    places = rest;
    if (!isRefused) return undefined;
    refused += 1;
    return { kind: 'status', status: 429, ...(refused % 2 === 0 && { retryAfterSeconds }) };
  };
}

function placesOf(random: () => number): readonly boolean[] {
  const order = Array.from({ length: ten }, (_, index) => ({ index, at: random() })).sort((a, b) => a.at - b.at);
  return order.map(({ index }) => index < refusedOfTen);
}

/** Whether a POST followed a refusal sooner than Teams asked for; where it did not say, half a minute is the least too. */
function hasHurried(requests: readonly ConnectorLogEntry[], leastMs: number): boolean {
  return requests.some(({ status, atMs }, index) => {
    const next = requests[index + 1];
    return status === 429 && next !== undefined && next.atMs - atMs < leastMs;
  });
}
