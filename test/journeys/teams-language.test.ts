import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { conversationRow } from '../../src/features/people/person-rows.ts';
import { createDrive, type Drive } from '../support/drive.ts';
import { kari, mondayMorning, olav, rektor, settle } from './people.ts';

const nynorsk = { locale: 'nn-NO' };
let drive: Drive;
beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const chatOf = async ({ personId }: Person) => (await drive.stores.people.get(personId, conversationRow))?.value;
const langOf = (person: Person): unknown[] => {
  const own = drive.sent.filter(({ to }) => to.conversationId === `a:${person.personId}`);
  return own.map(({ message }) => message.card.lang);
};

describe('what Undring writes on its own', () => {
  test('is in the language of the person’s Teams: a reminder, and the digest of a leader', async () => {
    await drive.says(kari, 'hei', nynorsk);
    await drive.says(rektor, 'hei', nynorsk);
    await drive.clockTo(new Date('2026-12-01T15:00:00Z'));
    expect(new Set(langOf(kari))).toEqual(new Set(['nn']));
    expect(new Set(langOf(rektor))).toEqual(new Set(['nn']));
  });

  test('is in the language that the app was installed in, before anybody has written', async () => {
    await drive.removes(kari);
    await drive.installs(kari, nynorsk);
    await drive.clockTo(new Date('2026-11-27T15:00:00Z'));
    expect(langOf(kari)).toEqual(['nn']);
  });

  test('is in the language that the person has chosen, whatever Teams says', async () => {
    await drive.says(kari, 'hei', nynorsk);
    await drive.executes(kari, 'preferences.set', { locale: 'en' }, nynorsk);
    await drive.clockTo(new Date('2026-11-27T15:00:00Z'));
    expect(langOf(kari)).toEqual(['en']);
  });

  test('is so for a date asked for in the guide, too', async () => {
    await drive.says(olav, 'hei', nynorsk);
    const { message } = await drive.says(olav, 'jeg er bekymret');
    const asked = await drive.presses(olav, message, 'Noe annet bekymrer meg');
    const step = await drive.presses(olav, asked, 'Nei, noe annet bekymrer meg');
    await drive.presses(olav, step, 'Minn meg på det om 14 dager');
    await drive.clockTo(new Date('2026-12-07T15:00:00Z'));
    expect([...new Set(langOf(olav))]).toEqual(['nn']);
  });
});

describe('the language of Teams', () => {
  test('is kept with the chat, and stays when a client tells none, or one we do not know', async () => {
    await drive.says(kari, 'hei', nynorsk);
    await drive.says(kari, 'hei', { locale: undefined });
    await drive.says(kari, 'hei', { locale: 'fi-FI' });
    expect(await chatOf(kari)).toMatchObject({ locale: 'nn', state: 'open' });
  });

  test('leaves no trace of the guide: asking it in another language changes nothing', async () => {
    await drive.says(kari, 'hei', nynorsk);
    const before = await drive.stores.people.get('kari', conversationRow);
    await drive.says(kari, 'jeg er bekymret for et barn', { locale: 'en-US' });
    await drive.executes(kari, 'guide.start', {}, { locale: 'en-US' });
    expect(await drive.stores.people.get('kari', conversationRow)).toEqual(before);
  });

  test('is written once, not at every turn', async () => {
    await drive.says(kari, 'hei', nynorsk);
    const before = await drive.stores.people.get('kari', conversationRow);
    await drive.says(kari, 'moduler', nynorsk);
    expect(await drive.stores.people.get('kari', conversationRow)).toEqual(before);
  });
});
