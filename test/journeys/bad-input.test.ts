import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { mondayMorning, olav, settle } from './people.ts';
import { takeModule } from './take-module.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const completions = async (): Promise<number> => (await toArray(drive.stores.people.list('olav', doneRow))).length;
const hasWayOn = (message: Parameters<typeof buttonsOf>[0]): boolean => buttonsOf(message).length > 0;

describe('bad input', () => {
  test('a verb that no longer exists gets a kind card with a way on', async () => {
    expect(hasWayOn(await drive.executes(olav, 'module.begin-2024', { moduleId: 'meldeplikt' }))).toBe(true);
    expect(hasWayOn(await drive.submits(olav, { verb: '__proto__' }))).toBe(true);
  });

  test('a module that no longer exists gets a kind card with a way on, at every verb', async () => {
    for (const verb of ['module.open', 'module.show', 'module.answer', 'module.complete']) {
      expect(hasWayOn(await drive.executes(olav, verb, { moduleId: 'gone', position: 0, choice: 'a' }))).toBe(true);
    }
  });

  test('null, wrong types and impossible positions change nothing', async () => {
    const wrong = [
      null,
      7,
      'x',
      [],
      {},
      { moduleId: null },
      { moduleId: 'meldeplikt', position: 'x' },
      { moduleId: 'meldeplikt', position: -1 },
    ];
    for (const verb of [
      'module.open',
      'module.show',
      'module.answer',
      'module.complete',
      'reminder.snooze',
      'digest.status',
      'guide.answer',
    ]) {
      for (const data of wrong) expect(hasWayOn(await drive.executes(olav, verb, data))).toBe(true);
    }
    expect(await completions()).toBe(0);
  });

  test('a position beyond the end is not a way to completion', async () => {
    await drive.executes(olav, 'module.show', { moduleId: 'meldeplikt', position: 999 });
    expect(hasWayOn(await drive.executes(olav, 'module.complete', { moduleId: 'meldeplikt' }))).toBe(true);
    expect(await completions()).toBe(0);
  });

  test('a second press on a finished card changes nothing', async () => {
    await takeModule(drive, olav, 'meldeplikt');
    const before = await toArray(drive.stores.people.list('olav', progressRow));
    for (const verb of ['module.complete', 'module.open', 'module.answer', 'module.show']) {
      await drive.executes(olav, verb, { moduleId: 'meldeplikt', position: 9, choice: 'a' });
    }
    expect(await toArray(drive.stores.people.list('olav', progressRow))).toEqual(before);
    expect(await completions()).toBe(1);
  });

  test('storage that stops in the middle of a turn gives a kind card with the numbers, and no exception text', async () => {
    const down = await createDrive(mondayMorning, {
      ...drive.stores,
      people: {
        ...drive.stores.people,
        commit: async () => {
          throw new Failure('unavailable', 'ECONNREFUSED 127.0.0.1:10002; start storage');
        },
      },
    });
    const card = await down.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    expect(wordsOf(card)).toContain('112');
    expect(JSON.stringify(card)).not.toMatch(/ECONN|127\.0\.0\.1/);
  });
});
