import { beforeEach, describe, expect, test } from 'vitest';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { hasTold } from '../support/has-told.ts';
import { aPerson } from '../support/person-builder.ts';
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

  test('turns the pages of who is late, and an old card or a stranger’s page is answered kindly', async () => {
    const late = Array.from({ length: 30 }, (_, index) =>
      aPerson(`late-${index}`, {
        ...{ displayName: `Sen ${index}`, employedOn: '2026-10-01' },
        aadObjectId: `00000000-0000-4000-8000-0000000008${String(index).padStart(2, '0')}`,
      }),
    );
    await drive.knows(...late);
    expect(wordsOf(await drive.executes(rektor, 'digest.show', {}))).toMatch(/Vis alle 3\d/);
    const second = wordsOf(await drive.executes(rektor, 'digest.list', { list: 'missing', page: 1 }));
    expect(second).toMatch(/26–3\d av 3\d/);
    expect(wordsOf(await drive.executes(rektor, 'digest.list', { list: 'missing', page: 99 }))).toMatch(/26–3\d av/);
    const refused = wordsOf(await drive.executes(kari, 'digest.list', { list: 'missing', page: 0 }));
    expect(refused).not.toContain('Sen ');
  });

  test('finds the news of the digest behind its own buttons, and still the next day', async () => {
    const late = aPerson('late', { employedOn: '2026-09-01', aadObjectId: '00000000-0000-4000-8000-000000000809' });
    await hasTold(drive, late);
    await drive.knows(late);
    await drive.installs(rektor);
    await drive.clockTo(new Date('2026-12-02T12:00:00Z'));
    const names = ['Ada', 'Bo', 'Cato', 'Dina'].map((name) => `${name} Ny`);
    const aadObjectId = (index: number): string => `00000000-0000-4000-8000-00000000080${index}`;
    await drive.knows(
      ...names.map((displayName, index) =>
        aPerson(`new-${index}`, { displayName, employedOn: '2026-12-03', aadObjectId: aadObjectId(index) }),
      ),
    );
    await drive.clockTo(new Date('2026-12-08T12:00:00Z'));
    const digest = drive.sent.findLast(({ message }) => message.summary.includes('Solbakken skole, uke'))?.message;
    if (!digest) throw new Error('no digest was sent');
    const since = 'Siden sist: ingen ferdige, 4 nye.';
    expect(wordsOf(digest)).toContain(since);
    const list = await drive.presses(rektor, digest, 'Vis alle 4', { list: 'new' });
    for (const name of names) expect(wordsOf(list)).toContain(name);
    expect(wordsOf(await drive.executes(rektor, 'digest.show', {}))).toContain(since);
    const reminded = wordsOf(await drive.presses(rektor, digest, 'Minn dem som er over fristen'));
    expect(reminded).toContain(since);
    expect(reminded).toContain('Vis alle 4');
  });

  test('an employee who asks for status sees own progress only', async () => {
    const words = wordsOf((await drive.says(kari, 'status')).message);
    expect(words).not.toContain('Olav Berg');
  });

  test('everybody can see what the leader sees', async () => {
    expect(wordsOf((await drive.says(kari, 'hva ser lederen?')).message)).toContain('Solbakken skole');
  });
});
