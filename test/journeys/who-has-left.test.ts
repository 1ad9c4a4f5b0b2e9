import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import type { Person } from '../../src/features/people/person.ts';
import { memberRow, preferencesRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import { doneRow } from '../../src/features/progress/progress-rows.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { readPdf } from '../views/pdf/read-pdf.ts';
import { kari, mondayMorning, olav, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';
import { uploadInfo } from './upload-info.ts';

let drive: Drive;
beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await takeModule(drive, kari, 'meldeplikt');
  await leaves(kari);
});

async function leaves({ personId }: Person): Promise<void> {
  const { people } = drive.stores;
  const stored = await people.get(personId, profileRow);
  if (!stored) throw new Error('nobody to leave');
  const after = { ...stored.value, endsOn: '2026-11-22' as const };
  await people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag)] });
}
const says = async (text: string, more?: object): Promise<Message> => (await drive.says(kari, text, more)).message;
const verbsOn = (message: Message) => buttonsOf(message).map(({ verb }) => verb);

describe('somebody who has left', () => {
  test.each([
    ['mine data', 'slettes senest lørdag 22. mai'],
    ['slett meg', 'senest 180 dager etter'],
  ])('who writes %s is told what is kept and until when, and not that nothing is', async (text, until) => {
    const card = wordsOf(await says(text));
    expect(card).toContain(until);
    expect(card).not.toContain('ngenting er lagret');
    expect(card).not.toContain('Jeg finner ingenting');
  });

  test('sees the own rows, without what a leader sees, in the language of Teams', async () => {
    const card = await says('mine data');
    expect(wordsOf(card)).toContain('Du står ikke i personallista lenger');
    expect(wordsOf(card)).toContain('1 ferdig');
    expect(wordsOf(card)).not.toContain('Olav');
    expect(verbsOn(card)).not.toContain('digest.what-leader-sees');
    expect(wordsOf(await says('mine data', { locale: 'nn-NO' }))).toContain('seinast laurdag 22. mai');
    const all = wordsOf(await drive.presses(kari, card, 'Vis alt'));
    expect(all).toContain('Meldeplikt: ferdig 23. november 2026');
    expect(all).not.toContain('Lederen din ser');
  });

  test('sees them also where Teams does not answer who it is', async () => {
    drive.isSilentAbout(kari);
    expect(wordsOf(await says('mine data'))).toContain('1 ferdig');
  });

  test('takes them as a file, which says nothing of what a leader sees', async () => {
    const card = await says('mine data');
    expect(verbsOn(card)).toContain('own-data.offer');
    for (const format of ['pdf', 'json']) {
      const question = await drive.asks(kari, 'own-data.offer', { format });
      await drive.consents(kari, { action: 'accept', context: question.accept, uploadInfo });
    }
    const { text } = await readPdf(drive.uploaded[0]?.bytes ?? new Uint8Array());
    expect(text).toContain('Kari Lund');
    expect(text).not.toContain('Lederen din ser');
    const json = JSON.parse(Buffer.from(drive.uploaded[1]?.bytes ?? []).toString('utf8'));
    expect(json).toMatchObject({ person: { displayName: 'Kari Lund' }, rows: { done: [{ moduleId: 'meldeplikt' }] } });
    expect(json).not.toHaveProperty('leaderSees');
  });

  test('deletes what may be deleted, and the proof stays', async () => {
    const { people } = drive.stores;
    await people.commit({ personId: 'kari', writes: [createRow(preferencesRow, { nudges: 'off' })] });
    expect(wordsOf(await drive.presses(kari, await says('slett meg'), 'Ja, slett'))).toContain('Nå er det slettet');
    expect(await people.get('kari', preferencesRow)).toBeUndefined();
    expect(await toArray(people.list('kari', doneRow))).toHaveLength(1);
  });

  test('may do nothing else that is for the staff', async () => {
    for (const verb of ['module.list', 'progress.show', 'digest.what-leader-sees', 'preferences.show']) {
      expect(wordsOf(await drive.executes(kari, verb, {}))).toContain('finner deg ikke');
    }
  });

  test('who has asked to be added sees both, and keeps the way to the rest when that is taken back', async () => {
    drive.named(kari, 'kari@fjordvik.kommune.no');
    await drive.executes(kari, 'join.request', {});
    const card = await says('mine data');
    expect(wordsOf(card)).toContain('Du ba om å bli lagt til');
    const gone = await drive.presses(kari, card, 'Trekk tilbake ønsket');
    expect(wordsOf(gone)).not.toContain('ingenting lagret');
    expect(verbsOn(gone)).toContain('own-data.show');
    expect(await toArray(drive.stores.accessRequests.list())).toEqual([]);
  });

  test('is told the truth to the day: it is gone in the night', async () => {
    for (const day of ['2027-05-21', '2027-05-22']) {
      expect(wordsOf(await says('mine data'))).toContain('1 ferdig');
      await drive.clockTo(new Date(`${day}T02:30:00Z`));
      await drive.service.jobs.runTick(drive.now());
    }
    expect(await drive.stores.people.get('kari', profileRow)).toBeUndefined();
    expect(wordsOf(await says('mine data'))).toContain('Jeg finner ingenting om deg');
  });

  test('whose last day was told of afterwards is told the day that it goes then', async () => {
    const { people } = drive.stores;
    const knownAt = new Date('2026-12-10T09:00:00Z');
    const row = { unitId: kari.unitId, validFrom: '2026-12-10', knownAt } as const;
    await people.commit({ personId: 'kari', writes: [createRow(memberRow, row)] });
    expect(wordsOf(await says('mine data'))).toContain('slettes senest onsdag 9. juni');
    await drive.clockTo(new Date('2027-06-08T02:30:00Z'));
    await drive.service.jobs.runTick(drive.now());
    expect(wordsOf(await says('mine data'))).toContain('1 ferdig');
    await drive.clockTo(new Date('2027-06-09T02:30:00Z'));
    await drive.service.jobs.runTick(drive.now());
    expect(await people.get('kari', profileRow)).toBeUndefined();
  });

  test('whose account Teams calls a guest’s gets nothing personal', async () => {
    drive.named(kari, 'kari@fjordvik.kommune.no', { isGuest: true });
    expect(wordsOf(await says('mine data'))).not.toContain('1 ferdig');
    expect(wordsOf(await drive.executes(kari, 'own-data.all', { page: 0 }))).not.toMatch(/Meldeplikt: ferdig|Kari/);
  });
});

test('nobody else’s data can be asked for by a stranger', async () => {
  await leaves(olav);
  for (const verb of ['own-data.show', 'own-data.all', 'own-data.offer', 'own-data.erase', 'own-data.erase-now']) {
    const said = wordsOf(await drive.executes(stranger, verb, { personId: 'kari', format: 'json' }));
    expect(said).not.toContain('Kari');
    expect(said).not.toContain('Nå er det slettet');
  }
});
