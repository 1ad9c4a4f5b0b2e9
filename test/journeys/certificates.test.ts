import { beforeEach, describe, expect, test } from 'vitest';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.says(olav, 'hei');
});

const register = async (takenOn: string) => {
  const list = await drive.executes(olav, 'certificate.list', {});
  const form = await drive.presses(olav, list, 'certificate.ask');
  return drive.presses(olav, form, 'Lagre datoen', { takenOn });
};
const told = (text: string) =>
  drive.sent.filter(({ to, message }) => to.conversationId === 'a:olav' && wordsOf(message).includes(text));
const statusOf = async () => wordsOf((await drive.says(rektor, 'status')).message);

describe('a course that runs out', () => {
  test('is registered from own progress, and reminded of once, before it runs out', async () => {
    const progress = (await drive.says(olav, 'min fremdrift')).message;
    expect(wordsOf(progress)).toContain('Ikke registrert');
    // 24 months later is Wednesday 20 January 2027; thirty days before is Monday 21 December.
    expect(wordsOf(await register('2025-01-20'))).toContain(
      'Førstehjelp er gyldig til og med onsdag 20. januar 2027. Jeg minner deg på det mandag 21. desember.',
    );
    await drive.clockTo(new Date('2026-12-21T07:59:00Z'));
    expect(told('Førstehjelp')).toEqual([]);
    await drive.clockTo(new Date('2027-03-01T12:00:00Z'));
    const cards = told('Førstehjelp');
    expect(cards).toHaveLength(1);
    expect(wordsOf((await drive.says(olav, 'førstehjelpskurs')).message)).toContain('Gikk ut onsdag 20. januar');
    const [card] = cards;
    if (!card) throw new Error('nothing came');
    expect(wordsOf(await drive.presses(olav, card.message, 'certificate.list'))).toContain('Forny: Førstehjelp');
  });

  test('that is renewed is reminded of by its new date only', async () => {
    await register('2025-01-20');
    await register('2025-06-01');
    await register('2025-06-01');
    await drive.clockTo(new Date('2027-04-01T12:00:00Z'));
    expect(told('Førstehjelp')).toEqual([]);
    await drive.clockTo(new Date('2027-06-01T12:00:00Z'));
    expect(told('Førstehjelp')).toHaveLength(1);
  });

  test('that ran out while somebody was away is told of as it is then', async () => {
    await register('2025-01-20');
    await drive.executes(olav, 'preferences.pause', { pausedUntil: '2027-02-10' });
    await drive.clockTo(new Date('2027-03-01T12:00:00Z'));
    const cards = told('Førstehjelp').map(({ message }) => wordsOf(message));
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('Førstehjelp gikk ut onsdag 20. januar');
  });

  test('that is removed is not reminded of, and can be registered again', async () => {
    const list = await register('2025-01-20');
    expect(wordsOf(await drive.presses(olav, list, 'Fjern: Førstehjelp'))).toContain('Fjernet: Førstehjelp.');
    expect(wordsOf(await drive.presses(olav, list, 'Fjern: Førstehjelp'))).toContain('Ikke registrert');
    await drive.clockTo(new Date('2026-11-30T12:00:00Z'));
    await register('2025-01-20');
    await drive.clockTo(new Date('2027-02-01T12:00:00Z'));
    expect(told('Førstehjelp')).toHaveLength(1);
  });

  test('comes on the same card as a module on the same day', async () => {
    const ny = aPerson('ny', { aadObjectId: '00000000-0000-4000-8000-000000000077', employedOn: '2026-11-23' });
    await drive.knows(ny);
    await drive.says(ny, 'hei');
    // Thirty days before 26 December is Thursday 26 November, when the first reminder of the modules comes.
    await drive.executes(ny, 'certificate.save', { kindId: 'forstehjelp', takenOn: '2024-12-26' });
    await drive.clockTo(new Date('2026-11-26T15:00:00Z'));
    const cards = drive.sent.filter(({ to }) => to.conversationId === 'a:ny').map(({ message }) => wordsOf(message));
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('Meldeplikt');
    expect(cards[0]).toContain('Registrer ny dato');
  });

  test('registered when it soon runs out, or has run out, is told honestly and not reminded of', async () => {
    expect(wordsOf(await register('2024-12-01'))).toContain('Jeg sender ingen påminnelse før den datoen.');
    expect(wordsOf(await register('2020-12-01'))).toContain('Lagret, men Førstehjelp gikk ut');
    await drive.clockTo(new Date('2027-02-01T12:00:00Z'));
    expect(told('Førstehjelp')).toEqual([]);
  });

  test.each(['', 'i fjor', '2026-12-24', '1920-01-01', '2026-02-30'])(
    'with the date "%s" is asked again',
    async (takenOn) => {
      const card = await register(takenOn);
      expect(wordsOf(card)).toContain('Når tok du Førstehjelp?');
      expect(JSON.stringify(card)).not.toContain('i fjor');
      expect(wordsOf(await drive.executes(olav, 'certificate.list', {}))).toContain('Ikke registrert');
    },
  );

  test('is to the leader valid or not, without a date; the person reads the same', async () => {
    expect(await statusOf()).toContain('Førstehjelp: ikke gyldig');
    await register('2025-01-20');
    const status = await statusOf();
    expect(status).toContain('Førstehjelp: gyldig');
    expect(status).not.toContain('20. januar');
    const own = wordsOf((await drive.says(olav, 'hva ser lederen')).message);
    expect(own).toContain('Førstehjelp\nGyldig');
  });

  test('that is not for the person, or is gone, changes nothing', async () => {
    const ppt = aPerson('ppt', { aadObjectId: '00000000-0000-4000-8000-000000000078', sector: 'ppt' });
    await drive.knows(ppt);
    for (const verb of ['certificate.ask', 'certificate.save', 'certificate.remove']) {
      const card = await drive.executes(ppt, verb, { kindId: 'forstehjelp', takenOn: '2025-01-20' });
      expect(wordsOf(card)).toContain('Det kurset finnes ikke lenger, eller gjelder ikke deg.');
    }
  });
});
