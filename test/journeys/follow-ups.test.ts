import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { findModule } from '../../src/features/catalogue/catalogue.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { elsewhere, mondayMorning, olav, rektor, settle } from './people.ts';
import { takeModule } from './take-module.ts';

let drive: Drive;
/** Long-standing, and done with what has a date: nothing else comes than what follows. */
const dated = ['bti-veilederen', 'meldeplikt', 'avvergingsplikt'];
const moduleId = 'tegn-og-undring';
const name = 'Tegn og undring';

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.says(olav, 'hei');
});

const cardsOf = (from: Drive = drive) =>
  from.sent.filter(({ to }) => to.conversationId === 'a:olav').map(({ message }) => message);
const lastCard = (from: Drive = drive): Message => {
  const card = cardsOf(from).at(-1);
  if (!card) throw new Error('nothing came');
  return card;
};
const questionOf = (id: string, index: number) => {
  const question = findModule(drive.service.pack.catalogue, id)?.quiz[index];
  if (!question) throw new Error(`${id} has no such question`);
  return question;
};
const choose = (index: number, right: 'right' | 'wrong'): string =>
  questionOf(moduleId, index)
    .options.filter(({ isCorrect }) => isCorrect === (right === 'right'))
    .map(({ optionId }) => optionId)
    .slice(0, right === 'right' ? undefined : 1)
    .join(',');
const rowsOf = async () =>
  (await toArray(drive.stores.people.list('olav', reminderRow)))
    .map(({ value }) => value)
    .filter(({ moduleId: subject }) => subject.includes('.'));

describe('after a module', () => {
  beforeEach(async () => {
    for (const id of [...dated, moduleId]) await takeModule(drive, olav, id);
  });

  test('comes a tip after two weeks, then one question a week at most, and what is answered is kept nowhere', async () => {
    await drive.clockTo(new Date('2026-12-07T07:59:00Z'));
    expect(cardsOf()).toEqual([]);
    await drive.clockTo(new Date('2026-12-28T12:00:00Z'));
    const titles = () => cardsOf().map((card) => wordsOf(card).split('\n')[0] ?? '');
    expect(titles()).toEqual(Array(4).fill('Hva vil du prøve?'));
    await drive.clockTo(new Date('2027-01-27T12:00:00Z'));
    const questions = titles().slice(4);
    expect(questions).toHaveLength(4);
    expect(new Set(questions).size).toBe(4);
    expect(questions).toContain(`Ett spørsmål om ${name}`);
    const days = (await rowsOf()).flatMap((row) => ('settledAt' in row ? [row.settledAt.getTime()] : [])).toSorted();
    for (const [at, day] of days.entries()) {
      if (at > 0) expect(day - (days[at - 1] ?? 0)).toBeGreaterThan(6.9 * 24 * 3_600_000);
    }
  });

  test('the question is answered in place, right or wrong, as often as one likes, and leaves nothing', async () => {
    const before = JSON.stringify(await rowsOf());
    const data = { moduleId, questionId: questionOf(moduleId, 0).questionId };
    const wrong = await drive.executes(olav, 'refresher.answer', { ...data, choice: choose(0, 'wrong') });
    expect(wordsOf(wrong)).toContain('Ikke helt. Prøv gjerne igjen.');
    expect(buttonsOf(wrong).map(({ title }) => title)).toEqual([
      'Meld feil',
      'Svar på nytt',
      'Les modulen på nytt',
      'Ikke send meg slike kort',
    ]);
    const again = await drive.presses(olav, wrong, 'Svar på nytt', { choice: choose(0, 'right') });
    expect(wordsOf(again)).toContain('Riktig!');
    expect(wordsOf(again)).toContain('Det var alt. Takk!');
    const twice = await drive.presses(olav, wrong, 'Svar på nytt', { choice: choose(0, 'right') });
    expect(wordsOf(twice)).toBe(wordsOf(again));
    const none = await drive.executes(olav, 'refresher.answer', { ...data, choice: '' });
    expect(wordsOf(none)).toContain('Velg et svar først.');
    expect(wordsOf(await drive.presses(olav, wrong, 'Les modulen på nytt'))).toContain(`${name} · kort 1 av`);
    expect(JSON.stringify(await rowsOf())).toBe(before);
    expect(drive.events.filter(({ event }) => event === 'turn-failed')).toEqual([]);
  });

  test('an old card, or one made up, is answered kindly', async () => {
    const gone = await drive.executes(olav, 'refresher.answer', { moduleId, questionId: 'borte', choice: 'x' });
    expect(wordsOf(gone)).toContain('Dette spørsmålet er tatt bort.');
    const unknown = { moduleId: 'borte', questionId: 'x', choice: 'x', version: 1 };
    for (const verb of ['refresher.answer', 'reread.confirm', 'share.show']) {
      expect(wordsOf(await drive.executes(olav, verb, unknown))).toContain('Den modulen finnes ikke lenger.');
    }
    const forLeaders = { moduleId: 'lederansvar', questionId: 'x', choice: 'x', version: 1 };
    for (const verb of ['refresher.answer', 'reread.confirm', 'share.show']) {
      expect(wordsOf(await drive.executes(olav, verb, forLeaders))).toContain('laget for andre');
    }
  });

  test('"ikke send meg slike kort" holds at once, the card that was sent still answers, and all can be had back', async () => {
    await drive.clockTo(new Date('2026-12-07T12:00:00Z'));
    const tip = lastCard();
    const off = await drive.presses(olav, tip, 'Ikke send meg slike kort');
    expect(wordsOf(off)).toContain('Da får du ikke flere spørsmål og tips.');
    expect(wordsOf(await drive.presses(olav, tip, 'Ikke send meg slike kort'))).toBe(wordsOf(off));
    await drive.clockTo(new Date('2027-02-01T12:00:00Z'));
    expect(cardsOf()).toEqual([tip]);
    expect(wordsOf(await drive.presses(olav, tip, 'Les modulen på nytt'))).toContain('kort 1 av');
    const settings = (await drive.says(olav, 'varsler')).message;
    expect(wordsOf(settings)).toContain('Spørsmål og tips\nAv');
    const on = await drive.presses(olav, settings, 'Slå på spørsmål og tips');
    expect(wordsOf(on)).toContain('Da får du spørsmål og tips igjen.');
    await drive.clockTo(new Date('2027-02-08T12:00:00Z'));
    expect(cardsOf()).toHaveLength(2);
  });

  test('that is taken out of the pack in between, nothing comes of it', async () => {
    await drive.clockTo(new Date('2026-12-01T12:00:00Z'));
    const gone = ['tegn-og-undring', ...dated].map((id) => ({ file: `modules/${id}/nn.yaml` }));
    const folder = await copyContent(...gone);
    const later = await createDrive(drive.now(), drive.stores, { UNDRING_PACK: folder });
    await later.clockTo(new Date('2027-02-01T12:00:00Z'));
    expect(cardsOf(later)).toEqual([]);
  });

  test('is written in nynorsk to who has that language', async () => {
    const nynorsk = { locale: 'nn-NO' };
    const data = { moduleId, questionId: questionOf(moduleId, 0).questionId, choice: choose(0, 'wrong') };
    expect(wordsOf(await drive.executes(olav, 'refresher.answer', data, nynorsk))).toContain('Ikkje heilt.');
    expect(wordsOf((await drive.says(olav, 'varsel', nynorsk)).message)).toContain('Høgst éin gong i veka.');
    expect(wordsOf((await drive.says(olav, 'del', nynorsk)).message)).toContain('Kva modul vil du fortelje om?');
  });
});

