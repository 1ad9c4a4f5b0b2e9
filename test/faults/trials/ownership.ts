import { inject } from 'vitest';
import type { Person } from '../../../src/features/people/person.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { portIn, startFaultProxy, throughProxy } from '../../support/fault-proxy.ts';
import { setUpTrial } from './municipality.ts';
import { startTown, type Town } from './town.ts';
import type { TrialReport } from './trial-report.ts';
import { startWorker, stopWorkers, waitForEndings } from './workers.ts';

/** One in so many answers to a write never comes back. */
const lostShare = 0.1;
/** Where all three answers to the write before the POST are lost, nobody posts: one in a thousand. So many at most, that chance fails no trial. */
const idleShare = 0.01;

/** R11: storage does what it is asked, and the answer is lost on the way, for one in ten writes of tables and queue. */
export async function lostAnswersTrial(people: number, random: () => number): Promise<readonly TrialReport[]> {
  const tables = await startFaultProxy(portIn(inject('azurite'), 'Table'));
  const queues = await startFaultProxy(portIn(inject('azurite'), 'Queue'));
  for (const proxy of [tables, queues]) {
    proxy.next('drop-response', {
      times: Number.POSITIVE_INFINITY,
      matching: ({ method }) => method !== 'GET' && random() < lostShare,
    });
  }
  const connectionString = throughProxy(inject('azurite'), { tables, queues });
  const counts = { nudge: people, deadline: 0, digest: 0 };
  const trial = await setUpTrial({ counts, connectionString });
  const workers = await Promise.all([startWorker(trial), startWorker(trial)]);
  const endings = await waitForEndings(trial);
  await stopWorkers(workers);
  const lost = [...tables.seen, ...queues.seen].filter(({ fault }) => fault === 'drop-response').length;
  await Promise.all([tables.stop(), queues.stop(), trial.teams.close()]);
  const all = [...endings.values()];
  const doubled = all.filter(({ posts }) => posts > 1).length;
  const idle = all.filter(({ state, posts }) => state === 'uncertain' && posts === 0).length;
  const mostIdle = Math.ceil(people * idleShare);
  const untrue = all.filter(({ state, shown }) => (state === 'sent' ? shown !== 1 : state !== 'uncertain')).length;
  return [
    {
      ...{ id: 'R11', did: `${people} people due, two workers, one answer of storage in ten lost` },
      counted: `${lost} answers lost, ${all.filter(({ state }) => state === 'sent').length} sent, the others uncertain`,
      found: `${doubled} posted to twice, ${untrue} ledgers untrue, ${people - all.length} unaccounted, ${idle} uncertain without a POST (${mostIdle} may)`,
      holds: doubled + untrue === 0 && idle <= mostIdle && all.length === people && lost > 0,
    },
  ];
}

/** R10: the same press four times at once. That every press that changes something does it once is shown by the journeys, press by press. */
export async function pressTrial(people: number): Promise<readonly TrialReport[]> {
  const startsAt = new Date('2026-11-26T07:59:00Z');
  const town = await startTown({ people, startsAt, employedOn: '2026-11-23', requestTimeoutMs: 10_000 });
  for (let minute = 0; minute < 6 && town.posts.length < people; minute += 1) await town.minute();
  const once = town.people.length * 3;
  for (const person of town.people) {
    // Where storage was too slow for an answer nothing may have happened, and the person presses again.
    for (let tries = 0; tries < 5 && (await countSnoozes(town, person)) === 0; tries += 1) {
      await Promise.all([1, 2, 3, 4].map(() => town.presses(person, 'reminder.snooze', {})));
    }
  }
  const counts = await Promise.all(town.people.map((person) => countSnoozes(town, person)));
  const snoozes = counts.reduce((sum, each) => sum + each, 0);
  return [
    {
      ...{ id: 'R10', did: `"Minn meg i morgen" pressed four times at once by ${people} people` },
      counted: `${snoozes} reminders of three modules each`,
      ...{ found: `${snoozes - once} too many or too few`, holds: snoozes === once },
    },
  ];
}

async function countSnoozes({ stores }: Town, { personId }: Person): Promise<number> {
  const rows = await toArray(stores.people.list(personId, reminderRow));
  return rows.filter(({ value }) => value.origin === 'snooze').length;
}

const nonsense = 5;

/** R13: messages that are nothing, and people whose rows cannot be read, in the middle of the others. */
export async function poisonTrial(people: number): Promise<readonly TrialReport[]> {
  const startsAt = new Date('2026-11-26T07:59:00Z');
  const town = await startTown({ people, startsAt, employedOn: '2026-11-23', requestTimeoutMs: 10_000, hides: false });
  const broken = town.people.slice(0, 3);
  for (const { personId } of broken) {
    const etag = (await town.stores.people.get(personId, profileRow))?.etag ?? '';
    const writes = [{ op: 'replace' as const, kind: profileRow.kind, key: '', value: { personId }, etag }];
    await town.stores.people.commit({ personId, writes });
  }
  // No pointer of ours: a person without an id.
  for (let index = 0; index < nonsense; index += 1)
    await town.queue.send({ kind: 'reminder', personId: '', dueOn: '' });
  for (let minute = 0; minute < 12; minute += 1) await town.minute();
  const parked = town.events.filter(({ event }) => event === 'message-parked').length;
  const told = new Set(town.posts.map(({ personId }) => personId)).size;
  const left = await town.queue.count();
  const wanted = people - broken.length;
  return [
    {
      ...{
        id: 'R13',
        did: `${nonsense} messages that are nothing, and ${broken.length} of ${people} people whose rows cannot be read`,
      },
      counted: `${parked} parked, ${told} people sent to, ${left} messages left in the queue`,
      found: `${wanted - told} of the others held up`,
      holds: parked === broken.length + nonsense && told === wanted && left === 0,
    },
  ];
}
