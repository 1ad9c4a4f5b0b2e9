import type { ChildProcess } from 'node:child_process';
import { inject } from 'vitest';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { inParallel } from '../../../src/features/reminders/in-parallel.ts';
import { type Ledger, mayResend } from '../../../src/features/reminders/ledger.ts';
import { dayRow, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import type { TableStores } from '../../../src/outbound/azure-tables/open-tables.ts';
import { createStubConnector, type StubConnector } from '../../../src/tools/workbench/connector/stub-connector.ts';
import { newPrefix, openTestTables } from '../../support/azurite.ts';
import { appId } from '../../support/service-environment.ts';
import { startReplica } from '../start-replica.ts';
import { trialDay, trialPeriod, trialRules, trialStart } from '../trial-rules.ts';
import type { FaultPlan } from './fault-plans.ts';

const tenantId = '11111111-0000-4000-8000-00000000beef';

export type TrialClass = 'nudge' | 'deadline' | 'digest';
/** `hasChat`: nobody else has one yet, so that it is opened first, which is a request of its own. */
export type TrialPerson = {
  personId: string;
  class: TrialClass;
  conversationId: string;
  hasChat: boolean;
  fault?: FaultPlan;
};
export type Trial = {
  people: readonly TrialPerson[];
  tables: TableStores;
  teams: StubConnector;
  /** How many it takes where nothing goes wrong: a POST each, and chats to open. */
  requests: number;
  /** Starts a worker process. */
  startReplica(): Promise<ChildProcess>;
  /** Of the replicas' clock, in ours. */
  realMs(theirMs: number): number;
};

/** How much faster than ours the replicas' clock runs: three minutes of ours are two hours of theirs. The rate windows stay in real time. */
const speed = 40;
/** Shorter than the ten seconds of the real thing, and than the two minutes of theirs after which it is called a crash; longer than a busy machine stalls. */
const shortDeadlineMs = 2_500;

/** One in so many has no chat yet. */
const newEach = 3;

export type TrialOptions = {
  counts: Record<TrialClass, number>;
  /** What goes wrong for this one of the class; nothing, if not said. */
  faultFor?: (kind: TrialClass, index: number) => FaultPlan | undefined;
  /** How many times the queue delivers each message. */
  deliveries?: number;
  /** How the workers reach storage; straight, if not said. */
  connectionString?: string;
  /** The workers' patience with Teams; if not said, shorter than the real one, as all other times are. */
  deadlineMs?: number;
  /** Where the workers ask for the bot's token; they send none, if not said. */
  tokenUrl?: string;
};

/** People on real storage with something due, the stub Connector with faults for some of them, and a way to start workers. */
export async function setUpTrial(options: TrialOptions): Promise<Trial> {
  const { counts, faultFor = () => undefined, deliveries = 1, connectionString = inject('azurite') } = options;
  const prefix = newPrefix();
  const tables = await openTestTables({ prefix });
  const order = (Object.keys(counts) as TrialClass[]).flatMap((name, place) =>
    Array.from({ length: counts[name] }, (_, index) => ({
      // Another third in each class, so that it is not always the same faults that they meet.
      ...{ personId: `${name}-${index}`, class: name, hasChat: (index + place) % newEach !== 0 },
      fault: faultFor(name, index),
    })),
  );
  const personas = order.map(({ personId }) => ({ personaId: personId, name: `Kari ${personId}` }));
  const teams = await createStubConnector({ appId, tenantId, people: personas });
  await teams.listen();
  const people = order.map((each): TrialPerson => {
    const { conversationId } = teams.book.personalChatOf(each.personId);
    return { ...each, conversationId };
  });
  for (const { conversationId, fault } of people) {
    const path = new RegExp(`${encodeURIComponent(conversationId)}/activities`);
    for (const each of fault?.faults ?? []) teams.script({ ...each, method: 'POST', path });
  }
  await inParallel(people, 16, (person) => hire(tables, teams, person));
  const realStartMs = Date.now();
  const settings = {
    ...{ connectionString, deliveries, prefix, stubUrl: teams.serviceUrl, startMs: trialStart.getTime() },
    ...{
      speed,
      realStartMs,
      leastTickMs: 5_000,
      connector: { appId, tenantId, deadlineMs: options.deadlineMs ?? shortDeadlineMs },
    },
    tokenUrl: options.tokenUrl,
  };
  return {
    ...{ people, tables, teams },
    requests: people.length + people.filter(({ hasChat }) => !hasChat).length,
    startReplica: () => startReplica(settings),
    realMs: (theirMs) => theirMs / speed,
  };
}

async function hire(tables: TableStores, teams: StubConnector, trialPerson: TrialPerson) {
  const { personId, class: kind, conversationId, hasChat } = trialPerson;
  const persona = teams.book.person(personId);
  const person: Person = {
    ...{ personId, displayName: persona.name, givenName: persona.givenName, unitId: 'skolen', sector: 'school' },
    ...{ roles: ['employee'], employedOn: kind === 'nudge' ? '2026-11-23' : '2026-11-08', leads: [] },
    aadObjectId: persona.aadObjectId,
  };
  const { serviceUrl, botId } = teams;
  const chat = { conversationId, serviceUrl, tenantId, botId, state: 'open' as const };
  const address = hasChat ? [createRow(conversationRow, chat)] : [];
  await tables.people.commit({ personId, writes: [createRow(profileRow, person), ...address] });
  if (kind === 'digest') return void (await tables.units.createLeader(personId, 'skolen'));
  const needs = { people: tables.people, due: tables.dues };
  await scheduleReminders(needs, person, trialRules, new Date('2026-11-23T08:00:00Z'));
}

/** How it ended for one person, by our ledger and by what Teams saw. `undefined`: not yet. */
export type Ending = {
  state: 'sent' | 'rejected' | 'uncertain' | 'parked';
  posts: number;
  doubtful: number;
  shown: number;
  /** POSTs that may have arrived, as the ledger has it. */
  attempts: number;
};

/** Reads one person's ledger, and what Teams saw. */
export async function readEnding({ tables, teams }: Trial, person: TrialPerson): Promise<Ending | undefined> {
  const { personId } = person;
  const isDigest = person.class === 'digest';
  const ledger = await tables.people.get(personId, isDigest ? digestRow : dayRow, isDigest ? trialPeriod : trialDay);
  const state = ledger && finalState(ledger.value);
  if (!ledger || !state) return undefined;
  const reminders = isDigest ? [] : await toArray(tables.people.list(personId, reminderRow));
  const isOpen = reminders.some(
    ({ value }) => value.state === 'planned' && value.dueAt.toISOString() < `${trialDay}T23`,
  );
  if (isOpen) return undefined;
  const posts = teams.requestsTo(person.conversationId).filter(({ method }) => method === 'POST');
  return {
    ...{ state, posts: posts.length, shown: teams.messagesTo(personId).length, attempts: ledger.value.attempts },
    // What may have arrived: taken, or nobody knows. A refusal surely did not.
    doubtful: posts.filter(
      ({ status }) => status === undefined || status < 400 || status === 500 || status === 502 || status === 504,
    ).length,
  };
}

function finalState(ledger: Ledger): Ending['state'] | undefined {
  if (ledger.state === 'uncertain') return mayResend(ledger) ? undefined : 'uncertain';
  return ledger.state === 'sent' || ledger.state === 'rejected' || ledger.state === 'parked' ? ledger.state : undefined;
}
