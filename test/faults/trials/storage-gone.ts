import { inject } from 'vitest';
import { toArray } from '../../../src/features/people/person-store.ts';
import type { Reply } from '../../../src/inbound/bot/action.ts';
import { wordsOf } from '../../support/drive.ts';
import { type FaultProxy, portIn, startFaultProxy, throughProxy } from '../../support/fault-proxy.ts';
import { startTown, type Town } from './town.ts';
import type { TrialReport } from './trial-report.ts';

/** Thursday morning, on the day of the first reminder. */
const thursday = new Date('2026-11-26T07:58:00Z');
const mostMs = 2_000;
/** In minutes: how long storage refuses, and then takes requests and never answers. */
const [refusing, hanging] = [6, 4];

type Person = Town['people'][number];
/** What people do meanwhile, and a word that the answer must hold. */
const questions: readonly {
  name: string;
  ask(town: Town, person: Person): Promise<Reply | undefined>;
  wanted: string;
}[] = [
  { name: 'guide', wanted: '112', ask: (town, person) => town.says(person, 'jeg er bekymret for et barn') },
  { name: 'modules', wanted: 'får ikke tak i', ask: (town, person) => town.says(person, 'moduler') },
  { name: 'press', wanted: 'får ikke tak i', ask: (town, person) => town.presses(person, 'reminder.snooze', {}) },
];

/** R6: storage is gone for ten minutes while everybody has something due. The service has its own patience with it: nothing else may run beside it in this process. */
export async function storageTrial(people: number): Promise<readonly TrialReport[]> {
  const tables = await startFaultProxy(portIn(inject('azurite'), 'Table'));
  const queues = await startFaultProxy(portIn(inject('azurite'), 'Queue'));
  const proxies = [tables, queues];
  const through = (text: string) => throughProxy(text, { tables, queues });
  const town = await startTown({ people, startsAt: thursday, employedOn: '2026-11-23', through });
  const answers: Answer[] = [];
  await Promise.all(proxies.map((proxy) => proxy.refuse()));
  for (let minute = 0; minute < refusing; minute += 1) answers.push(...(await liveThrough(town, minute)));
  await Promise.all(proxies.map(startHanging));
  for (let minute = 0; minute < hanging; minute += 1) answers.push(...(await liveThrough(town, refusing + minute)));
  const during = town.posts.length;
  for (const proxy of proxies) proxy.always('pass');
  await town.minute();
  await town.minute();
  const queuedAfterTwo = await countQueued(town);
  for (let minute = 0; minute < 60 && town.posts.length < people; minute += 1) await town.minute();
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  const told = new Set(town.posts.map(({ personId }) => personId)).size;
  const slow = answers.filter(({ ms }) => ms > mostMs).length;
  const wrong = answers.filter(({ isRight }) => !isRight).length;
  const slowest = questions.map(
    ({ name }) => `${name} ${Math.max(...answers.filter((each) => each.name === name).map(({ ms }) => ms)).toFixed(0)}`,
  );
  return [
    {
      id: 'R6',
      did: `storage gone for ten minutes (${refusing} refusing, ${hanging} never answering), ${people} people due, ${answers.length} questions meanwhile`,
      counted: `slowest answers in ms: ${slowest.join(', ')}; ${during} sent during it, ${queuedAfterTwo} not queued after two ticks`,
      found: `${slow} answers after more than two seconds, ${wrong} not polite, ${people - told} lost, ${town.posts.length - told} doubled`,
      holds:
        slow === 0 &&
        wrong === 0 &&
        queuedAfterTwo === 0 &&
        told === people &&
        town.posts.length === told &&
        during === 0,
    },
  ];
}

type Answer = { name: string; ms: number; isRight: boolean };

/** A minute in which the jobs try, and people ask. */
async function liveThrough(town: Town, minute: number): Promise<readonly Answer[]> {
  const jobs = town.minute();
  const answers: Answer[] = [];
  const [person] = town.people.slice(minute % town.people.length);
  if (!person) throw new Error('nobody lives in this town');
  for (const { name, ask, wanted } of questions) {
    const begun = performance.now();
    const reply = await ask(town, person);
    const ms = performance.now() - begun;
    answers.push({ name, ms, isRight: reply !== undefined && wordsOf(reply.message).includes(wanted) });
  }
  await jobs;
  return answers;
}

async function startHanging(proxy: FaultProxy): Promise<void> {
  proxy.always('hang');
  await proxy.accept();
}

/** People with something due that nobody has put into the queue, and that is not sent either. */
async function countQueued(town: Town): Promise<number> {
  const due = await toArray(town.stores.dues.list('2026-11-12', '2026-11-26'));
  return due.filter(({ queuedAt }) => queuedAt === undefined).length;
}
