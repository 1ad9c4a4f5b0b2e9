import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import type { Person } from '../../src/features/people/person.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { progressRow } from '../../src/features/progress/progress-rows.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { addPerson, aPerson } from '../support/person-builder.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000030${n}`;
const staff = (personId: string, number: number, more: Partial<Person>): Person =>
  aPerson(personId, { displayName: `${personId} Vik`, employedOn: '2020-01-01', aadObjectId: aad(number), ...more });
const unn = staff('unn', 1, { roles: ['employee', 'coordinator'], unitId: 'kommune' });
const ali = staff('ali', 2, { roles: ['employee', 'administrator'], unitId: 'kommune' });
const gro = staff('gro', 3, { roles: ['employee', 'area-leader'], unitId: 'oppvekst', leads: ['oppvekst'] });
const tor = staff('tor', 4, { roles: ['employee', 'area-leader'], unitId: 'helse', leads: ['helse', 'solbakken'] });
const siv = staff('siv', 5, { roles: ['employee', 'leader'], leads: ['solbakken'] });
const kari = staff('kari', 6, {});
/** The evening before the first working day of December; the jobs run in the morning. */
const evening = new Date('2026-11-30T20:00:00Z');
let drive: Drive;

async function people(unitId: string, count: number, done: number): Promise<void> {
  const { modules } = drive.service.pack.catalogue;
  const priority = modules.filter(({ isPriority }) => isPriority);
  const at = new Date('2026-03-02T10:00:00Z');
  for (let number = 0; number < count; number += 1) {
    const person = aPerson(`${unitId}-${number}`, { unitId, employedOn: '2020-01-01' });
    await addPerson(drive.stores, person);
    const writes = priority.map(({ moduleId }) => {
      const value = {
        state: 'completed' as const,
        moduleId,
        cycle: 1,
        moduleVersion: 1,
        startedAt: at,
        completedAt: at,
      };
      return createRow(progressRow, value);
    });
    if (number < done) await drive.stores.people.commit({ personId: person.personId, writes });
  }
}

beforeEach(async () => {
  drive = await createDrive(evening);
  const { units } = drive.stores;
  const unit = (unitId: string, name: string, parentId?: string) =>
    units.createUnit({ unitId, name, sector: 'school', ...(parentId !== undefined && { parentId }) });
  await unit('kommune', 'Fjordvik kommune');
  await unit('oppvekst', 'Oppvekst', 'kommune');
  await unit('helse', 'Helse', 'kommune');
  await unit('solbakken', 'Solbakken skole', 'oppvekst');
  await unit('lilleskolen', 'Lilleskolen', 'oppvekst');
  await unit('ppt', 'PPT', 'helse');
  await drive.knows(unn, ali, gro, tor, siv, kari);
  await people('solbakken', 38, 30);
  await people('lilleskolen', 1, 1);
  await people('kommune', 4, 0);
  await people('ppt', 10, 5);
});

const december = async (): Promise<void> => {
  const morning = new Date('2026-12-01T05:00:00Z');
  await drive.service.jobs.runTick(morning);
  await drive.clockTo(new Date('2026-12-01T09:00:00Z'));
};

