import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { modulesFor } from '../../src/features/catalogue/catalogue.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { kari, mondayMorning, settle } from './people.ts';
import { takeModule } from './take-module.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const remindersTo = (personId: string): string[] =>
  drive.sent.filter(({ to }) => to.conversationId === `a:${personId}`).map(({ message }) => wordsOf(message));

describe('a new hire', () => {
  test('is met at installation with the priority modules and dates counted from the first day', async () => {
    const welcome = await drive.installs(kari);
    expect(welcome && wordsOf(welcome)).toContain('Kari');
    expect(welcome && wordsOf(welcome)).toContain('7. desember');
    expect(welcome && wordsOf(welcome)).toContain('21. desember');
  });

  test('is greeted once, however many times Teams tells of the installation', async () => {
    const told = [
      await drive.installs(kari),
      await drive.installs(kari, { id: 'u2' }),
      await drive.installs(kari, { id: 'u3' }),
    ];
    expect(told.filter(Boolean)).toHaveLength(1);
  });

  test('is greeted again after the app was taken away and installed anew', async () => {
    await drive.installs(kari);
    await drive.removes(kari);
    expect(await drive.installs(kari)).toBeDefined();
  });

  test('is reminded again when the app is installed anew, also where Teams never told that it was taken away', async () => {
    await drive.installs(kari);
    drive.nextResults.push({ outcome: 'rejected', reason: 'ForbiddenOperationException', isUnreachable: true });
    await drive.clockTo(new Date('2026-11-26T15:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(0);
    await drive.installs(kari, { id: 'u2' });
    // What did not come through is told the next working day, and the next step at its time.
    await drive.clockTo(new Date('2026-11-27T15:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(1);
    await drive.clockTo(new Date('2026-12-01T12:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(2);
  });

  test('is greeted even when storage goes away at that moment', async () => {
    const down = await createDrive(mondayMorning, {
      ...drive.stores,
      people: {
        ...drive.stores.people,
        commit: () => Promise.reject(new Failure('unavailable', 'no answer; try later')),
      },
    });
    const card = await down.installs(kari);
    expect(card && wordsOf(card)).toContain('robot');
  });

  test('gets one reminder when its time comes, and none the same day again', async () => {
    await drive.installs(kari);
    await drive.clockTo(new Date('2026-11-26T07:59:00Z'));
    expect(remindersTo('kari')).toHaveLength(0);
    await drive.clockTo(new Date('2026-11-26T15:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(1);
    expect(remindersTo('kari')[0]).toContain('Meldeplikt');
  });

  test('hears no more of a module that is done, but for tips and questions to those who want them', async () => {
    await drive.installs(kari);
    await drive.executes(kari, 'preferences.set', { followUps: 'off' });
    const hers = modulesFor(drive.service.pack.catalogue, kari);
    for (const { moduleId } of hers) await takeModule(drive, kari, moduleId);
    await drive.clockTo(new Date('2027-02-01T12:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(0);
  });

  test('is told at most once a day, only on working days and within working hours', async () => {
    await drive.installs(kari);
    await drive.clockTo(new Date('2027-03-01T12:00:00Z'));
    const days = drive.events.filter((event) => event.event === 'message-settled' && event.personId === 'kari');
    expect(days.length).toBeGreaterThan(3);
    expect(remindersTo('kari').length).toBe(days.length);
  });

  test('who cannot be reached shows as such to the leader, and nothing is sent', async () => {
    await drive.clockTo(new Date('2026-11-27T12:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(0);
  });
});
