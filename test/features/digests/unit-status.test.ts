import { describe, expect, it } from 'vitest';
import { countStatus, readUnitStatus } from '../../../src/features/digests/unit-status.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { createRow, deleteRow, type PersonStore, replaceRow } from '../../../src/features/people/person-store.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import { dayRow } from '../../../src/features/reminders/reminder-rows.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const meldeplikt = aModule('meldeplikt');
const bti = aModule('bti', { dueAfterDays: 42 });
const catalogue = aCatalogue([meldeplikt, bti, aModule('free', { isPriority: false, dueAfterDays: undefined })]);

async function school(...persons: readonly Person[]) {
  const stores = { people: memoryPersonStore(), units: memoryUnitStore() };
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  for (const person of persons) await addPerson(stores, person);
  const read = (people: PersonStore = stores.people) =>
    readUnitStatus({ ...stores, people }, catalogue, 'solbakken', '2026-11-24', 'Europe/Oslo');
  const finish = async (personId: string, ...moduleIds: readonly string[]) => {
    for (const moduleId of moduleIds) {
      const done = {
        state: 'completed' as const,
        moduleId,
        cycle: 1,
        moduleVersion: 1,
        startedAt: now,
        completedAt: now,
      };
      await stores.people.commit({ personId, writes: [createRow(progressRow, done)] });
    }
  };
  return { ...stores, read, finish };
}

