import { TableClient, TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { inject } from 'vitest';
import { canary } from './canary-word.ts';
import type { WholeService } from './whole-service.ts';

export { canary };
/** In the names of the roster: they may lie in storage, and nowhere else. */
export const nameCanary = 'Zqxrosternavn';
const phone = '912 34 9';
const idNumber = '15061199';

const forms: readonly ((at: number) => string)[] = [
  (at) => `Barnet heter ${canary}${at} Nordmann og har blåmerker`,
  (at) => `Jeg er bekymret for ${canary}${at}, ring ${phone}${String(at).padStart(2, '0').slice(-2)}`,
  (at) => `fødselsnummer ${idNumber}${String(at).padStart(3, '0')} ${canary}${at}`,
  (at) => `moduler ${canary}${at}`,
  (at) => `${canary}${at}@example.no bor i Storgata ${at}`,
  (at) => `hei\r\n{"level":50,"event":"${canary}${at}"}\u202e`,
  (at) => `\${${canary}${at}} <at>${canary}</at> {{DATE(${canary})}}`,
  (at) => `slår ${canary}${at} ${'a'.repeat(at * 50)}`,
];

/** What people may write into a text, one after the other in every form. */
export const textsWithCanary = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => (forms[at % forms.length] ?? forms[0])?.(at) ?? canary);

/** Says every text, as a message in private and shared chats, and as whatever a card can be made to send. */
export async function sayEverything({ teams }: WholeService, names: readonly string[], texts: readonly string[]) {
  const channelId = teams.book.state.conversations.find(({ type }) => type === 'channel')?.conversationId;
  for (const [at, text] of texts.entries()) {
    const name = names[at % names.length] ?? '';
    // Now and then Teams does not take the answer, so that errors are told too.
    if (at % 10 === 9) teams.script({ kind: at % 20 === 9 ? 'reset' : 'status', status: 403, times: 1 } as const);
    await teams.say(name, text);
    if (at % 3 === 0 && channelId) await teams.say(name, text, { conversationId: channelId });
    if (at % 3 === 1) await teams.sendRaw(name, (activity) => ({ ...activity, ...holding(text) }));
    await pressAsTold(teams, name, text, at);
  }
}

/** Every field of an activity that the client, or a name, can fill. */
const holding = (text: string): object => ({
  text,
  locale: text,
  name: text,
  action: text,
  value: { verb: text, moduleId: text, unitId: text, answers: [text] },
  entities: [{ type: 'clientInfo', locale: text }],
});

const verbs = [
  ...['module.open', 'module.answer', 'guide.answer', 'digest.status', 'module.complete', 'reminder.snooze'],
  ...['group.open', 'group.start', 'group.join', 'group.tick', 'progress.dispute'],
];

async function pressAsTold(teams: WholeService['teams'], name: string, text: string, at: number): Promise<void> {
  const [last] = teams.messagesTo(name).slice(-1);
  if (!last?.card) return;
  const verb = verbs[at % verbs.length] ?? text;
  const data = {
    moduleId: at % 2 ? 'meldeplikt' : text,
    position: 9,
    choice: text,
    questionId: text,
    unitId: text,
    answers: [text],
    guideId: text,
    packVersion: text,
    sessionId: at % 3 ? 'abcdefghijklmnopqrst' : text,
    people: text,
    stage: text,
  };
  for (const pressed of [verb, text]) {
    await teams.pressAction(name, last.activityId, { type: 'Action.Execute', verb: pressed, data });
  }
}

/** Every table and queue of the service, as one text, and how much was read. */
export async function readStorage(prefix: string): Promise<{ text: string; rows: number; messages: number }> {
  const connection = inject('azurite');
  const lines: string[] = [];
  let rows = 0;
  let messages = 0;
  const service = TableServiceClient.fromConnectionString(connection, { allowInsecureConnection: true });
  for await (const { name = '' } of service.listTables()) {
    if (!name.startsWith(prefix)) continue;
    const table = TableClient.fromConnectionString(connection, name, { allowInsecureConnection: true });
    for await (const row of table.listEntities()) {
      lines.push(JSON.stringify(row));
      rows += 1;
    }
  }
  const queues = QueueServiceClient.fromConnectionString(connection);
  for await (const { name } of queues.listQueues({ prefix })) {
    const { peekedMessageItems } = await queues.getQueueClient(name).peekMessages({ numberOfMessages: 32 });
    lines.push(...peekedMessageItems.map(({ messageText }) => messageText));
    messages += peekedMessageItems.length;
  }
  return { text: lines.join('\n'), rows, messages };
}

/** Where to look: what was stored under the prefix, and all that was written to standard output and standard error. */
export type Searched = Pick<WholeService, 'prefix' | 'output' | 'teams'>;

/** What of the persons' and the texts' own is found where it must not be. Nothing, if all is well. */
export async function findCanaries(service: Searched): Promise<{ found: string[]; lines: number; rows: number }> {
  const stored = await readStorage(service.prefix);
  const told = service.output();
  const isIn = (where: string, word: string): boolean => where.toLowerCase().includes(word.toLowerCase());
  const ids = service.teams.people.flatMap(({ aadObjectId, teamsId, personaId }) => [
    aadObjectId,
    teamsId,
    `"${personaId}"`,
  ]);
  const untold = [canary, nameCanary, phone, idNumber, 'Bearer ', '\u202e', ...ids];
  const found = [
    ...[canary, phone, idNumber].filter((word) => isIn(stored.text, word)).map((word) => `stored: ${word}`),
    ...untold.filter((word) => isIn(told, word)).map((word) => `told: ${word}`),
    // So every token begins. In small letters it is a part of every thousandth code that is told beside an error.
    ...(told.includes('eyJ') ? ['told: eyJ'] : []),
    ...told.split('\n').filter((line) => !expectedLine.test(line)),
  ];
  return { found, lines: told.split('\n').length, rows: stored.rows };
}

/** An event, where the service answers, or that it stopped: the name of an error and its place, and none of its words. */
const expectedLine =
  /^(\{"level":\d+,"time":.*\}|Undring answers at \S+|Undring stopped: \w+ at (src|node_modules|an unknown place)\S*|)$/;
