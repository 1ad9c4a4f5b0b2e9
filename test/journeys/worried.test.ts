import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle } from './people.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const broken = (): never => {
  throw new Failure('unavailable', 'storage is away; try later');
};

describe('an employee who is worried', () => {
  test('sees the emergency numbers before any question', async () => {
    const words = wordsOf((await drive.says(olav, 'hva gjør jeg hvis jeg er bekymret?')).message);
    expect(words).toContain('112');
    expect(words).toContain('113');
    expect(words).toContain('116 111');
    expect(words).toMatch(/[Ii]kke kontakt foreldrene/);
  });

  test('finds the four ways on from the first card', async () => {
    const titles = buttonsOf((await drive.says(olav, 'jeg er bekymret')).message).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Barnet forteller noe nå',
        'Mistanke om vold eller overgrep',
        'Noe annet bekymrer meg',
        'Vet ikke',
      ]),
    );
  });

  test('leaves a neutral card when finished', async () => {
    const { message } = await drive.says(olav, 'jeg er bekymret');
    const next = await drive.presses(olav, message, 'Noe annet bekymrer meg');
    const words = wordsOf(await drive.presses(olav, next, 'guide.finish'));
    expect(words).not.toMatch(/barn|bekymr|vold|112/i);
    expect(words).toContain('Nødnumre');
  });

  test('is helped with storage down, and with who is asking unknown', async () => {
    const down = await createDrive(mondayMorning, {
      personKeys: { get: async () => broken(), create: async () => broken(), delete: async () => broken() },
      people: { get: async () => broken(), list: () => broken(), commit: async () => broken() },
    });
    const { message } = await down.says(olav, 'jeg tror et barn blir slått');
    expect(wordsOf(message)).toContain('112');
    const next = await down.presses(olav, message, 'Vold');
    expect(wordsOf(next)).toMatch(/112[\s\S]*Barnevernet/);
  });

  test('leaves no trace: no row is written and no event is told', async () => {
    const commits: unknown[] = [];
    const people = drive.stores.people;
    const watched = await createDrive(mondayMorning, {
      ...drive.stores,
      people: { ...people, commit: async (change) => void commits.push(change) },
    });
    const { message } = await watched.says(olav, 'hva gjør jeg hvis jeg er bekymret?');
    const next = await watched.presses(olav, message, 'Mistanke om vold eller overgrep');
    await watched.presses(olav, next, 'guide.finish');
    expect(commits).toEqual([]);
    expect(watched.events.filter(({ event }) => event !== 'content-problem')).toEqual([]);
  });

  test('who writes an identity number gets help first and the warning below, and nothing of it is kept', async () => {
    const reply = await drive.says(kari, 'Jeg er bekymret for Ola Nordmann, 01010112345, han har blåmerker');
    expect(wordsOf(reply.message)).toContain('112');
    expect(reply.more).toHaveLength(1);
    expect(JSON.stringify([reply, drive.events])).not.toMatch(/Nordmann|01010112345/);
  });

  test.each([
    ['channel', { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: 't' }],
    ['group chat', { id: '19:y@thread.v2', conversationType: 'groupChat', tenantId: 't' }],
  ])('who writes an identity number in a %s gets the numbers and nothing below them', async (_kind, conversation) => {
    const text = 'jeg er bekymret for Ola Nordmann i 4B, 01010112345';
    const reply = await drive.says(olav, text, { conversation });
    expect(wordsOf(reply.message)).toContain('112');
    expect(reply.more ?? []).toEqual([]);
    expect(JSON.stringify([reply, drive.events])).not.toMatch(/Nordmann|01010112345/);
  });

  test('of a marriage abroad opens that branch, with the numbers on top and nothing more to choose first', async () => {
    const { message } = await drive.says(olav, 'en elev skal giftes i utlandet');
    const words = wordsOf(message);
    expect(words).toContain('Mistanke om tvangsekteskap');
    expect(words.indexOf('113')).toBeGreaterThan(-1);
    expect(words.indexOf('113')).toBeLessThan(words.indexOf('Ikke kontakt eller involver familien'));
  });

  test('of a child that tells of abuse right now is not asked whether it is violence or abuse', async () => {
    const { message } = await drive.says(olav, 'en elev forteller nå at onkel tafser på henne');
    expect(wordsOf(message)).toMatch(/^Mistanke om seksuelle overgrep\n.*112.*113/);
    const titles = buttonsOf(message).map(({ title }) => title);
    expect(titles.filter((title) => /vold eller overgrep/.test(title))).toEqual([]);
  });

  test('finds the own leader by name among those to call, and that none is set where the roster knows of none', async () => {
    expect(wordsOf(await drive.executes(olav, 'guide.start', { entry: 'numbers' }))).toContain(
      '**Siv Moe (nummeret er ikke lagt inn)** · Lederen din',
    );
    for (const person of [rektor, elsewhere]) {
      const words = wordsOf(await drive.executes(person, 'guide.start', { entry: 'numbers' }));
      expect(words).toContain('Hvem ringer jeg nå?');
      expect(words).toContain('**Lederen din (ikke lagt inn av kommunen)**');
      expect(words).not.toContain('Siv Moe');
    }
  });

  test('in a channel gets the very card that everything else gets there: it tells nobody what was written', async () => {
    const channel = { conversation: { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: 't' } };
    const written = ['jeg er bekymret', 'han sa pappa slo', 'status', 'moduler', 'hjelp', 'takk for i går', 'hei'];
    const cards = [];
    for (const text of written) cards.push((await drive.says(olav, text, channel)).message);
    expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(1);
  });

  test('in a channel gets the numbers and the way to a private chat, nothing more', async () => {
    const channel = { conversation: { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: 't' } };
    const { message } = await drive.says(olav, 'jeg er bekymret', channel);
    expect(wordsOf(message)).toContain('112');
    expect(wordsOf(message)).toContain('privat');
    expect(buttonsOf(message).filter(({ verb }) => verb === 'guide.answer')).toEqual([]);
  });
});
