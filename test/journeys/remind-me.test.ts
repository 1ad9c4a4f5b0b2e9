import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { readStorage } from '../faults/canaries.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

const about = /bekym|undringen|barn|vold|uro|veiled|worr|child/i;

/** From "jeg er bekymret" to the first step of level 0. */
async function toLevelZero(drive: Drive): Promise<Message> {
  const { message } = await drive.says(olav, 'jeg er bekymret');
  const asked = await drive.presses(olav, message, 'Noe annet bekymrer meg');
  return drive.presses(olav, asked, 'Nei, noe annet bekymrer meg');
}

async function aDrive(given: Parameters<typeof createDrive>[1] = {}): Promise<Drive> {
  const drive = await createDrive(mondayMorning, given);
  await settle(drive);
  return drive;
}

const toOlav = (drive: Drive) =>
  drive.sent.filter(({ message }) => message.summary === 'Her er påminnelsen du ba om').map(({ message }) => message);

describe('an employee who is worried and wants to be reminded', () => {
  test('walks level 0, presses "Minn meg", and gets one neutral message when the deadline has come', async () => {
    const drive = await aDrive();
    await drive.says(olav, 'hei');
    const step = await toLevelZero(drive);
    const answer = await drive.presses(olav, step, 'Minn meg på det om 14 dager');
    expect(wordsOf(answer)).toContain('Du får en påminnelse mandag 7. desember');
    // The guide's card is still there, and the walk goes on from it.
    expect(wordsOf(await drive.presses(olav, step, 'Neste: spørsmål som hjelper'))).toContain('Spørsmål som hjelper');
    await drive.clockTo(new Date('2026-12-07T07:59:00Z'));
    expect(toOlav(drive)).toEqual([]);
    await drive.clockTo(new Date('2026-12-20T08:00:00Z'));
    const [message, ...others] = toOlav(drive);
    expect(others).toEqual([]);
    if (!message) throw new Error('nothing came');
    expect(new Set(wordsOf(message).split('\n'))).toEqual(
      new Set([
        'Her er påminnelsen du ba om',
        'Bare du vet hva den gjelder. Jeg lagret bare datoen, og nå sletter jeg den.',
        'Åpne Undring',
        'Hjelp',
      ]),
    );
    expect(`${wordsOf(message)} ${message.summary}`).not.toMatch(about);
    expect(buttonsOf(message).map(({ verb }) => verb)).toEqual(['guide.start', 'help.show']);
    expect(wordsOf(await drive.presses(olav, message, 'Åpne Undring'))).toContain('Er det fare nå? Ring først.');
  });

  test('leaves a date and nothing else in real storage, and afterwards nothing at all', async () => {
    const prefix = newPrefix();
    const drive = await aDrive(await openTestTables({ prefix }));
    await drive.says(olav, 'hei');
    const step = await toLevelZero(drive);
    const before = await readStorage(prefix);
    await drive.presses(olav, step, 'Minn meg på det om 14 dager');
    await drive.presses(olav, step, 'Minn meg på det om 14 dager');
    const { text } = await readStorage(prefix);
    const rows = text
      .split('\n')
      .filter((line) => !before.text.includes(line))
      .map((line) => {
        const { etag: _, timestamp: __, writeId: ___, ...row } = JSON.parse(line);
        return row;
      });
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { partitionKey: 'olav', rowKey: 'ping:2026-12-07', data: '{"on":"2026-12-07"}', schema: 1 },
        {
          ...{ partitionKey: expect.stringMatching(/^2026-12-07:\d\d$/), rowKey: '0900:olav:ping' },
          ...{ personId: 'olav', kind: 'ping', dueOn: '2026-12-07', dueTime: '09:00' },
        },
      ]),
    );
    await drive.clockTo(new Date('2026-12-07T09:00:00Z'));
    expect(toOlav(drive)).toHaveLength(1);
    expect((await readStorage(prefix)).text).not.toContain('ping');
  });

  test('is seen by nobody else: not by the leader, in no digest, in no event, on no other card', async () => {
    const told = async (isAsked: 'asked' | 'not asked') => {
      const drive = await aDrive();
      await drive.says(olav, 'hei');
      await drive.says(rektor, 'hei');
      const step = await toLevelZero(drive);
      if (isAsked === 'asked') await drive.presses(olav, step, 'Minn meg på det om 14 dager');
      const status = async () => wordsOf((await drive.says(rektor, 'status')).message);
      const before = await status();
      await drive.clockTo(new Date('2026-12-08T12:00:00Z'));
      const own = (await drive.says(olav, 'hva ser lederen')).message;
      const sent = drive.sent.map(({ to, message }) => [to.conversationId, message]);
      const pings = toOlav(drive).length;
      return { before, after: await status(), own, pings, events: drive.events, sent };
    };
    const asked = await told('asked');
    const not = await told('not asked');
    expect([asked.pings, not.pings]).toEqual([1, 0]);
    for (const part of ['before', 'after', 'own'] as const) expect(asked[part]).toEqual(not[part]);
    const isPing = (entry: unknown) => JSON.stringify(entry).includes('Her er påminnelsen du ba om');
    expect(inAnyOrder(asked.sent.filter((entry) => !isPing(entry)))).toEqual(inAnyOrder(not.sent));
    expect(inAnyOrder(eventsOf(asked))).toEqual(inAnyOrder(eventsOf(not)));
  });

  test('takes it away again, and nothing comes', async () => {
    const drive = await aDrive();
    await drive.says(olav, 'hei');
    const answer = await drive.presses(olav, await toLevelZero(drive), 'Minn meg på det om 14 dager');
    expect(wordsOf(await drive.presses(olav, answer, 'Slett påminnelsen'))).toContain('Påminnelsen er slettet');
    await drive.clockTo(new Date('2026-12-20T08:00:00Z'));
    expect(toOlav(drive)).toEqual([]);
  });
});

/** How much was done in a minute, and how long it took, differs from run to run; neither names anybody. */
const eventsOf = ({ events }: { events: Drive['events'] }) => events.filter(({ event }) => event !== 'tick-finished');

/** Two people may be written to in either order. */
const inAnyOrder = (entries: readonly unknown[]): readonly string[] =>
  entries.map((entry) => JSON.stringify(entry)).toSorted();
