import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { rowsOf } from '../support/edit-workbook.ts';
import { hasTold } from '../support/has-told.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';
import { mondayMorning } from './people.ts';

const id = (n: number) => `00000000-0000-4000-8000-0000000002${String(n).padStart(2, '0')}`;
const unn = aPerson('unn', { roles: ['employee', 'coordinator'], employedOn: '2020-01-01', aadObjectId: id(1) });
const leader = aLeader('siri', ['solbakken'], { aadObjectId: id(2) });
const staff = Array.from({ length: 12 }, (_, at) =>
  aPerson(`p${at}`, { aadObjectId: id(10 + at), employedOn: '2026-08-01', unitId: 'solbakken' }),
);
/** With them the whole municipality is more than one unit. */
const others = ['blåklokka', 'ppt'].flatMap((unitId, place) =>
  Array.from({ length: 6 }, (_, at) =>
    aPerson(`${unitId}-${at}`, { aadObjectId: id(30 + 10 * place + at), employedOn: '2026-08-01', unitId }),
  ),
);
const place = {
  uploadUrl: 'https://fjordvik-my.sharepoint.com/up',
  contentUrl: 'https://fjordvik-my.sharepoint.com/file.xlsx',
  uniqueId: 'u',
};
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await drive.stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await hasTold(drive, unn, leader, ...staff);
  await drive.knows(unn, leader, ...staff);
});

const ask = async (person: typeof unn, text: string) => (await drive.says(person, text)).message;

afterEach(() => {
  vi.useRealTimers();
});

describe('the status of a past day', () => {
  test('is told to a coordinator as sums, without a name, and units only of a first of a month', async () => {
    const first = await ask(unn, 'status per 1. november 2026');
    expect(wordsOf(first)).toContain('Status per 1. november 2026');
    expect(wordsOf(first)).toContain('Så få av 10 er i mål at tallet ikke vises.');
    expect(wordsOf(first)).toContain('Solbakken skole');
    for (const { displayName } of [unn, ...staff]) expect(wordsOf(first)).not.toContain(displayName);
    const alone = await ask(unn, 'status at 2026-11-17');
    expect(wordsOf(alone)).toContain('Den dagen viser jeg ikke');
    expect(wordsOf(await drive.presses(unn, alone, 'Se den første i måneden'))).toContain('Solbakken skole');
  });

  test('is told of any day as one sum, where that is more than a unit or two', async () => {
    for (const unitId of ['blåklokka', 'ppt'])
      await drive.stores.units.createUnit({ unitId, name: unitId, sector: 'school' });
    await drive.knows(...others);
    const other = await ask(unn, 'status at 2026-11-17');
    expect(wordsOf(other)).not.toContain('Solbakken skole');
    expect(wordsOf(other)).toContain('bare per den første');
    expect(wordsOf(await drive.presses(unn, other, 'Se enhetene'))).toContain('Solbakken skole');
  });

  test('that takes longer than Teams waits is said to be counted still, also where a file of it is asked for', async () => {
    const gate = Promise.withResolvers<void>();
    const people = memoryPersonStore();
    async function* slowly<T>(rows: AsyncIterable<T>): AsyncIterable<T> {
      await gate.promise;
      yield* rows;
    }
    drive = await createDrive(mondayMorning, {
      people: {
        ...people,
        list: (personId, row) =>
          row.kind === 'member' ? slowly(people.list(personId, row)) : people.list(personId, row),
      },
    });
    await drive.stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
    await drive.knows(unn, ...staff);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const inTime = async <T>(answer: Promise<T>): Promise<T> => {
      await vi.advanceTimersByTimeAsync(2500);
      return answer;
    };
    const counting = await inTime(ask(unn, 'status per 1. november 2026'));
    expect(wordsOf(counting)).toContain('Jeg teller fortsatt');
    const file = await inTime(drive.executes(unn, 'status-at.offer', { on: '2026-11-01', format: 'csv' }));
    expect(wordsOf(file)).toContain('Jeg teller fortsatt');
    expect(drive.events.filter(({ event }) => event === 'turn-failed')).toEqual([]);
    vi.useRealTimers();
    gate.resolve();
    await expect
      .poll(async () => wordsOf(await drive.presses(unn, counting, 'Prøv en gang til')))
      .toContain('Solbakken skole');
  });

  test('comes as a file that Teams asks about, made anew for who answers', async () => {
    const offer = await drive.asks(unn, 'status-at.offer', { on: '2026-11-01', format: 'xlsx' });
    expect(offer.name).toBe('Status per 2026-11-01.xlsx');
    const said = await drive.consents(unn, { action: 'accept', context: offer.accept, uploadInfo: place });
    expect(said).toMatchObject({ name: offer.name, fileType: 'xlsx' });
    const [numbers] = await rowsOf(drive.uploaded[0]?.bytes ?? new Uint8Array());
    expect(numbers?.rows[1]?.slice(3, 5)).toEqual([10, 'for få']);
    const strange = { ...place, contentUrl: 'https://evil.example/file.xlsx' };
    await drive.consents(unn, { action: 'accept', context: offer.accept, uploadInfo: strange });
    expect(drive.uploaded).toHaveLength(1);
  });

  test('is refused kindly for a day to come, one before the start, one of deleted rows and one that is none', async () => {
    expect(wordsOf(await ask(unn, 'status per 1. desember 2026'))).toContain('Den dagen er ikke over ennå');
    expect(wordsOf(await ask(unn, 'status per 23. november 2026'))).toContain('Den dagen er ikke over ennå');
    expect(wordsOf(await ask(unn, 'status per 1. mars 2026'))).toContain('Undring var ikke i bruk ennå');
    expect(wordsOf(await ask(unn, 'status per 31. februar'))).toContain('Den datoen finnes ikke');
    drive = await createDrive(new Date('2027-11-01T09:00:00Z'));
    await drive.knows(unn);
    const gone = await ask(unn, 'status per 1. desember 2026');
    expect(wordsOf(gone)).toContain('Den dagen har jeg ikke tall for');
    expect(buttonsOf(gone).map(({ title }) => title)).toEqual(['Se den eldste dagen']);
  });

  test('is nobody else’s: neither the leader’s, nor by an old or a made-up press, nor in answer to another’s question', async () => {
    expect(wordsOf(await ask(leader, 'status per 1. november 2026'))).not.toContain('Status per');
    for (const verb of ['status-at.show', 'status-at.offer', 'status-at.accept', 'status-at.decline']) {
      const answer = await drive.executes(leader, verb, { on: '2026-11-01', format: 'csv', upload: place });
      expect(wordsOf(answer)).not.toContain('i mål');
    }
    const { accept } = await drive.asks(unn, 'status-at.offer', { on: '2026-11-01', format: 'csv' });
    await drive.consents(leader, { action: 'accept', context: accept, uploadInfo: place });
    expect(drive.uploaded).toEqual([]);
  });

  test('is answered kindly whatever an old card or a stranger’s data say', async () => {
    for (const data of [
      {},
      { on: 'x' },
      { on: '2026-13-45', page: -1 },
      { day: 1e9, month: -1 },
      { on: '2026-11-01', page: 999 },
    ]) {
      expect((await drive.executes(unn, 'status-at.show', data)).summary).not.toBe('');
    }
    expect(wordsOf(await drive.executes(unn, 'status-at.decline', { on: 7 }))).toContain('Helt greit');
  });
});
