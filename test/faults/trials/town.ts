import { inject } from 'vitest';
import { compose, type Service } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { aadKey } from '../../../src/features/people/person-key-store.ts';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { inParallel } from '../../../src/features/reminders/in-parallel.ts';
import type { Messenger } from '../../../src/features/reminders/messenger.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { registerPerson } from '../../../src/features/use-cases/register-person.ts';
import type { Reply } from '../../../src/inbound/bot/action.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { openQueues, type Queues } from '../../../src/outbound/azure-queue/open-queues.ts';
import { openTables, type TableStores } from '../../../src/outbound/azure-tables/open-tables.ts';
import { executeActivity, messageActivity, tenantId } from '../../inbound/bot/activities.ts';
import { connectionTo, newPrefix } from '../../support/azurite.ts';
import { hidingBy } from '../../support/hiding-by.ts';
import { aPerson } from '../../support/person-builder.ts';

export type Town = {
  service: Service;
  people: readonly Person[];
  prefix: string;
  /** Straight to storage, whatever stands between it and the service. */
  stores: TableStores;
  queue: Queues['work'];
  events: readonly TelemetryEvent[];
  /** To whom the jobs posted, when by the town's clock, and what: what Teams shows of it in the list of chats. */
  posts: { personId: string; at: Date; summary: string }[];
  goTo(at: Date): void;
  now(): Date;
  /** One minute's tick, and all that is queued. A throw of the tick is `false`: storage is away. */
  minute(): Promise<boolean>;
  says(person: Person, text: string): Promise<Reply | undefined>;
  presses(person: Person, verb: string, data: unknown): Promise<Reply | undefined>;
};

export type TownOptions = {
  people: number;
  startsAt: Date;
  employedOn: Person['employedOn'];
  /** What is put off comes back at once, for a trial of how often and not of when. */
  hides?: false;
  /** Whether the worker dies of what it has just posted: what it did until then stays. */
  diesOn?: (at: Date) => boolean;
  /** Everybody leads this unit, beside the own modules. */
  leads?: 'solbakken';
  /** So many of them are coordinators too, who answer for the texts that nobody else does. */
  coordinators?: number;
  /** What stands between the service and storage. */
  through?: (connectionString: string) => string;
  /** Longer than a busy machine stalls; the service's own where its patience is what is tried. */
  requestTimeoutMs?: number;
};

/** The whole service in this process on real storage, with the real content, a clock that is moved, and a Teams that only counts. */
export async function startTown(options: TownOptions): Promise<Town> {
  const {
    people: size,
    startsAt,
    employedOn,
    through = (same) => same,
    requestTimeoutMs,
    leads,
    coordinators = 0,
    hides = true,
    diesOn = () => false,
  } = options;
  let now = startsAt;
  const prefix = newPrefix();
  const events: TelemetryEvent[] = [];
  const posts: Town['posts'] = [];
  const messenger: Messenger = {
    async send({ conversationId }, { summary }) {
      posts.push({ personId: conversationId, at: now, summary });
      if (diesOn(now)) throw new Error('the process died');
      return { outcome: 'sent', activityId: `a${posts.length}` };
    },
    update: async (_to, activityId) => ({ outcome: 'sent', activityId }),
    open: async () => ({ outcome: 'rejected', reason: 'ForbiddenOperationException', isUnreachable: true }),
  };
  const straight = { connection: connectionTo(), prefix, requestTimeoutMs: 10_000 };
  const stores = await openTables(straight);
  const between = {
    connection: connectionTo(through(inject('azurite'))),
    prefix,
    ...(requestTimeoutMs && { requestTimeoutMs }),
  };
  const [ownTables, ownQueues] = await Promise.all([openTables(between), openQueues(between)]);
  const queue = hidingBy(ownQueues.work, () => now, hides);
  const service = await compose(readConfig({ ...environment, UNDRING_STORAGE_PREFIX: prefix }), {
    ...{ clock: { now: () => now }, messenger, stores: ownTables, queues: { work: queue } },
    telemetry: { record: (event) => void events.push(event) },
  });
  const { catalogue, calendar, reminderPolicy } = service.pack;
  const rules = { catalogue, calendar, policy: reminderPolicy };
  const people = Array.from({ length: size }, (_, index) =>
    aPerson(`p${index}`, {
      roles: [
        'employee',
        ...(leads ? ['leader' as const] : []),
        ...(index < coordinators ? ['coordinator' as const] : []),
      ],
      ...(leads && { leads: [leads] }),
      employedOn,
      aadObjectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    }),
  );
  const schedule = async (person: Person, at: Date) =>
    void (await scheduleReminders({ people: stores.people, due: stores.dues }, person, rules, at));
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await inParallel(people, 8, async (person) => {
    const needs = { ...stores, scheduleReminders: schedule };
    await registerPerson(needs, person, [aadKey(person.aadObjectId ?? '')], now);
    const { personId } = person;
    const chat = {
      conversationId: personId,
      serviceUrl: 'http://127.0.0.1:9/',
      tenantId,
      botId: '28:b',
      state: 'open' as const,
    };
    await stores.people.commit({ personId, writes: [createRow(conversationRow, chat)] });
  });
  const asked = (person: Person, activity: (more: object) => Record<string, unknown>) => {
    const turn = readTurn(
      activity({
        from: { id: `29:${person.personId}`, aadObjectId: person.aadObjectId, name: person.displayName },
        conversation: { id: person.personId, conversationType: 'personal', tenantId },
      }),
    );
    if (!turn) throw new Error('the activity of this trial has no shape that the bot reads');
    return service.answer(turn);
  };
  return {
    ...{ service, people, prefix, stores, events, posts, queue, now: () => now },
    goTo(at) {
      now = at;
    },
    async minute() {
      now = new Date(now.getTime() + 60_000);
      try {
        await queue.bringBack();
        await service.jobs.runTick(now);
        await service.jobs.drain();
        return true;
      } catch {
        return false;
      }
    },
    says: (person, text) => asked(person, (more) => messageActivity(text, more)),
    presses: (person, verb, data) => asked(person, (more) => executeActivity(verb, data, more)),
  };
}

const environment = {
  UNDRING_APP_ID: '11111111-0000-4000-8000-0000000000aa',
  UNDRING_TENANT_ID: tenantId,
  UNDRING_CREDENTIALS: 'none',
  UNDRING_SERVICE_HOSTS: 'http://127.0.0.1:9',
  UNDRING_DEFAULT_SERVICE_URL: 'http://127.0.0.1:9/',
  UNDRING_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  UNDRING_LOG_LEVEL: 'silent',
};