describe('"del med kollegaene"', () => {
  test('stands on the card of a finished module, and leads to a card for the team meeting', async () => {
    const done = await takeModule(drive, olav, moduleId);
    const card = await drive.presses(olav, done, 'Del med kollegaene');
    expect(wordsOf(card)).toContain(`Til teammøtet: ${name}`);
    expect(wordsOf(card)).toContain('Ikke nevn barn, navn eller saker fra jobben.');
    expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('group.open');
    await drive.says(rektor, 'hei');
    const forLeader = await drive.executes(rektor, 'share.show', { moduleId });
    expect(buttonsOf(forLeader).map(({ verb }) => verb)).toContain('group.open');
  });

  test.each(['del', 'del med kollegaene', 'Del!', 'share'])('is found by writing "%s"', async (text) => {
    expect(wordsOf((await drive.says(olav, text)).message)).toContain('Du har ingen ferdig modul å fortelle om ennå.');
    await takeModule(drive, olav, moduleId);
    expect(wordsOf((await drive.says(olav, text)).message)).toContain(`Til teammøtet: ${name}`);
    await takeModule(drive, olav, 'meldeplikt');
    const choice = (await drive.says(olav, text)).message;
    expect(wordsOf(await drive.presses(olav, choice, 'Meldeplikt'))).toContain('Til teammøtet: Meldeplikt');
  });
});

describe('"varsler"', () => {
  test.each(['varsler', 'mine varsler', 'påminnelser', 'innstillinger', 'notifications'])(
    'are found by writing "%s"',
    async (text) => {
      expect(wordsOf((await drive.says(olav, text)).message)).toContain('Påminnelser om moduler');
    },
  );

  test('stand where somebody asks why a reminder came, and turn the friendly ones off', async () => {
    const why = await drive.executes(olav, 'reminder.why', {});
    const settings = await drive.presses(olav, why, 'Velg varsler');
    const off = await drive.presses(olav, settings, 'Slå av påminnelser');
    expect(wordsOf(off)).toContain('Da minner jeg deg bare på frister.');
    expect(wordsOf((await drive.says(olav, 'varsler')).message)).toContain('Påminnelser om moduler\nAv');
  });
});

