import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '../../src/features/people/member-directory.ts';
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
const userName = 'stranger@fjordvik.kommune.no';
const bearsMark = { from: { id: '29:x', aadObjectId: stranger.aadObjectId, userRole: 'guest' } };
let people: ReturnType<typeof memoryPersonStore>;
let drive: Drive;

beforeEach(async () => {
  people = memoryPersonStore();
  drive = await createDrive(mondayMorning, { people });
  await settle(drive);
  await drive.knows(coordinator, administrator);
  drive.named(stranger, userName);
});

/** When what Teams has told no longer counts. */
const later = () => new Date(drive.now().getTime() + 11 * 60_000);
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

  test.each(['be om å bli lagt til', 'eg vil bli lagt til'])('who writes "%s" has asked', async (text) => {
    expect(wordsOf((await drive.says(stranger, text)).message)).toContain('(Entra-id) og datoen, ikke navnet');
    expect(await requests()).toHaveLength(1);
    expect(wordsOf((await drive.says(kari, text)).message)).not.toContain('Entra-id');
    expect(await requests()).toHaveLength(1);
  });

  test.each(['mine data', 'slett meg'])(
    'who writes %s is told of the request and may take it back, or that there is nothing',
    async (text) => {
      expect(wordsOf((await drive.says(stranger, text)).message)).toContain('Jeg finner ingenting om deg');
      await drive.executes(stranger, 'join.request', {});
      const kept = (await drive.says(stranger, text)).message;
      expect(wordsOf(kept)).toContain('og datoen, ikke navnet');
      await drive.presses(stranger, kept, 'Trekk tilbake');
      expect(await requests()).toEqual([]);
      drive.named(stranger, userName, { isGuest: true });
      await drive.clockTo(later());
      expect(wordsOf((await drive.says(stranger, text)).message)).toContain('for ansatte');
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

describe.each<[string, Partial<Member>, object]>([
  ['a guest', { isGuest: true }, {}],
  ['somebody of another tenant', { tenantId: aad(99) }, {}],
  ['a guest by the user name', { userName: 'a_b.no#Ext#@fjordvik.onmicrosoft.com' }, {}],
  ['a guest who bears the mark, though Teams tells of a member', {}, bearsMark],
])('%s', (_, told, from) => {
  test('reads what everybody may read, has no way to ask for being added, and leaves no row', async () => {
    drive.named(stranger, userName, told);
    for (const welcome of [await drive.installs(stranger, from), (await drive.says(stranger, 'hei', from)).message]) {
      expect(verbsOn(welcome)).toContain('general.list');
      expect(verbsOn(welcome)).not.toContain('join.request');
    }
    const refused = (await drive.says(stranger, 'moduler', from)).message;
    expect(wordsOf(refused)).toContain('for ansatte');
    expect(verbsOn(refused)).not.toContain('join.request');
    const pressed = await drive.executes(stranger, 'join.request', {}, from);
    expect(verbsOn(pressed)).not.toContain('join.request');
    expect(await requests()).toEqual([]);
    const read = await drive.executes(stranger, 'general.open', { moduleId: 'meldeplikt' }, from);
    expect(wordsOf(read)).toContain('Meldeplikt');
  });
});

describe('somebody of whom Teams does not say whether they are a guest', () => {
  const asks = () => drive.executes(stranger, 'join.request', {});

  test('is told to try again when Teams does not answer, and leaves no row until it does', async () => {
    drive.isSilentAbout(stranger);
    expect(verbsOn(await drive.installs(stranger))).not.toContain('join.request');
    for (const card of [(await drive.says(stranger, 'moduler')).message, await asks()]) {
      expect(wordsOf(card)).toContain('får ikke sjekket hvem du er');
      expect(verbsOn(card)).toEqual(expect.arrayContaining(['guide.start', 'welcome.show']));
      expect(verbsOn(card)).not.toContain('join.request');
    }
    expect(await requests()).toEqual([]);
    drive.named(stranger, userName);
    await drive.clockTo(later());
    expect(wordsOf(await asks())).toContain('Jeg har sagt fra');
    expect(await requests()).toHaveLength(1);
  });

  test('sees and deletes what was kept before all the same, and is not told that nothing is', async () => {
    await asks();
    await drive.clockTo(later());
    drive.isSilentAbout(stranger);
    const kept = (await drive.says(stranger, 'mine data')).message;
    expect(wordsOf(kept)).toContain('og datoen, ikke navnet');
    const gone = await drive.presses(stranger, kept, 'Trekk tilbake');
    expect(verbsOn(gone)).not.toContain('join.request');
    expect(wordsOf(gone)).not.toContain('ingenting lagret');
    expect(await requests()).toEqual([]);
    expect(wordsOf((await drive.says(stranger, 'mine data')).message)).toContain('får ikke sjekket hvem du er');
  });

  test('is not in the list, and has no way to ask, when Teams answers that it knows of nobody', async () => {
    const other = aPerson('other', { aadObjectId: aad(98) });
    const refused = (await drive.says(other, 'moduler')).message;
    expect(wordsOf(refused)).toContain('finner deg ikke');
    expect(verbsOn(refused)).not.toContain('join.request');
    const pressed = await drive.executes(other, 'join.request', {});
    expect(wordsOf(pressed)).toContain('finner deg ikke');
    expect(verbsOn(pressed)).not.toContain('join.request');
    expect(await requests()).toEqual([]);
  });
});
