import { QueueServiceClient } from '@azure/storage-queue';
import { inject } from 'vitest';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { commandPhrases, loneWords, wholeCommands } from '../../src/inbound/bot/intent-words.ts';
import { fileActivity } from '../inbound/bot/activities.ts';
import { verbInputs } from '../support/verb-inputs.ts';
import { canary, nameCanary, textsWithCanary } from './canaries.ts';
import { type FullRun, outsiders, staff } from './full-run.ts';

const everybody = [...staff, ...outsiders];
const local = (day: string, time: string): Date => new Date(`${day}T${time}:00+01:00`);

/** All kinds of work, one after the other, from the first night to three weeks later, with the canary in all that people can fill. */
export async function doAllWork(run: FullRun): Promise<void> {
  const { goOnTo, graph } = run;
  await goOnTo(local('2026-11-23', '03:30'));
  for (const name of everybody) await run.teams.install(name);
  await goOnTo(local('2026-11-23', '09:00'));
  await writeIntents(run);
  await pressVerbs(run);
  await learnBefore(run);
  await meet(run);
  await exchangeFiles(run);
  await spoilQueue(run);
  // The list of the second night does not come, and of the third it is half.
  graph.meets({ status: 403 }, 'half-json', 'reset');
  await goOnTo(local('2026-11-24', '12:00'));
  await meetRefusals(run);
  await loseStorage(run);
  await goOnTo(local('2026-12-14', '12:00'));
  for (const name of ['kari', 'olav']) await run.teams.uninstall(name);
  await goOnTo(local('2026-12-16', '12:00'));
}

/** Everybody writes what asks for each thing, with the canary behind it, and in shared chats too. */
async function writeIntents({ teams }: FullRun): Promise<void> {
  const commands = [commandPhrases, wholeCommands, loneWords].flatMap((verbs) => Object.values(verbs).flat());
  const texts = commands.map((phrases) => phrases.split('|')[0] ?? '');
  const [channel, group] = ['channel', 'groupChat'].map(
    (wanted) => teams.book.state.conversations.find(({ type }) => type === wanted)?.conversationId,
  );
  await inParallel([...outsiders, 'kari', 'siv', 'per', 'ida'], 4, async (name) => {
    for (const [at, text] of texts.entries()) await teams.say(name, at % 3 === 0 ? `${text} ${canary}${at}` : text);
    for (const text of textsWithCanary(8)) await teams.say(name, text);
  });
  for (const conversationId of [channel, group]) {
    for (const text of textsWithCanary(8)) await teams.say('olav', text, { conversationId });
  }
}

