import { beforeEach, describe, expect, test } from 'vitest';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { kari, mondayMorning, olav, rektor, settle } from './people.ts';
import { takeModule } from './take-module.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

describe('a leader', () => {
  test('sees the own unit with names and modules', async () => {
    await takeModule(drive, olav, 'meldeplikt');
    const words = wordsOf((await drive.says(rektor, 'status')).message);
    expect(words).toContain('Solbakken skole');
    expect(words).toContain('Kari Lund');
    expect(words).toContain('Olav Berg');
    expect(words).not.toContain('Jon Dahl');
  });

  test('is not shown another unit, whatever the card says, and the try is recorded', async () => {
    const card = await drive.executes(rektor, 'digest.status', { unitId: 'fjordgløtt' });
    expect(wordsOf(card)).not.toContain('Jon Dahl');
    expect(drive.events).toContainEqual({ event: 'permission-refused', verb: 'digest.status', personId: 'rektor' });
  });

  test('gets one digest a week, at the leader’s time', async () => {
    await drive.installs(rektor);
    await drive.clockTo(new Date('2026-12-14T12:00:00Z'));
    const digests = drive.sent.filter(({ message }) => wordsOf(message).includes('Solbakken skole'));
    expect(digests).toHaveLength(3);
    expect(
      wordsOf(digests[0]?.message ?? { card: { type: 'AdaptiveCard', version: '', fallbackText: '' }, summary: '' }),
    ).toContain('Kari Lund');
  });

  test('an employee who asks for status sees own progress only', async () => {
    const words = wordsOf((await drive.says(kari, 'status')).message);
    expect(words).not.toContain('Olav Berg');
  });

  test('everybody can see what the leader sees', async () => {
    expect(wordsOf((await drive.says(kari, 'hva ser lederen?')).message)).toContain('Solbakken skole');
  });
});
