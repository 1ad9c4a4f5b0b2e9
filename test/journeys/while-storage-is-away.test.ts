import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { memoryStores } from '../support/memory-stores.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, rektor, settle, stranger } from './people.ts';

const group = { conversation: { id: '19:laererne@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId } };
const onCard = { ...group, replyToId: 'shared-card' };
const unn = aPerson('unn', {
  ...{ displayName: 'Unn Vik', roles: ['employee', 'coordinator'] },
  ...{ employedOn: '2020-01-01', aadObjectId: '00000000-0000-4000-8000-000000000101' },
});
let drive: Drive;
let isAway = false;

beforeEach(async () => {
  isAway = false;
  const stores = memoryStores();
  const get: typeof stores.personKeys.get = async (key) => {
    if (isAway) throw new Failure('unavailable', 'storage is away in this test');
    return stores.personKeys.get(key);
  };
  drive = await createDrive(mondayMorning, { ...stores, personKeys: { ...stores.personKeys, get } });
  await settle(drive);
  await drive.knows(unn);
});

describe('while nobody can look who is asking', () => {
  test('whoever leads a meeting is told that, and not that somebody else leads it, and goes on from the card', async () => {
    const choice = (await drive.says(rektor, 'gruppe', group)).message;
    const card = await drive.presses(rektor, choice, 'Start', { moduleId: 'meldeplikt' }, onCard);
    isAway = true;
    for (const button of ['Neste del', 'Avslutt møtet']) {
      const told = await drive.presses(rektor, card, button, {}, onCard);
      expect(wordsOf(told)).toContain('Jeg får ikke sjekket hvem du er nå');
      expect(wordsOf(told)).not.toContain('En annen leder');
      expect(wordsOf(await drive.presses(rektor, told, 'Tilbake til kortet', {}, onCard))).toContain('Meldeplikt');
    }
    isAway = false;
    expect(wordsOf(await drive.presses(rektor, card, 'Neste del', {}, onCard))).toContain('del 2 av 7');
    expect(wordsOf(await drive.presses(kari, card, 'Neste del', {}, onCard))).toContain('En annen leder møtet');
  });

  test('whoever begins a meeting is not told before everybody that leaders do that', async () => {
    const choice = (await drive.says(rektor, 'gruppe', group)).message;
    isAway = true;
    const asked = (await drive.says(rektor, 'gruppe', group)).message;
    const started = await drive.presses(rektor, choice, 'Start', { moduleId: 'meldeplikt' }, onCard);
    for (const told of [asked, started]) expect(wordsOf(told)).toContain('Jeg får ikke sjekket hvem du er nå');
    isAway = false;
    expect(wordsOf((await drive.says(kari, 'gruppe', group)).message)).toContain('Dette gjør den som leder møtet');
  });

  test('whoever sends a workbook is asked to send it again, and it is not fetched', async () => {
    isAway = true;
    const told = wordsOf(await drive.sends(unn, new Uint8Array([1])));
    expect(told).toContain('Jeg får ikke sjekket hvem du er nå');
    expect(told).toContain('send arket en gang til');
    expect(told).not.toContain('Jeg åpner ikke filer');
    expect(drive.fetched).toEqual([]);
  });

  test('somebody whom Teams does not answer about is told the same', async () => {
    drive.isSilentAbout(stranger);
    const asked = (await drive.says(stranger, 'gruppe', group)).message;
    const sent = await drive.sends(stranger, new Uint8Array([1]));
    for (const told of [asked, sent]) expect(wordsOf(told)).toContain('Jeg får ikke sjekket hvem du er nå');
  });
});