/** Each verb by each role: with an input that it takes and the canary beside it, or with the canary in the place of every word of it. */
async function pressVerbs({ teams }: FullRun): Promise<void> {
  // All sending is stopped by one of them, and then there would be no more work; and a name that is set for a contact is meant to be kept.
  const verbs = Object.entries(verbInputs).filter(([verb]) => !/^(sending|content)\.set/.test(verb));
  const pressing = [...outsiders, 'kari', 'siv', 'liv', 'per', 'ida'];
  await inParallel(pressing, 4, async (name) => {
    const [last] = teams.messagesTo(name).slice(-1);
    if (!last) return;
    for (const [at, [verb, input]] of verbs.entries()) {
      const spoilt = JSON.parse(JSON.stringify(input).replaceAll(/:"[^"]*"/g, `:"${canary}"`));
      const isSpoilt = (at + pressing.indexOf(name)) % 2 === 0;
      const data = isSpoilt ? spoilt : { ...input, [canary]: canary, text: `${canary} 912 34 956` };
      await teams.pressAction(name, last.activityId, { type: 'Action.Execute', verb, data });
    }
  });
}

/** Somebody has learnt it before, and the leader says yes: a module is done. */
async function learnBefore({ teams }: FullRun): Promise<void> {
  const data = { moduleId: 'meldeplikt', takenOn: '2024-03-01', place: 'other' };
  await teams.say('kari', 'hjelp');
  const { activityId } = teams.lastCard('kari');
  await teams.pressAction('kari', activityId, { type: 'Action.Execute', verb: 'prior.send', data });
  await teams.say('siv', 'status');
  const status = teams.lastCard('siv').activityId;
  await teams.press('siv', status, 'prior.pending').catch(() => undefined);
  await teams.press('siv', status, 'prior.confirm').catch(() => undefined);
}

/** A module together, in a group chat: begun, joined, moved on and ended; recorded some seconds later. */
async function meet({ teams, clock, goOnTo }: FullRun): Promise<void> {
  const chat = teams.book.state.conversations.find(({ type }) => type === 'groupChat');
  const conversationId = chat?.conversationId ?? '';
  await teams.say('siv', 'gruppe meldeplikt', { conversationId });
  const newest = (): string => chat?.activities.filter(({ from }) => from === 'bot').at(-1)?.activityId ?? '';
  for (const button of ['group.start', 'group.join', 'group.stage', 'group.end', 'group.close']) {
    for (const name of button === 'group.join' ? ['kari', 'olav', 'mona'] : ['siv'])
      await teams.press(name, newest(), button).catch(() => undefined);
    await goOnTo(new Date(clock().now().getTime() + 20_000));
  }
}

/** Files out, taken and not taken; files in, that are none, and from elsewhere. */
async function exchangeFiles({ teams, clock, goOnTo }: FullRun): Promise<void> {
  for (const [at, action] of (['accept', 'decline', 'accept'] as const).entries()) {
    await teams.say('kari', 'hjelp');
    const data = { format: 'json' };
    const { activityId } = teams.lastCard('kari');
    await teams.pressAction('kari', activityId, { type: 'Action.Execute', verb: 'own-data.offer', data });
    const question = teams.messagesTo('kari').findLast(({ file }) => file);
    if (at === 2) teams.oneDrive.refuseNext(507);
    if (question) await teams.answerFile('kari', question.activityId, action).catch(() => undefined);
  }
  for (const name of ['per', 'kari']) {
    await teams.sendFile(name, { name: `${canary}.xlsx`, base64: Buffer.from(canary).toString('base64') });
  }
  // From a place that is not the municipality's.
  const { attachments } = fileActivity(`https://${canary}.sharepoint.com/fil`);
  await teams.sendRaw('per', (activity) => ({ ...activity, text: '', attachments }));
  await goOnTo(new Date(clock().now().getTime() + 60_000));
}

/** Somebody who can write to the queue leaves what no job can read. */
async function spoilQueue({ prefix, clock, goOnTo }: FullRun): Promise<void> {
  const queue = QueueServiceClient.fromConnectionString(inject('azurite')).getQueueClient(`${prefix}work`);
  for (const text of [nameCanary, `{"pointer":{"kind":"${nameCanary}"}}`, '{']) await queue.sendMessage(text);
  await goOnTo(new Date(clock().now().getTime() + 60_000));
}

/** Teams says no in its ways while people write and the morning's cards are sent. */
async function meetRefusals({ teams, goOnTo }: FullRun): Promise<void> {
  for (const fault of [401, 403, 404, 429, 500, 502].map((status) => ({ kind: 'status' as const, status, times: 2 }))) {
    teams.script(fault, { kind: 'reset', times: 1 });
    for (const name of ['kari', 'siv']) await teams.say(name, `hjelp ${canary}`);
  }
  // From a Monday on, when the leaders' cards are sent.
  for (const [day, status] of [
    ['2026-11-30', 401],
    ['2026-12-01', 403],
    ['2026-12-02', 429],
    ['2026-12-03', 500],
  ] as const) {
    await goOnTo(local(day, '07:00'));
    teams.script({ kind: 'status', status, times: 4, method: 'POST' });
    await goOnTo(local(day, '15:00'));
    teams.clearScript();
  }
}

/** Storage is away while people write, press and the clock goes on; and comes back. */
async function loseStorage({ teams, clock, goOnTo, tables, queues }: FullRun): Promise<void> {
  for (const fault of ['answer-503', 'reset', 'cut-response'] as const) {
    for (const storage of [tables, queues]) storage.always(fault);
    await inParallel(everybody, 8, async (name) => {
      await teams.say(name, `moduler ${canary}`);
      const [last] = teams.messagesTo(name).slice(-1);
      for (const verb of ['progress.show', 'module.list', 'digest.show', 'audit.show', 'preferences.set'])
        await teams.pressAction(name, last?.activityId ?? '', {
          type: 'Action.Execute',
          verb,
          data: { [canary]: canary },
        });
    });
    await goOnTo(new Date(clock().now().getTime() + 3_600_000), 1);
    for (const storage of [tables, queues]) storage.always('pass');
  }
}
