import { beforeEach, describe, expect, test } from 'vitest';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, settle, stranger } from './people.ts';

const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const coordinator = aPerson('coordinator', {
  roles: ['employee', 'coordinator'],
  employedOn: '2020-01-01',
  aadObjectId: aad(61),
});
const administrator = aPerson('administrator', {
  roles: ['employee', 'administrator'],
  employedOn: '2020-01-01',
  aadObjectId: aad(62),
});
const asGuest = { from: { id: '29:x', aadObjectId: stranger.aadObjectId, userRole: 'guest' } };
const fromElsewhere = { from: { id: '29:x', aadObjectId: stranger.aadObjectId, tenantId: aad(99) } };
let people: ReturnType<typeof memoryPersonStore>;
let drive: Drive;

beforeEach(async () => {
  people = memoryPersonStore();
  drive = await createDrive(mondayMorning, { people });
  await settle(drive);
  await drive.knows(coordinator, administrator);
});

const requests = () => toArray(drive.stores.accessRequests.list());
const verbsOn = (message: { card: object } | undefined) => (message ? buttonsOf(message).map(({ verb }) => verb) : []);

describe('somebody who is not in the staff list', () => {
  test('is met with the guide, something to read, and a way to ask for being added', async () => {
    const welcome = await drive.installs(stranger);
    expect(verbsOn(welcome)).toEqual(expect.arrayContaining(['guide.start', 'general.list', 'join.request']));
    const said = (await drive.says(stranger, 'moduler')).message;
    expect(wordsOf(said)).toContain('finner deg ikke');
    expect(verbsOn(said)).toEqual(expect.arrayContaining(['general.list', 'join.request']));
  });

  test('asks once, is told what is kept and until when, and may take it back', async () => {
    const asked = await drive.executes(stranger, 'join.request', {});
    expect(wordsOf(asked)).toContain('(Entra-id) og datoen, ikke navnet');
    expect(wordsOf(asked)).toContain('23. desember');
    await drive.executes(stranger, 'join.request', {});
    expect(await requests()).toEqual([{ aadObjectId: stranger.aadObjectId, askedOn: '2026-11-23' }]);
    expect(wordsOf(await drive.presses(stranger, asked, 'Trekk tilbake'))).toContain('slettet');
    expect(await requests()).toEqual([]);
  });

  test.each(['mine data', 'slett meg'])(
    'who writes %s is told of the request and may take it back, or that there is nothing',
    async (text) => {
      expect(wordsOf((await drive.says(stranger, text)).message)).toContain('Ingenting er lagret om deg');
      await drive.executes(stranger, 'join.request', {});
      const kept = (await drive.says(stranger, text)).message;
      expect(wordsOf(kept)).toContain('og datoen, ikke navnet');
      await drive.presses(stranger, kept, 'Trekk tilbake');
      expect(await requests()).toEqual([]);
      const asGuestSaid = (await drive.says(stranger, text, asGuest)).message;
      expect(wordsOf(asGuestSaid)).toContain('for ansatte');
    },
  );

  test('is counted for the coordinator, whose account only the administrator sees', async () => {
    expect(wordsOf((await drive.says(coordinator, 'hei')).message)).not.toContain('lagt til');
    await drive.executes(stranger, 'join.request', {});
    expect(wordsOf((await drive.says(coordinator, 'hei')).message)).toContain('1 person har bedt om å bli lagt til');
    const seen = wordsOf((await drive.says(coordinator, 'personalliste')).message);
    expect(seen).toContain('bedt om å bli lagt til');
    expect(seen).not.toContain(stranger.aadObjectId);
    expect(wordsOf((await drive.says(administrator, 'personalliste')).message)).toContain(stranger.aadObjectId);
    expect(wordsOf((await drive.says(kari, 'hei')).message)).not.toContain('lagt til');
  });

  test('waits no more when added, and what was kept goes in the night', async () => {
    await drive.executes(stranger, 'join.request', {});
    await drive.knows(stranger);
    expect(wordsOf((await drive.says(coordinator, 'hei')).message)).not.toContain('lagt til');
    await drive.clockTo(new Date('2026-12-01T12:00:00Z'));
    expect(await requests()).toEqual([]);
    expect(await drive.stores.personKeys.get(aadKey(stranger.aadObjectId ?? ''))).toBe('stranger');
  });
});

describe('what everybody may read', () => {
  test('is read card by card, to an end that says what it is not, and nothing is kept', async () => {
    const before = JSON.stringify([...people.keys()]);
    let card = await drive.executes(stranger, 'general.list', {});
    expect(wordsOf(card)).toContain('Meldeplikt');
    expect(wordsOf(card)).not.toContain('Lederansvar');
    card = await drive.presses(stranger, card, 'Les Meldeplikt');
    for (let at = 0; at < 30 && verbsOn(card).length > 0 && wordsOf(card).includes('kort'); at += 1) {
      const next = buttonsOf(card).find(({ title }) => title === 'Neste');
      if (!next) break;
      card = await drive.executes(stranger, next.verb, next.data);
    }
    expect(wordsOf(card)).toContain('Det var hele modulen');
    expect(JSON.stringify([...people.keys()])).toBe(before);
  });

  test('is nothing else: another module, a place that is not there', async () => {
    for (const data of [{ moduleId: 'lederansvar' }, { moduleId: 'x' }]) {
      expect(wordsOf(await drive.executes(stranger, 'general.open', data))).toContain('er ikke her lenger');
    }
    const far = await drive.executes(stranger, 'general.open', { moduleId: 'meldeplikt', position: 999 });
    expect(wordsOf(far)).toContain('Det var hele modulen');
  });
});

describe.each([
  ['a guest', asGuest],
  ['somebody of another tenant', fromElsewhere],
])('%s', (_, from) => {
  test('reads what everybody may read, has no way to ask for being added, and leaves no row', async () => {
    const welcome = (await drive.says(stranger, 'hei', from)).message;
    expect(verbsOn(welcome)).toContain('general.list');
    expect(verbsOn(welcome)).not.toContain('join.request');
    const refused = (await drive.says(stranger, 'moduler', from)).message;
    expect(wordsOf(refused)).toContain('for ansatte');
    expect(verbsOn(refused)).not.toContain('join.request');
    await drive.executes(stranger, 'join.request', {}, from);
    expect(await requests()).toEqual([]);
    const read = await drive.executes(stranger, 'general.open', { moduleId: 'meldeplikt' }, from);
    expect(wordsOf(read)).toContain('Meldeplikt');
  });
});