describe('a coordinator', () => {
  test('hears when the first figures come, and sees them from that morning on', async () => {
    expect(wordsOf((await drive.says(unn, 'oversikt')).message)).toContain('De første kommer tirsdag 1. desember.');
    await december();
    const { message } = await drive.says(unn, 'oversikt');
    const text = wordsOf(message);
    expect(text).toContain('Tallene er fra tirsdag 1. desember.');
    for (const area of ['Oppvekst', 'Helse', 'Enheter uten område']) expect(text).toContain(area);
    for (const [number] of text.matchAll(/\d+(?= (av|på vei|ikke begynt|over fristen))/g)) {
      expect(Number(number) % 5, number).toBe(0);
    }
    expect(text).not.toContain('Vik');
  });

  test('opens an area, hears why small units are not there, and goes back', async () => {
    await december();
    const { message } = await drive.says(unn, 'oversikt');
    const area = await drive.executes(unn, 'rollup.show', { unitId: 'oppvekst' });
    expect(wordsOf(area)).toContain('Solbakken skole');
    expect(wordsOf(area)).not.toContain('Lilleskolen');
    expect(wordsOf(area)).toContain('for få ansatte til å vises');
    const why = await drive.presses(unn, area, 'Hva er skjult, og hvorfor?');
    expect(wordsOf(why)).toContain('Færre enn fem i en enhet vises ikke.');
    const again = await drive.presses(unn, why, 'Til oversikten');
    expect(wordsOf(again)).toBe(wordsOf(area));
    expect(wordsOf(await drive.presses(unn, again, 'Tilbake'))).toBe(wordsOf(message));
  });

  test('sees the same figures all month, whatever is done in it', async () => {
    await december();
    const before = wordsOf((await drive.says(unn, 'oversikt')).message);
    await people('nyskolen', 20, 20);
    await drive.clockTo(new Date('2026-12-16T09:00:00Z'));
    expect(wordsOf((await drive.says(unn, 'oversikt')).message)).toBe(before);
  });

  test('sees from month to month how it goes', async () => {
    await december();
    await drive.service.jobs.runTick(new Date('2027-01-12T05:00:00Z'));
    await drive.clockTo(new Date('2027-01-12T09:00:00Z'));
    const text = wordsOf((await drive.says(unn, 'oversikt')).message);
    expect(text).toContain('I mål, måned for måned');
    expect(text).toContain('desember 2026');
  });
});

describe('the use of the guide', () => {
  test('leaves nothing on the day, however often it is opened', async () => {
    for (let time = 0; time < 12; time += 1) await drive.says(kari, 'jeg er bekymret for et barn');
    expect(await toArray(drive.stores.uses.list('2026-Q4'))).toEqual([]);
  });

  test('is told when the quarter is over, to who sees the whole municipality', async () => {
    await december();
    await drive.stores.uses.add('2026-Q3', 'guide', 120, newId());
    await drive.stores.uses.add('2026-Q3', 'guide', 10, newId());
    await drive.stores.uses.add('2026-Q4', 'search', 50, newId());
    const text = wordsOf((await drive.says(unn, 'oversikt')).message);
    expect(text).toContain('Veiviseren er åpnet minst 130 ganger.');
    expect(text).not.toContain('søk');
    expect(wordsOf((await drive.says(gro, 'oversikt')).message)).not.toContain('Veiviseren');
  });
});

describe('who leads an area', () => {
  test('sees the own area and no other', async () => {
    await december();
    const { message } = await drive.says(gro, 'oversikt');
    expect(wordsOf(message)).toContain('Oversikt: Oppvekst');
    expect(wordsOf(message)).not.toContain('PPT');
    const refused = await drive.executes(gro, 'rollup.show', { unitId: 'helse' });
    expect(wordsOf(refused)).toBe(wordsOf(message));
    const kept = await toArray(drive.stores.audit.list('202612', 'gro'));
    expect(kept).toMatchObject([{ action: 'refused', verb: 'rollup.show' }]);
  });

  test('chooses where there are several, also a unit within an area', async () => {
    await december();
    const { message } = await drive.says(tor, 'oversikt');
    expect(wordsOf(message)).toContain('Hvor vil du se tall fra?');
    const school = await drive.presses(tor, message, 'Åpne Solbakken skole');
    expect(wordsOf(school)).toContain('Oversikt: Solbakken skole');
    expect(wordsOf(school)).not.toContain('Moduler');
    expect(wordsOf(await drive.presses(tor, school, 'Tilbake'))).toBe(wordsOf(message));
  });
});

