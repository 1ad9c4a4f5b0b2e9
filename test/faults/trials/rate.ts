import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/core/clock.ts';
import { createAccessToken } from '../../../src/outbound/teams/access-token.ts';
import { countAnswers } from '../../../src/outbound/teams/answer-count.ts';
import { createConnector } from '../../../src/outbound/teams/connector.ts';
import { createConnectorHttp } from '../../../src/outbound/teams/connector-http.ts';
import { createTeamsMessenger } from '../../../src/outbound/teams/messenger.ts';
import { createStubConnector } from '../../../src/tools/workbench/connector/stub-connector.ts';
import { newPrefix, openTestTables } from '../../support/azurite.ts';
import { peakPerSecond } from './municipality.ts';
import type { TrialReport, TrialSize } from './trial-report.ts';

const appId = '11111111-0000-4000-8000-0000000000aa';
const tenantId = '11111111-0000-4000-8000-00000000beef';
const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const;
/** As people come, in the middle of the sending. */
const answersPerSecond = 8;

const doneSchema = z.object({
  ...{ kind: z.literal('done'), outcomes: z.record(z.string(), z.number()), seconds: z.number(), cpuMs: z.number() },
});

/** R3: two processes send as fast as the slots allow, while people write and are answered. Judged on what Teams saw. */
export async function rateTrial({ sends, answers }: TrialSize): Promise<readonly TrialReport[]> {
  const prefix = newPrefix();
  const { slots } = await openTestTables({ prefix });
  const names = Array.from({ length: sends }, (_, index) => ({ personaId: `p${index}`, name: `Kari ${index}` }));
  const teams = await createStubConnector({ appId, tenantId, people: names });
  await teams.listen();
  const chats = names.map(({ personaId }) => teams.book.personalChatOf(personaId).conversationId);
  const settings = {
    connectionString: inject('azurite'),
    prefix,
    stubUrl: teams.serviceUrl,
    appId,
    tenantId,
    paced: true,
  };
  const half = Math.ceil(sends / 2);
  const senders = [chats.slice(0, half), chats.slice(half)].map((conversations) =>
    runSender({ ...settings, conversations }),
  );
  // Answers go to people whose turn with the jobs is not now: nobody's own window is what is tried here.
  const answering = answerPeople(slots, teams.serviceUrl, chats.slice(-answers).toReversed());
  const done = await Promise.all(senders);
  await answering;
  const times = teams.log.map(({ atMs }) => atMs);
  const over = teams.log.filter(({ status }) => status === 429).length;
  await teams.close();
  const sent = done.reduce((sum, { outcomes }) => sum + (outcomes.sent ?? 0), 0);
  const seconds = Math.max(...done.map((each) => each.seconds));
  const cpuMs = done.reduce((sum, each) => sum + each.cpuMs, 0) / sends;
  const peak = peakPerSecond(times);
  return [
    {
      ...{ id: 'R3', did: `${sends} sends by two processes, ${answers} people answered meanwhile` },
      counted: `${(sends / seconds).toFixed(1)} sends a second for ${seconds.toFixed(0)} s, ${cpuMs.toFixed(1)} ms of processor each, peak ${peak} requests in a second`,
      ...{
        found: `${over} over a window, ${sends - sent} not sent`,
        holds: over === 0 && peak <= 50 && sent === sends,
      },
    },
  ];
}

export function runSender(settings: object): Promise<z.infer<typeof doneSchema>> {
  const child = fork(path.join(import.meta.dirname, 'sender.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  child.send(settings);
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const done = doneSchema.safeParse(message);
      if (done.success) resolve(done.data);
    });
    child.once('exit', (code) => reject(new Error(`a sender ended with ${code} before it was done`)));
  });
}

async function answerPeople(
  slots: Parameters<typeof countAnswers>[1]['slots'],
  stubUrl: string,
  conversations: readonly string[],
): Promise<void> {
  const http = createConnectorHttp({ serviceOrigins: [new URL(stubUrl).origin] });
  const bare = createConnector({ http, token: createAccessToken({ source: undefined, clock: systemClock }) });
  const connector = countAnswers(bare, { slots, now: systemClock.now });
  const messenger = createTeamsMessenger({
    appId,
    tenantId,
    connector,
    defaultServiceUrl: stubUrl,
    clock: systemClock,
  });
  const chat = { serviceUrl: stubUrl, tenantId, botId: `28:${appId}`, state: 'open' as const };
  for (const conversationId of conversations) {
    void messenger.send({ ...chat, conversationId }, { card, summary: 'x' });
    await setTimeout(1000 / answersPerSecond);
  }
  await connector.settled();
  http.close();
}