describe('the status of a unit', () => {
  it('tells who is done, late, on the way and not started, those who need something first', async () => {
    const settled = { employedOn: '2026-10-20' } as const;
    const unit = await school(
      aPerson('anna', settled),
      aPerson('bjørn', { employedOn: '2026-11-20' }),
      aPerson('cecilie', { employedOn: '2026-11-20' }),
      aPerson('dag', settled),
    );
    await unit.finish('anna', 'meldeplikt', 'bti');
    await moveInModule(unit, 'cecilie', bti, { position: 1 }, now);
    const { name, counts, people } = await unit.read();
    expect(name).toBe('Solbakken skole');
    expect(counts).toEqual({ people: 4, done: 1, late: 1, onTheWay: 1, notStarted: 1 });
    expect(people.map(({ personId, overall }) => [personId, overall])).toEqual([
      ['dag', 'late'],
      ['bjørn', 'not-started'],
      ['cecilie', 'on-the-way'],
      ['anna', 'done'],
    ]);
  });

  it('tells how late each module is, and nothing about modules of free choice', async () => {
    const unit = await school(aPerson('kari', { employedOn: '2026-11-07' }));
    const [kari] = (await unit.read()).people;
    expect(kari?.modules).toEqual([
      {
        moduleId: 'meldeplikt',
        title: meldeplikt.title,
        minutes: 8,
        standing: 'late',
        dueOn: '2026-11-21',
        byDays: 3,
        isStarted: false,
      },
      { moduleId: 'bti', title: bti.title, minutes: 8, standing: 'not-started', dueOn: '2026-12-19' },
    ]);
  });

  it('never holds which card somebody is on, nor an answer', async () => {
    const unit = await school(aPerson('kari'));
    await moveInModule(unit, 'kari', meldeplikt, { position: 3 }, now);
    const text = JSON.stringify(await unit.read());
    expect(text).not.toMatch(/position|answers|startedAt|chat-kari/);
  });

  it('leaves out who has left, from the day after the last one', async () => {
    const unit = await school(aPerson('kari', { endsOn: '2026-11-23' }), aPerson('ola', { endsOn: '2026-11-24' }));
    expect((await unit.read()).people.map(({ personId }) => personId)).toEqual(['ola']);
  });

  it('passes over a member row of somebody who has moved to another unit, or who is unknown', async () => {
    const unit = await school(aPerson('kari', { unitId: 'fjordgløtt' }));
    await unit.units.createMember('solbakken', 'kari');
    await unit.units.createMember('solbakken', 'nobody');
    expect((await unit.read()).people).toEqual([]);
  });

  it('shows who begins later, and does not count them', async () => {
    const unit = await school(aPerson('kari', { employedOn: '2026-12-01' }));
    const { people, counts } = await unit.read();
    expect(people).toMatchObject([{ tenure: 'starts-later' }]);
    expect(counts.people).toBe(0);
  });

  it('does not count somebody without any priority module', async () => {
    const unit = await school(aPerson('kari'));
    const status = await readUnitStatus(unit, aCatalogue([]), 'solbakken', '2026-11-24', 'Europe/Oslo');
    expect(status.people).toMatchObject([{ overall: 'none' }]);
    expect(status.counts.people).toBe(0);
  });

  it('tells who cannot be reached and why', async () => {
    const unit = await school(aPerson('kari'), aPerson('ola'), aPerson('per'));
    const chat = await unit.people.get('ola', conversationRow);
    if (!chat) throw new Error('ola has no chat');
    const blocked = { ...chat.value, state: 'blocked' as const, reason: 'ConversationBlockedByUser' };
    await unit.people.commit({ personId: 'ola', writes: [replaceRow(conversationRow, blocked, chat.etag)] });
    await unit.people.commit({ personId: 'per', writes: [deleteRow(conversationRow, '')] });
    const reach = Object.fromEntries((await unit.read()).people.map((person) => [person.personId, person.reach]));
    expect(reach).toEqual({
      kari: { reach: 'open' },
      ola: { reach: 'blocked', reason: 'ConversationBlockedByUser' },
      per: { reach: 'no-chat' },
    });
  });

  it('tells of who has no chat that they can be reached, where one can be opened, until Teams has refused to', async () => {
    const names = ['found', 'refused', 'told', 'found-later'];
    const unit = await school(...names.map((name) => aPerson(name, { aadObjectId: `aad-${name}` })));
    const counts = { failures: 0, attempts: 1, settledAt: now };
    const refusedOn = (key: string, reason: string) =>
      createRow(dayRow, { ...counts, key, state: 'rejected' as const, reason });
    const sentOn = (key: string) =>
      createRow(dayRow, {
        ...{ ...counts, key, state: 'sent' as const, claimId: 'claim', class: 'nudge' as const },
        ...{ items: [], activityId: 'activity' },
      });
    const rows = {
      found: [],
      refused: [sentOn('2026-11-16'), refusedOn('2026-11-18', 'BotNotInConversationRoster')],
      told: [refusedOn('2026-11-16', 'BotNotInConversationRoster'), sentOn('2026-11-18')],
      // From before Undring knew which account to open a chat with.
      'found-later': [refusedOn('2026-11-18', 'not-installed')],
    };
    for (const [personId, days] of Object.entries(rows)) {
      await unit.people.commit({ personId, writes: [deleteRow(conversationRow, ''), ...days] });
    }
    const reach = Object.fromEntries((await unit.read()).people.map((person) => [person.personId, person.reach]));
    expect(reach).toEqual({
      found: { reach: 'open' },
      refused: { reach: 'blocked', reason: 'BotNotInConversationRoster' },
      told: { reach: 'open' },
      'found-later': { reach: 'open' },
    });
  });

  it('tells for a week that the app is shut off or a message was refused for no reason given, though the chat is open, until something has come or was done', async () => {
    const unit = await school(...['kari', 'ola', 'per', 'ida', 'ada', 'liv'].map((name) => aPerson(name)));
    const counts = { failures: 0, attempts: 1, settledAt: now };
    const refusedFor = (reason: string, key = '2026-11-18') =>
      createRow(dayRow, {
        ...counts,
        key,
        state: 'rejected' as const,
        reason,
        settledAt: new Date(`${key}T08:00:00Z`),
      });
    const sent = createRow(dayRow, {
      ...{ ...counts, key: '2026-11-19', state: 'sent' as const, claimId: 'claim', class: 'nudge' as const },
      ...{ items: [], activityId: 'activity' },
    });
    await unit.people.commit({ personId: 'kari', writes: [refusedFor('BotDisabledByAdmin')] });
    await unit.people.commit({ personId: 'ola', writes: [refusedFor('BotDisabledByAdmin'), sent] });
    await unit.people.commit({ personId: 'per', writes: [refusedFor('MessageSizeTooBig')] });
    await unit.people.commit({ personId: 'liv', writes: [refusedFor('http-403-BadArgument')] });
    await unit.people.commit({ personId: 'ida', writes: [refusedFor('BotDisabledByAdmin', '2026-11-16')] });
    await unit.people.commit({ personId: 'ada', writes: [refusedFor('BotDisabledByAdmin')] });
    await moveInModule(unit, 'ada', bti, { position: 1 }, new Date('2026-11-18T12:00:00Z'));
    const reach = Object.fromEntries((await unit.read()).people.map((person) => [person.personId, person.reach]));
    expect(reach).toEqual({
      kari: { reach: 'blocked', reason: 'BotDisabledByAdmin' },
      ola: { reach: 'open' },
      per: { reach: 'open' },
      ida: { reach: 'open' },
      ada: { reach: 'open' },
      liv: { reach: 'blocked', reason: 'http-403-BadArgument' },
    });
  });

  it('counts everybody in exactly one group', async () => {
    const unit = await school(
      ...Array.from({ length: 30 }, (_, index) => aPerson(`p${String(index).padStart(2, '0')}`)),
    );
    const { counts } = await unit.read();
    expect(counts.done + counts.late + counts.onTheWay + counts.notStarted).toBe(counts.people);
    expect(countStatus([]).people).toBe(0);
  });

  it('reads at most 16 people at a time', async () => {
    const unit = await school(...Array.from({ length: 60 }, (_, index) => aPerson(`p${index}`)));
    let now = 0;
    let most = 0;
    const counted: PersonStore = {
      ...unit.people,
      async get(personId, row, key) {
        if (row.kind !== 'profile') return unit.people.get(personId, row, key);
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= 1;
        return unit.people.get(personId, row, key);
      },
    };
    expect((await unit.read(counted)).people).toHaveLength(60);
    expect(most).toBe(16);
  });
});