describe('a unit that came after the figures of the month', () => {
  test('is said to have none yet, and when the first ones come', async () => {
    await december();
    const { units } = drive.stores;
    await units.createUnit({ unitId: 'kultur', name: 'Kultur', sector: 'other' });
    await units.createUnit({ unitId: 'kulturskolen', name: 'Kulturskolen', sector: 'other', parentId: 'kultur' });
    const newcomer = await drive.executes(unn, 'rollup.show', { unitId: 'kultur' });
    expect(wordsOf(newcomer)).toContain('Oversikt: Kultur');
    expect(wordsOf(newcomer)).toContain('De første kommer tirsdag 5. januar');
    expect(wordsOf(newcomer)).not.toContain('for få');
    expect(wordsOf(await drive.presses(unn, newcomer, 'Tilbake'))).toContain('Oversikt: Fjordvik kommune');
  });
});

describe('anybody else', () => {
  test('may not press it, and is led elsewhere by the word', async () => {
    await december();
    for (const person of [siv, kari]) {
      const refused = await drive.executes(person, 'rollup.show', { unitId: 'oppvekst' });
      expect(wordsOf(refused)).not.toContain('er i mål');
      expect(buttonsOf(refused).length).toBeGreaterThan(0);
    }
    expect(wordsOf((await drive.says(siv, 'oversikt')).message)).toContain('Solbakken skole');
    expect(wordsOf((await drive.says(siv, 'oversikt')).message)).not.toContain('Tallene er fra');
  });

  test('with a page or a place that does not exist is answered all the same', async () => {
    await december();
    const odd = await drive.executes(ali, 'rollup.show', { unitId: 'no-such-unit', page: 'x' });
    expect(wordsOf(odd)).toContain('Her er det for få til å vise tall.');
  });
});

describe('the figures of a month as a file', () => {
  const upload = {
    uploadUrl: 'https://fjordvik-my.sharepoint.com/up',
    contentUrl: 'https://fjordvik-my.sharepoint.com/file.xlsx',
    uniqueId: 'u',
  };
  const text = () => Buffer.from(drive.uploaded.at(-1)?.bytes ?? []).toString('utf8');

  test('comes to a coordinator who says yes, with all units that anything is told of', async () => {
    await december();
    const { message } = await drive.says(unn, 'oversikt');
    expect(buttonsOf(message).map(({ title }) => title)).toContain('Hent som Excel');
    const offer = await drive.asks(unn, 'rollup.offer', { format: 'csv' });
    const said = await drive.consents(unn, { action: 'accept', context: offer.accept, uploadInfo: upload });
    expect(said).toMatchObject({ name: 'Oversikt 2026-12-01.csv', fileType: 'csv' });
    expect(text()).toMatch(/Enheter;01\.12\.2026;Solbakken skole;;\d/);
    expect(text()).not.toContain('Lilleskolen');
    expect(text()).not.toContain('Vik');
  });

  test('has nothing of another area for who looks after one, whatever the press says', async () => {
    await december();
    const offer = await drive.asks(gro, 'rollup.offer', { format: 'csv', unitId: 'helse' });
    await drive.consents(gro, {
      ...{ action: 'accept', uploadInfo: upload },
      context: { ...offer.accept, unitId: 'helse' },
    });
    expect(text()).toContain('Solbakken skole');
    expect(text()).not.toContain('PPT');
    const audit = await toArray(drive.stores.audit.listMonth('202612'));
    expect(audit.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['rollup.offer', 'rollup.accept']));
  });

  test('is not kept when the answer is no, and nobody else gets one', async () => {
    await december();
    const offer = await drive.asks(unn, 'rollup.offer', { format: 'xlsx' });
    await drive.consents(unn, { action: 'decline', context: offer.decline });
    await drive.executes(siv, 'rollup.offer', { format: 'csv' });
    await drive.executes(kari, 'rollup.accept', { format: 'csv', upload });
    expect(drive.uploaded).toEqual([]);
  });
});
