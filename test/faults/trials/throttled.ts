import { setTimeout } from 'node:timers/promises';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { throttledPlans } from './fault-plans.ts';
import { setUpTrial } from './municipality.ts';
import type { TrialReport } from './trial-report.ts';
import { startWorker, stopWorkers, waitForEndings } from './workers.ts';

/** R4: nearly every third message is refused with 429, half of them without Retry-After. */
export async function throttledTrial(people: number, random: () => number): Promise<readonly TrialReport[]> {
  const counts = { nudge: people, deadline: 0, digest: 0 };
  const trial = await setUpTrial({ counts, random, plans: throttledPlans });
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  const posts = trial.teams.log.filter(({ method }) => method === 'POST').length;
  await trial.teams.close();
  const sent = [...endings.values()].filter(({ state }) => state === 'sent').length;
  const refused = trial.people.filter(({ fault }) => fault !== undefined).length;
  const ratio = posts / people;
  return [
    {
      ...{ id: 'R4', did: `${people} people, 30 % refused with 429, half without Retry-After` },
      ...{ counted: `${refused} refused, ${posts} POSTs, ${ratio.toFixed(2)} for each person` },
      ...{ found: `${people - sent} lost`, holds: sent === people && ratio <= 1.5 },
    },
  ];
}

/** Credentials that run out in the middle: Teams knows us no longer, until somebody renews them. */
export async function credentialTrial(people: number, random: () => number): Promise<readonly TrialReport[]> {
  const trial = await setUpTrial({ counts: { nudge: people, deadline: 0, digest: 0 }, random });
  const { teams, tables } = trial;
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const sentBefore = Math.floor(people / 3);
  while (teams.log.length < sentBefore) await setTimeout(5);
  teams.script({ kind: 'status', status: 401, code: 'BotNotRegistered', times: Number.POSITIVE_INFINITY });
  await setTimeout(4_000);
  const refused = teams.log.filter(({ status }) => status === 401).length;
  teams.clearScript();
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  await teams.close();
  const sent = [...endings.values()].filter(({ state, shown }) => state === 'sent' && shown === 1).length;
  const chats = await Promise.all(trial.people.map(({ personId }) => tables.people.get(personId, conversationRow)));
  const blocked = chats.filter((chat) => chat?.value.state !== 'open').length;
  return [
    {
      ...{
        id: '401',
        did: `credentials run out after ${sentBefore} of ${people}, and are renewed four minutes of the workers later`,
      },
      counted: `${refused} POSTs refused with 401 by two workers`,
      ...{
        found: `${blocked} people marked unreachable, ${people - sent} not sent`,
        holds: blocked === 0 && sent === people,
      },
    },
  ];
}

/** R2b: the queue delivers each message three times, to two workers at once. */
export async function deliveryTrial(people: number, random: () => number): Promise<readonly TrialReport[]> {
  const trial = await setUpTrial({ counts: { nudge: people, deadline: 0, digest: 0 }, random, deliveries: 3 });
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  await trial.teams.close();
  const doubled = [...endings.values()].filter(({ posts }) => posts > 1).length;
  return [
    {
      ...{ id: 'R2b', did: `${people} people, each queue message delivered three times to two workers` },
      ...{ counted: `${trial.teams.log.length} POSTs, ${endings.size} people accounted for` },
      ...{ found: `${doubled} posted to twice`, holds: doubled === 0 && endings.size === people },
    },
  ];
}
