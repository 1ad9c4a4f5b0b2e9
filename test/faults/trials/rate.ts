import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { systemClock } from '../../../src/core/clock.ts';
import { inParallel } from '../../../src/features/reminders/in-parallel.ts';
import type { SlotStore } from '../../../src/features/reminders/slot-store.ts';
import type { Queues } from '../../../src/outbound/azure-queue/open-queues.ts';
import { createAccessToken } from '../../../src/outbound/teams/access-token.ts';
import { countAnswers } from '../../../src/outbound/teams/answer-count.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../../src/outbound/teams/messenger.ts';
import { createStubConnector, type StubConnector } from '../../../src/tools/workbench/connector/stub-connector.ts';
import { connectionTo, newPrefix, openTestQueues, openTestTables, startAzurite } from '../../support/azurite.ts';
import { appId } from '../../support/service-environment.ts';
import { hasChatAt, personIdAt } from '../replica-rows.ts';
import { killReplica, startReplica } from '../start-replica.ts';
import { trialDay, trialStart } from '../trial-rules.ts';
import { isMessage, judgeLimits } from './limits.ts';
import { fullSize, type TrialReport, type TrialSize } from './trial-report.ts';

const tenantId = '11111111-0000-4000-8000-00000000beef';
const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const;
/** As people come, in the middle of the sending. */
const answersPerSecond = 8;
/** So many lie in the queue at most, as Azurite reads all of them at each request. */
const queued = 200;
/** Ten minutes for all 20,000, and for the chats to open. */
const leastPerSecond = fullSize.sends / 600;
/** After the last pointer went into the queue. */
const patienceMs = 5 * 60_000;
const replySummary = 'reply';
const replySchema = z.object({ summary: z.literal(replySummary) });

/**
 * R3: two workers send as fast as their slots allow, while people write and are answered. Judged by what Teams saw, and when.
 * On an Azurite that keeps its files: the one in memory answers nothing for seconds each minute, while it clears away the messages of before.
 */
export async function rateTrial(size: TrialSize): Promise<readonly TrialReport[]> {
  const location = await mkdtemp(path.join(tmpdir(), 'undring-rate-'));
  const azurite = await startAzurite({ location });
  try {
    return await sendAndAnswer(size, azurite.connectionString);
  } finally {
    await azurite.stop();
    await rm(location, { recursive: true, force: true });
  }
}

async function sendAndAnswer(size: TrialSize, connectionString: string): Promise<readonly TrialReport[]> {
  const { sends, answers } = size;
  const prefix = newPrefix();
  const storage = { prefix, connection: connectionTo(connectionString) };
  const [{ slots }, { work }] = await Promise.all([openTestTables(storage), openTestQueues(storage)]);
  const people = Array.from({ length: sends }, (_, index) => ({ personaId: personIdAt(index), name: `Kari ${index}` }));
  const teams = await createStubConnector({ appId, tenantId, people });
  await teams.listen();
  const settings = {
    ...{ connectionString, prefix, stubUrl: teams.serviceUrl, startMs: trialStart.getTime() },
    // Their clock is ours: nothing here is put off, and Teams counts in real time.
    ...{ speed: 1, peopleInMemory: sends, connector: { appId, tenantId, deadlineMs: 10_000 } },
  };
  const workers = await Promise.all([startReplica(settings), startReplica(settings)]);
  const replies = { begun: 0 };
  const answering = answerPeople(teams, slots, answers, replies);
  const requests = sends + newAmong(sends);
  const done = () => teams.log.length - replies.begun;
  await feed(work, sends, () => (done() * sends) / requests);
  const until = Date.now() + patienceMs;
  while (done() < requests && Date.now() < until) await setTimeout(500);
  await answering;
  await Promise.all(workers.map((worker) => killReplica(worker)));
  await teams.close();
  return [judge(size, teams)];
}

function judge({ sends, answers }: TrialSize, teams: StubConnector): TrialReport {
  const { peak, over } = judgeLimits(teams.log);
  const refused = teams.log.filter(({ status }) => status !== 201).length;
  const requests = jobRequests(teams);
  const posts = requests.filter(isMessage);
  const opened = requests.length - posts.length;
  const told = new Set(posts.map(({ conversationId }) => conversationId)).size;
  const replies = teams.log.length - requests.length;
  const times = requests.map(({ atMs }) => atMs);
  const seconds = (Math.max(...times) - Math.min(...times)) / 1_000;
  const perSecond = requests.length / seconds;
  const isFast = sends < fullSize.sends || sends / seconds >= leastPerSecond;
  const again = posts.length - told + opened - newAmong(sends);
  return {
    ...{
      id: 'R3',
      did: `${sends} sends by two whole workers, ${opened} of them to people without a chat, ${replies} people answered meanwhile`,
    },
    counted: `${perSecond.toFixed(1)} requests a second for ${seconds.toFixed(0)} s, peak ${peak} in any second`,
    found: `${over} over a window by their times, ${refused} refused, ${sends - told} not sent, ${again} sent or opened again${isFast ? '' : ', too slow'}`,
    holds: over + refused === 0 && told === sends && again === 0 && replies === answers && isFast,
  };
}

const newAmong = (sends: number): number =>
  Array.from({ length: sends }, (_, index) => hasChatAt(index)).filter((hasChat) => !hasChat).length;

/** What is no reply. */
const jobRequests = ({ log }: StubConnector): StubConnector['log'] =>
  log.filter(({ body }) => !replySchema.safeParse(body).success);

/** Keeps the queue full. */
async function feed(queue: Queues['work'], sends: number, done: () => number): Promise<void> {
  const next = Array.from({ length: sends }, (_, index) => index);
  await inParallel(next, 4, async (index) => {
    while (index - done() >= queued) await setTimeout(20);
    await queue.send({ kind: 'reminder', personId: personIdAt(index), dueOn: trialDay });
  });
}

/** As the bot does it: at once, over the connector that counts. To people all through the list, whose turn with the jobs may be now. */
async function answerPeople(teams: StubConnector, slots: SlotStore, answers: number, replies: { begun: number }) {
  const http = createConnectorHttp({ serviceOrigins: [new URL(teams.serviceUrl).origin] });
  const bare = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
  const connector = countAnswers(bare, { slots, now: systemClock.now });
  const target = { appId, tenantId, connector, defaultServiceUrl: teams.serviceUrl, clock: systemClock };
  const messenger = createTeamsMessenger(target);
  const chat = { serviceUrl: teams.serviceUrl, tenantId, botId: `28:${appId}`, state: 'open' as const };
  const step = teams.people.length / answers;
  const sending: Promise<unknown>[] = [];
  for (let index = 0; index < answers; index += 1) {
    const { conversationId } = teams.book.personalChatOf(personIdAt(Math.floor(index * step)));
    replies.begun += 1;
    sending.push(messenger.send({ ...chat, conversationId }, { card, summary: replySummary }));
    await setTimeout(1000 / answersPerSecond);
  }
  await Promise.all(sending);
  await connector.settled();
  http.close();
}
