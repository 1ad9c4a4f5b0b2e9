import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { policyReadRow } from '../../src/features/progress/policy-reads.ts';
import { copyContent } from '../support/copy-pack.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, olav, rektor, settle } from './people.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

describe('somebody who reads a guideline', () => {
  test.each(['retningslinjer', 'rutiner', 'vis retningslinjene', 'guidelines'])(
    'finds them by writing "%s"',
    async (text) => {
      expect(wordsOf((await drive.says(kari, text)).message)).toContain('Bilder av barn');
    },
  );

  test('opens it, says that it is read, and sees it in own progress', async () => {
    const list = (await drive.says(kari, 'retningslinjer')).message;
    expect(wordsOf(list)).toContain('Du har lest 0 av 2.');
    const card = await drive.presses(kari, list, 'Les: Bilder av barn');
    expect(wordsOf(card)).toContain('Utkast, ikke kvalitetssikret ennå');
    const after = await drive.presses(kari, card, 'Jeg har lest dette');
    expect(wordsOf(after)).toContain('Notert: Du har lest Bilder av barn.');
    expect(wordsOf(await drive.presses(kari, card, 'Jeg har lest dette'))).toContain('Du har lest 1 av 2.');
    const progress = (await drive.says(kari, 'min fremdrift')).message;
    expect(wordsOf(progress)).toContain('Du har lest 1 av 2.');
    expect(wordsOf(await drive.presses(kari, progress, 'policy.list'))).toContain('Lest mandag 23. november');
  });

  test('on a card of an older version is shown what has changed since', async () => {
    const data = { policyId: 'samtaler-om-barn', version: 1 };
    const card = await drive.executes(kari, 'policy.confirm', data);
    expect(wordsOf(card)).toContain('Retningslinjen er endret siden kortet ble laget.');
    expect(wordsOf((await drive.says(kari, 'retningslinjer')).message)).toContain('Endret siden du leste den');
    expect(wordsOf(await drive.presses(kari, card, 'Jeg har lest dette'))).toContain('Notert');
    expect(await drive.stores.people.get('kari', policyReadRow, 'samtaler-om-barn:2')).toBeDefined();
  });

  test('that is gone, or with a version that never was, changes nothing', async () => {
    expect(wordsOf(await drive.executes(kari, 'policy.open', { policyId: 'borte' }))).toContain('finnes ikke lenger');
    expect(wordsOf(await drive.executes(kari, 'policy.confirm', { policyId: 'borte', version: 1 }))).toContain(
      'lenger',
    );
    await drive.executes(kari, 'policy.confirm', { policyId: 'bilder-av-barn', version: 99 });
    expect(wordsOf((await drive.says(kari, 'retningslinjer')).message)).toContain('Du har lest 0 av 2.');
  });
});

test('a version that matters is told of once to who has read an earlier one, stands in own progress, and is read with a press', async () => {
  await drive.says(olav, 'hei');
  await drive.executes(olav, 'policy.confirm', { policyId: 'bilder-av-barn', version: 1 });
  const first = '- { version: 1, validFrom: 2026-08-17 }\n\n';
  const put = first.replace('\n\n', '\n      - { version: 2, validFrom: 2026-11-23, material: true }\n\n');
  const folder = await copyContent({ file: 'policies.yaml', find: first, put });
  const later = await createDrive(drive.now(), drive.stores, { UNDRING_PACK: folder });
  await later.clockTo(new Date('2026-12-18T12:00:00Z'));
  const cards = later.sent.filter(({ message }) => wordsOf(message).includes('Endret: Bilder av barn'));
  expect(cards.map(({ to }) => to.conversationId)).toEqual(['a:olav']);
  const [card] = cards;
  if (!card) throw new Error('nothing came');
  expect(wordsOf(card.message)).toContain('Du leste retningslinjen mandag 23. november.');
  const named = '«Bilder av barn» er endret siden du leste retningslinjen.';
  expect(wordsOf((await later.says(olav, 'min fremdrift')).message)).toContain(named);
  const text = await later.presses(olav, card.message, 'Les retningslinjen');
  expect(wordsOf(await later.presses(olav, text, 'Jeg har lest dette'))).toContain('Notert');
  expect(wordsOf((await later.says(olav, 'min fremdrift')).message)).not.toContain(named);
});

test('the leader sees how many have read, and never who: of fewer than five nothing is said', async () => {
  const read = (person: Person) => drive.executes(person, 'policy.confirm', { policyId: 'bilder-av-barn', version: 1 });
  const status = async () => wordsOf((await drive.says(rektor, 'status')).message);
  for (const person of [kari, olav, rektor]) await drive.says(person, 'hei');
  await read(olav);
  expect(await status()).not.toContain('har lest');
  await drive.knows(
    ...['ane', 'bo'].map((name, at) => aPerson(name, { aadObjectId: `00000000-0000-4000-8000-00000000020${at}` })),
  );
  const told = await status();
  expect(told).toContain('Bilder av barn: 1 av 5 har lest dette.');
  expect(told).toContain('Når vi snakker om barn: 0 av 5 har lest dette.');
  await read(kari);
  expect(await status()).toBe(told.replace('1 av 5 har lest', '2 av 5 har lest'));
});