describe('a new version that matters', () => {
  test('is told once to who took an earlier one, and read with a press', async () => {
    for (const id of [...dated, moduleId]) await takeModule(drive, olav, id);
    const structure = `modules/${moduleId}/module.yaml`;
    const version = findModule(drive.service.pack.catalogue, moduleId)?.version ?? 0;
    const news = (language: string, text: string) => ({
      file: `modules/${moduleId}/${language}.yaml`,
      find: '\ncards:\n',
      put: `\nmaterial: ${text}\n\ncards:\n`,
    });
    const next = await copyContent(
      {
        file: structure,
        find: `\nversion: ${version}\n`,
        put: `\nversion: ${version + 1}\nmaterial: ${version + 1}\n`,
      },
      news('nb', 'Noter nå alltid dato og klokkeslett.'),
      news('nn', 'Noter no alltid dato og klokkeslett.'),
      news('en', 'Now always note the date and the time.'),
    );
    const later = await createDrive(drive.now(), drive.stores, { UNDRING_PACK: next });
    await later.clockTo(new Date('2026-12-01T12:00:00Z'));
    expect(cardsOf(later)).toHaveLength(1);
    const card = lastCard(later);
    expect(wordsOf(card)).toContain('Noter nå alltid dato og klokkeslett.');
    const thanked = await later.presses(olav, await later.presses(olav, card, 'Meld feil'), 'Utdatert');
    const reports = await toArray(later.stores.reports.list());
    expect(reports).toMatchObject([{ contentId: `module:${moduleId}:news` }]);
    expect(wordsOf(await later.presses(olav, thanked, 'Tilbake'))).toBe(wordsOf(card));
    const read = await later.presses(olav, card, 'Jeg har lest det');
    expect(wordsOf(read)).toContain('Notert.');
    expect(wordsOf(await later.presses(olav, card, 'Jeg har lest det'))).toBe(wordsOf(read));
    expect(wordsOf(await later.executes(olav, 'reread.show', { moduleId }))).toBe(wordsOf(read));
    const old = await later.executes(olav, 'reread.confirm', { moduleId, version });
    expect(wordsOf(old)).toContain('Det har kommet noe nytt');
    await later.says(elsewhere, 'hei');
    const never = await later.executes(elsewhere, 'reread.confirm', { moduleId, version: version + 1 });
    expect(wordsOf(never)).toContain('moduler');
  });
});

describe('a module that has to be taken every year', () => {
  test('opens again after a year, is reminded of kindly, is open to the leader from that day on, and keeps the old proof', async () => {
    // As Fjordvik has it, of one module only, so that the cards that come are about that one.
    const once = ['bti-veilederen', 'avvergingsplikt'].map((id) => ({
      ...{ file: `modules/${id}/module.yaml`, find: '\nrenewal: { months: 12, withinDays: 28 }\n', put: '\n' },
    }));
    const yearly = await copyContent(...once);
    drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: yearly });
    await settle(drive);
    await drive.says(olav, 'hei');
    await drive.says(rektor, 'hei');
    for (const id of dated) await takeModule(drive, olav, id);
    await drive.presses(olav, (await drive.says(olav, 'varsler')).message, 'Slå av spørsmål og tips');
    const statusOf = async () => wordsOf((await drive.says(rektor, 'status')).message);
    await drive.clockTo(new Date('2027-11-22T12:00:00Z'));
    expect(await statusOf()).not.toContain('tas på nytt');
    expect(cardsOf()).toEqual([]);
    await drive.clockTo(new Date('2027-11-23T07:00:00Z'));
    await drive.service.jobs.runTick(drive.now());
    await drive.clockTo(new Date('2027-11-26T12:00:00Z'));
    expect(wordsOf(lastCard())).toContain('Det er et år siden du tok den. Nå er det tid for å ta den på nytt.');
    expect(await statusOf()).toContain('tas på nytt');
    expect(wordsOf((await drive.says(olav, 'moduler')).message)).toContain('Skal tas på nytt · Frist');
    expect(wordsOf(await drive.presses(olav, lastCard(), 'module.open'))).toContain('kort 1 av');
    const done = await takeModule(drive, olav, 'meldeplikt');
    expect(wordsOf(done)).toContain('Du ble ferdig med Meldeplikt fredag 26. november');
    expect(await statusOf()).not.toContain('tas på nytt');
    const came = cardsOf().length;
    await drive.clockTo(new Date('2028-06-01T12:00:00Z'));
    expect(cardsOf()).toHaveLength(came);
  });
});
