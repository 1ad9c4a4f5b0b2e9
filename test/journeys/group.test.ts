import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { newId } from '../../src/core/ids.ts';
import type { Person } from '../../src/features/people/person.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { doneRow, progressKey, progressRow, withdrawnRow } from '../../src/features/progress/progress-rows.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';

const group = { conversation: { id: '19:laererne@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId } };
const onCard = { ...group, replyToId: 'shared-card' };
const coordinator = aPerson('koordinator', {
  ...{ displayName: 'Nina Nord', unitId: 'bti', roles: ['employee', 'coordinator'] },
  aadObjectId: '00000000-0000-4000-8000-000000000077',
});

const guestOf = (n: number): Person => aPerson(`guest-${n}`, { aadObjectId: `00000000-0000-4000-8000-0000000000${n}` });

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(coordinator);
});

/** The card that the group shares, after the leader has started a meeting. */
async function startMeeting(moduleId = 'meldeplikt', leader = rektor): Promise<Message> {
  const choice = (await drive.says(leader, 'gruppe', group)).message;
  return drive.presses(leader, choice, 'Start', { moduleId }, onCard);
}

const sessionOf = (card: Message): string => String(buttonsOf(card)[0]?.data.sessionId);
const progressOf = async (personId: string, moduleId = 'meldeplikt') =>
  (await drive.stores.people.get(personId, progressRow, progressKey(moduleId, 1)))?.value;
const lastUpdate = (): string => wordsOf(drive.updated.at(-1)?.message ?? nothing);
const nothing: Message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: '' }, summary: '' };

async function endMeeting(card: Message, leader = rektor, where: object = onCard): Promise<Message> {
  const sure = await drive.presses(leader, card, 'Avslutt møtet', {}, where);
  return drive.presses(leader, sure, 'group.close', {}, where);
}

describe('a meeting about a module', () => {
  test('is begun by the leader where the group is, joined by a press, and gives everybody the module when it ends', async () => {
    const card = await startMeeting();
    expect(wordsOf(card)).toContain('Meldeplikt');
    expect(wordsOf(card)).toContain('Ingen er med ennå.');
    for (const person of [kari, olav]) {
      expect(wordsOf(await drive.presses(person, card, 'Jeg er med', {}, onCard))).toContain('Du er med');
    }
    await drive.passes(5);
    expect(drive.updated.at(-1)?.activityId).toBe('shared-card');
    expect(lastUpdate()).toContain('2 er med.');
    const ended = await endMeeting(card);
    expect(wordsOf(ended)).toContain('2 var med. Jeg registrerer oppmøtet nå.');
    expect(await progressOf('kari')).toBeUndefined();
    await drive.passes(20);
    await drive.passes(10);
    expect(lastUpdate()).toContain('2 var med. Oppmøtet er registrert.');
    for (const person of [kari, olav]) {
      expect(await progressOf(person.personId)).toMatchObject({ state: 'completed', form: 'group' });
      const words = wordsOf((await drive.says(person, 'min fremdrift')).message);
      expect(words).toContain('tatt i gruppe');
      expect(words).not.toContain('Jeg var ikke med');
    }
    const reminders = await toArray(drive.stores.people.list('kari', reminderRow));
    const ofModule = reminders.filter(({ value }) => value.moduleId === 'meldeplikt');
    expect(ofModule.length).toBeGreaterThan(0);
    expect(new Set(ofModule.map(({ value }) => value.state))).toEqual(new Set(['cancelled']));
    expect(await toArray(drive.stores.groups.listHints())).toEqual([]);
  });

  test('goes from part to part by the presses of the one who leads, and of nobody else', async () => {
    const card = await startMeeting();
    const kept = await drive.presses(kari, card, 'Neste del', {}, onCard);
    expect(wordsOf(kept)).toContain('Bare den som leder møtet');
    expect(buttonsOf(kept).map(({ verb }) => verb)).toEqual(['group.show']);
    let shown = card;
    for (const part of [2, 3, 4, 5, 6, 7]) {
      shown = await drive.presses(rektor, shown, 'Neste del', {}, onCard);
      expect(wordsOf(shown)).toContain(`del ${part} av 7`);
    }
    expect(buttonsOf(shown).map(({ title }) => title)).not.toContain('Neste del');
    expect(wordsOf(await drive.presses(kari, shown, 'Avslutt møtet', {}, onCard))).toContain('Bare den som leder');
    // An old card, or a press that came twice, says where to go, and not how far.
    shown = await drive.presses(rektor, card, 'Neste del', {}, onCard);
    expect(wordsOf(shown)).toContain('del 2 av 7');
  });

  test('shows a case that is made up, and never the name of anybody', async () => {
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    const atCase = await drive.executes(rektor, 'group.stage', { sessionId: sessionOf(card), stage: 5 }, onCard);
    expect(wordsOf(atCase)).toContain('Sak som er diktet opp');
    await drive.passes(10);
    for (const words of [wordsOf(atCase), lastUpdate()]) {
      for (const { displayName, givenName } of [kari, olav, rektor]) {
        expect(words).not.toContain(displayName);
        expect(words).not.toMatch(new RegExp(`\\b${givenName}\\b`));
      }
    }
  });

  test('counts somebody who presses twice once, and nobody who has gone', async () => {
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    const again = await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    expect(wordsOf(again)).toContain('Du er allerede med');
    await drive.presses(olav, card, 'Jeg er med', {}, onCard);
    const left = await drive.presses(kari, again, 'Jeg må gå', {}, onCard);
    expect(wordsOf(left)).toContain('Da er du ikke med lenger');
    await drive.passes(10);
    expect(lastUpdate()).toContain('Én er med.');
    await endMeeting(card);
    await drive.passes(20);
    expect(await progressOf('kari')).toBeUndefined();
    expect(await progressOf('olav')).toMatchObject({ state: 'completed' });
  });

  test('begun by mistake is called off: nothing is recorded, the card says so, and whoever presses later is told', async () => {
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    const sure = await drive.presses(rektor, card, 'Avslutt møtet', {}, onCard);
    expect(wordsOf(await drive.presses(olav, sure, 'group.cancel', {}, onCard))).toContain('Bare den som leder møtet');
    const off = await drive.presses(rektor, sure, 'Avbryt uten å registrere', {}, onCard);
    expect(wordsOf(off)).toContain('Møtet ble avbrutt. Ingenting er registrert.');
    // The press again, or an end after it: it stays called off.
    expect(wordsOf(await drive.presses(rektor, sure, 'group.close', {}, onCard))).toContain('avbrutt');
    expect(wordsOf(await drive.presses(kari, card, 'Jeg er med', {}, onCard))).toContain('Møtet er slutt');
    await drive.passes(60);
    await drive.passes(5 * 60 * 60);
    expect(lastUpdate()).toContain('avbrutt');
    expect(await progressOf('kari')).toBeUndefined();
    expect(await toArray(drive.stores.groups.listHints())).toEqual([]);
  });

  test('tells who comes too late how to take the module alone, and who was there that they were', async () => {
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    await endMeeting(card);
    expect(wordsOf(await drive.presses(olav, card, 'Jeg er med', {}, onCard))).toContain('Du kan ta modulen alene');
    expect(wordsOf(await drive.presses(kari, card, 'Jeg er med', {}, onCard))).toContain('Du var med');
    await drive.passes(60);
    expect(await progressOf('olav')).toBeUndefined();
  });

  test('tells nothing of what somebody has where all in the chat would read it, as from an older client', async () => {
    await takeModule(drive, olav, 'meldeplikt');
    const card = await startMeeting();
    const press = { verb: 'group.join', sessionId: sessionOf(card) };
    const [has, hasNot] = [await drive.submits(olav, press, onCard), await drive.submits(kari, press, onCard)];
    expect(wordsOf(has)).toContain('Skriv «min fremdrift» til meg i en privat chat');
    expect(wordsOf(has)).toBe(wordsOf(hasNot));
    await endMeeting(card);
    expect(wordsOf(await drive.submits(olav, press, onCard))).toMatch(/Møtet er slutt.*privat chat/);
  });

  test('lets the first completion of somebody who has done it alone stand', async () => {
    await takeModule(drive, olav, 'meldeplikt');
    const before = await progressOf('olav');
    const card = await startMeeting();
    const told = wordsOf(await drive.presses(olav, card, 'Jeg er med', {}, onCard));
    expect(told).toContain('Du har modulen fra før, så den står som den er.');
    expect(told).not.toContain('blir registrert');
    const other = await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    expect(wordsOf(other)).toContain('Modulen blir registrert på deg når møtet er slutt.');
    await endMeeting(card);
    await drive.passes(60);
    expect(await progressOf('olav')).toEqual(before);
    expect(await toArray(drive.stores.people.list('olav', doneRow))).toHaveLength(1);
    expect(await progressOf('kari')).toMatchObject({ state: 'completed' });
  });

  test('finishes what somebody had begun, and keeps no answer', async () => {
    await drive.executes(kari, 'module.open', { moduleId: 'meldeplikt' });
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    await endMeeting(card);
    await drive.passes(60);
    const progress = await progressOf('kari');
    expect(progress).toMatchObject({ state: 'completed', startedAt: mondayMorning });
    expect(progress).not.toHaveProperty('answers');
  });

  test('welcomes guests and people whom nobody knows, and stores nothing about them', async () => {
    const card = await startMeeting();
    const joins = async (who: Person) => wordsOf(await drive.presses(who, card, 'Jeg er med', {}, onCard));
    const [guest, federated, silent] = [guestOf(81), guestOf(82), guestOf(83)];
    drive.named(guest, 'a_b.no#EXT#@fjordvik.onmicrosoft.com', { isGuest: true });
    expect(await joins(guest)).toContain('Velkommen som gjest');
    drive.named(federated, 'a@b.no', { tenantId: 'elsewhere' });
    expect(await joins(federated)).toContain('Velkommen som gjest');
    drive.isSilentAbout(silent);
    expect(await joins(silent)).toContain('Jeg fikk ikke registrert deg');
    drive.named(stranger, 'stranger@fjordvik.kommune.no');
    expect(await joins(stranger)).toContain('ingenting blir registrert');
    const bearsMark = { ...onCard, from: { id: '29:gjest', aadObjectId: stranger.aadObjectId, userRole: 'guest' } };
    const marked = await drive.presses(stranger, card, 'Jeg er med', {}, bearsMark);
    expect(wordsOf(marked)).toContain('Velkommen som gjest');
    expect(await toArray(drive.stores.groups.listAttendees(sessionOf(card)))).toEqual([]);
  });

  test('goes on when the one who began has gone: another leader takes over, an employee cannot', async () => {
    const card = await startMeeting();
    const sessionId = sessionOf(card);
    expect(wordsOf(await drive.executes(kari, 'group.take-over', { sessionId }, onCard))).toContain(
      'Bare den som leder',
    );
    const asked = await drive.presses(coordinator, card, 'Neste del', {}, onCard);
    const taken = await drive.presses(coordinator, asked, 'Jeg tar over', {}, onCard);
    expect(wordsOf(taken)).toContain('Nå leder du møtet');
    expect(wordsOf(await drive.presses(coordinator, card, 'Neste del', {}, onCard))).toContain('del 2 av 7');
    expect(wordsOf(await drive.presses(rektor, card, 'Neste del', {}, onCard))).toContain('En annen leder møtet');
  });

  test('that nobody ends, ends after four hours, and attendance is recorded', async () => {
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    await drive.clockTo(new Date(mondayMorning.getTime() + 3.9 * 3_600_000));
    expect(await progressOf('kari')).toBeUndefined();
    await drive.clockTo(new Date(mondayMorning.getTime() + 4.2 * 3_600_000));
    expect(await progressOf('kari')).toMatchObject({ state: 'completed', form: 'group' });
  });

  test('is recorded also when the app was taken out of the chat', async () => {
    const card = await startMeeting();
    await drive.presses(kari, card, 'Jeg er med', {}, onCard);
    drive.nextResults.push({ outcome: 'rejected', reason: 'BotNotInConversationRoster', isUnreachable: true });
    await drive.passes(10);
    expect(drive.updated).toEqual([]);
    await drive.presses(olav, card, 'Jeg er med', {}, onCard);
    await drive.clockTo(new Date(mondayMorning.getTime() + 5 * 3_600_000));
    expect(await progressOf('kari')).toMatchObject({ state: 'completed' });
    expect(await progressOf('olav')).toMatchObject({ state: 'completed' });
    expect(drive.updated).toEqual([]);
    expect(await toArray(drive.stores.groups.listHints())).toEqual([]);
  });

  test.each([
    ['a channel', { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel' }],
    [
      'the chat of a meeting in Teams',
      { id: '19:meeting_MDk3@thread.v2', conversationType: 'groupChat', isGroup: true },
    ],
    ['a chat that Teams calls a meeting', { id: '19:meeting_MDk3@thread.v2', conversationType: 'meeting' }],
  ])('in %s is the same', async (_, place) => {
    const here = { conversation: { ...place, tenantId } };
    const onIt = { ...here, replyToId: 'c' };
    const choice = (await drive.says(rektor, 'gruppe meldeplikt', here)).message;
    const card = await drive.presses(rektor, choice, 'Start', { moduleId: 'meldeplikt' }, onIt);
    expect(wordsOf(card)).toContain('del 1 av 7');
    await drive.presses(kari, card, 'Jeg er med', {}, onIt);
    expect(wordsOf(await endMeeting(card, rektor, onIt))).toContain('Møtet er slutt. Én var med');
    await drive.passes(20);
    await drive.passes(10);
    expect(await progressOf('kari')).toMatchObject({ state: 'completed' });
  });

  test('begun by two presses on the same card is one meeting, and nobody else can begin another on it', async () => {
    const choice = (await drive.says(rektor, 'gruppe', group)).message;
    const first = await drive.presses(rektor, choice, 'Start', { moduleId: 'meldeplikt' }, onCard);
    const second = await drive.presses(rektor, choice, 'Start', { moduleId: 'avvergingsplikt' }, onCard);
    expect(sessionOf(second)).toBe(sessionOf(first));
    expect(wordsOf(second)).toContain('Meldeplikt');
    const other = await drive.presses(coordinator, choice, 'Start', { moduleId: 'avvergingsplikt' }, onCard);
    expect(wordsOf(other)).toContain('Meldeplikt');
    expect(await toArray(drive.stores.groups.listHints())).toHaveLength(1);
  });

  test('answers cards of meetings that are not there, and ids that nobody made, kindly', async () => {
    for (const verb of [
      'group.join',
      'group.leave',
      'group.show',
      'group.end',
      'group.close',
      'group.cancel',
      'group.take-over',
    ]) {
      expect(wordsOf(await drive.executes(rektor, verb, { sessionId: newId() }, onCard))).toMatch(/finner jeg ikke/);
      expect(wordsOf(await drive.executes(rektor, verb, { sessionId: '../x' }, onCard))).toMatch(/Jeg forstod ikke/);
    }
    expect(drive.events.filter(({ event }) => event === 'turn-failed')).toEqual([]);
  });
});

describe('a module that is made for some', () => {
  const contact = aPerson('kontakt', {
    ...{ displayName: 'Ine Vik', roles: ['employee', 'bti-contact'] },
    aadObjectId: '00000000-0000-4000-8000-000000000078',
  });
  const choicesOf = ({ card }: Message) => JSON.stringify(card).includes('"value":"lederansvar"');

  test('is offered to who may run it, and asked for by others is answered kindly', async () => {
    await drive.knows(contact);
    for (const [person, may] of [
      [rektor, true],
      [coordinator, true],
      [contact, false],
    ] as const) {
      expect(choicesOf((await drive.says(person, 'gruppe', group)).message)).toBe(may);
      expect(choicesOf(await drive.executes(person, 'group.open', {}))).toBe(may);
    }
    const choice = (await drive.says(contact, 'gruppe', group)).message;
    for (const answer of [
      (await drive.says(contact, 'gruppe lederansvar', group)).message,
      await drive.presses(contact, choice, 'Start', { moduleId: 'lederansvar' }, onCard),
      await drive.executes(contact, 'group.open', { moduleId: 'lederansvar' }),
      await drive.executes(contact, 'group.roster', { moduleId: 'lederansvar' }),
    ]) {
      expect(wordsOf(answer)).toContain('Den modulen er laget for andre');
      expect(buttonsOf(answer).map(({ title }) => title)).toEqual(['Velg en annen modul']);
    }
    expect(await toArray(drive.stores.groups.listHints())).toEqual([]);
  });

  test('is talked of with everybody, and registered for those it is made for', async () => {
    const card = await startMeeting('lederansvar');
    const told = wordsOf(await drive.presses(kari, card, 'Jeg er med', {}, onCard));
    expect(told).toContain('Modulen blir ikke registrert på deg, for den er laget for andre i kommunen.');
    expect(wordsOf(await drive.presses(rektor, card, 'Jeg er med', {}, onCard))).toContain('blir registrert på deg');
    await endMeeting(card);
    expect(wordsOf(await drive.presses(kari, card, 'Jeg er med', {}, onCard))).toContain('ikke registrert på deg');
    await drive.passes(60);
    expect(await progressOf('kari', 'lederansvar')).toBeUndefined();
    expect(await progressOf('rektor', 'lederansvar')).toMatchObject({ state: 'completed' });
    const roster = wordsOf(await drive.executes(rektor, 'group.roster', { moduleId: 'lederansvar' }));
    expect(roster).not.toContain('Kari Lund');
    expect(roster).toContain('Det er ingen å krysse av for i Solbakken skole nå.');
  });
});

test('a module for leaders is not promised to who only stands in for one, nor registered', async () => {
  const deputy = aPerson('vikar', {
    ...{ displayName: 'Vera Vikar', unitId: 'solbakken', actsFor: [{ unitId: 'solbakken', until: '2027-01-15' }] },
    aadObjectId: '00000000-0000-4000-8000-000000000079',
  });
  await drive.knows(deputy);
  const card = await startMeeting('lederansvar');
  const told = wordsOf(await drive.presses(deputy, card, 'Jeg er med', {}, onCard));
  expect(told).toContain('Modulen blir ikke registrert på deg');
  await endMeeting(card);
  expect(wordsOf(await drive.presses(deputy, card, 'Jeg er med', {}, onCard))).toContain('ikke registrert på deg');
  await drive.passes(60);
  expect(await progressOf('vikar', 'lederansvar')).toBeUndefined();
});

describe('a module that is taken away during the meeting', () => {
  async function withoutIt(): Promise<{ card: Message; later: Drive }> {
    const card = await startMeeting('trygt-miljoe');
    await drive.presses(olav, card, 'Jeg er med', {}, onCard);
    const folder = await copyContent({ file: 'pack.yaml', find: '  - id: trygt-miljoe\n', put: '' });
    return { card, later: await createDrive(drive.now(), drive.stores, { UNDRING_PACK: folder }) };
  }

  test('is ended by who leads, and who was there before is registered; nobody else joins', async () => {
    const { card, later } = await withoutIt();
    expect(wordsOf(await later.presses(kari, card, 'Jeg er med', {}, onCard))).toContain('finner jeg ikke');
    expect(wordsOf(await later.presses(kari, card, 'Avslutt møtet', {}, onCard))).toContain('Bare den som leder');
    const sure = await later.presses(rektor, card, 'Avslutt møtet', {}, onCard);
    expect(wordsOf(sure)).toContain('Én er med.');
    for (const _ of [1, 2]) {
      const ended = await later.presses(rektor, sure, 'group.close', {}, onCard);
      expect(wordsOf(ended)).toContain('Modulen er tatt bort imens. Oppmøtet blir registrert.');
    }
    await later.passes(60);
    expect(await progressOf('olav', 'trygt-miljoe')).toMatchObject({ state: 'completed', form: 'group' });
    expect(await progressOf('kari', 'trygt-miljoe')).toBeUndefined();
  });

  test('is called off, and nothing is registered', async () => {
    const { card, later } = await withoutIt();
    const sure = await later.presses(rektor, card, 'Avslutt møtet', {}, onCard);
    for (const _ of [1, 2]) {
      const off = await later.presses(rektor, sure, 'Avbryt uten å registrere', {}, onCard);
      expect(wordsOf(off)).toContain('Ingenting er registrert.');
    }
    await later.passes(60);
    expect(await progressOf('olav', 'trygt-miljoe')).toBeUndefined();
    expect(await toArray(drive.stores.groups.listHints())).toEqual([]);
  });
});

describe('what is written where others read along', () => {
  test.each(['gruppe', 'start gruppe', 'gruppe meldeplikt', 'personalmøte', 'Gruppe BTI-veilederen'])(
    '"%s" from a leader begins a meeting',
    async (text) => {
      expect(buttonsOf((await drive.says(rektor, text, group)).message).map(({ verb }) => verb)).toEqual([
        'group.start',
      ]);
    },
  );

  test.each(['gruppe', 'personalmøte meldeplikt'])('"%s" from an employee says who begins', async (text) => {
    const words = wordsOf((await drive.says(kari, text, group)).message);
    expect(words).toContain('Lederen, BTI-kontakten eller BTI-koordinatoren starter');
  });

  test.each([
    ...['hei', 'moduler', 'status', 'hjelp', 'meldeplikt', 'gruppe 2 skal på tur torsdag', 'hva er en gruppe?'],
    ...['gruppe for en gutt som blir slått hjemme', 'pappa slår meg, start gruppe', 'vi er bekymret for en i gruppa'],
  ])('"%s" gets the numbers and nothing more', async (text) => {
    const words = wordsOf((await drive.says(rektor, text, group)).message);
    expect(words).toContain('112');
    expect(words).toContain('privat chat');
    expect(words).not.toContain('Modul i gruppe');
  });

  test('the roster of a unit is shown to nobody there', async () => {
    const words = wordsOf(await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' }, group));
    expect(words).not.toContain('Kari');
    expect(words).toContain('112');
  });
});

describe('the plan for the meeting, in the private chat', () => {
  test('is reached from the list of modules by who may lead, and has times that add up', async () => {
    const list = (await drive.says(rektor, 'moduler')).message;
    const choice = await drive.presses(rektor, list, 'Ta en modul i gruppe');
    const plan = wordsOf(await drive.presses(rektor, choice, 'Vis planen', { moduleId: 'meldeplikt' }));
    expect(plan).toContain('0–4 min');
    expect(plan).toContain('41–45 min');
    expect(plan).toContain('@Undring gruppe');
    const done = await takeModule(drive, rektor, 'meldeplikt');
    expect(buttonsOf(done).map(({ title }) => title)).toContain('Ta modulen med gruppa');
  });

  test('is not offered to employees', async () => {
    const titles = buttonsOf((await drive.says(kari, 'moduler')).message).map(({ title }) => title);
    expect(titles).not.toContain('Ta en modul i gruppe');
    expect(wordsOf(await drive.executes(kari, 'group.open', { moduleId: 'meldeplikt' }))).toContain(
      'Dette gjør den som leder møtet',
    );
  });
});

describe('people without a device', () => {
  async function tick(people: string, more: object = {}): Promise<Message> {
    const roster = await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' });
    return drive.presses(rektor, roster, 'Registrer oppmøte', { people, ...more });
  }

  test('ticked on a card that has registered others already are chosen anew, and the leader is told so', async () => {
    const card = await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' });
    await drive.presses(rektor, card, 'Registrer oppmøte', { people: 'kari' });
    const told = await drive.presses(rektor, card, 'Registrer oppmøte', { people: 'olav' });
    expect(wordsOf(told)).toContain('Det du krysset av nå, ble ikke registrert');
    expect(await progressOf('olav')).toBeUndefined();
    const again = await drive.presses(rektor, told, 'Registrer oppmøte', { people: 'olav' });
    expect(wordsOf(again)).toContain('Registrert: én person.');
  });

  test('are ticked by their leader, told so, and it is audited', async () => {
    const roster = wordsOf(await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' }));
    expect(roster).toContain('Kari Lund');
    expect(roster).not.toContain('Jon Dahl');
    expect(roster).not.toContain('Siv Moe');
    expect(wordsOf(await tick('kari'))).toContain('Registrert: én person.');
    await drive.passes(5);
    const progress = wordsOf((await drive.says(kari, 'min fremdrift')).message);
    expect(progress).toContain('Registrert av Siv Moe.');
    expect(wordsOf((await drive.says(kari, 'status')).message)).toContain('Registrert av Siv Moe.');
    expect(progress).toContain('tatt i gruppe');
    expect(await toArray(drive.stores.audit.list('202611', 'rektor'))).toMatchObject([
      { action: 'group.tick', subjectId: 'kari', moduleId: 'meldeplikt', actorId: 'rektor' },
    ]);
    expect(wordsOf(await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' }))).not.toContain(
      'Kari Lund',
    );
  });

  test('can say that it is wrong: the completion goes, its reminders come back, the proof stays, and the leader sees it', async () => {
    const planned = async () => {
      const rows = await toArray(drive.stores.people.list('kari', reminderRow));
      return rows.filter(({ value }) => value.moduleId === 'meldeplikt').map(({ value }) => value.state);
    };
    const before = await planned();
    await tick('kari');
    await drive.passes(60);
    expect(await planned()).not.toEqual(before);
    const card = (await drive.says(kari, 'min fremdrift')).message;
    const disputed = await drive.presses(kari, card, 'Jeg var ikke med');
    expect(wordsOf(disputed)).toContain('Oppmøtet er tatt bort');
    expect(wordsOf(disputed)).not.toContain('Registrert av');
    expect(await planned()).toEqual(before);
    expect(await toArray(drive.stores.people.list('kari', doneRow))).toHaveLength(1);
    expect(await toArray(drive.stores.people.list('kari', withdrawnRow))).toHaveLength(1);
    // The press again, and the job again: nothing more happens.
    await drive.executes(kari, 'progress.dispute', { moduleId: 'meldeplikt' });
    expect(await toArray(drive.stores.people.list('kari', withdrawnRow))).toHaveLength(1);
    const status = wordsOf((await drive.says(rektor, 'status')).message);
    expect(status).toContain('Sa mandag 23. november at oppmøtet ikke stemmer');
    await takeModule(drive, kari, 'meldeplikt');
    expect(wordsOf((await drive.says(rektor, 'status')).message)).not.toContain('oppmøtet ikke stemmer');
  });

  test('of another unit, or who have the module, are not registered, whatever the card says', async () => {
    await takeModule(drive, olav, 'meldeplikt');
    expect(wordsOf(await tick(`elsewhere,olav,rektor,${'x'.repeat(50)}`))).toContain(
      'Du har ikke krysset av for noen.',
    );
    const foreign = await drive.executes(rektor, 'group.tick', {
      ...{ moduleId: 'meldeplikt', unitId: 'fjordgløtt', page: 0, sessionId: newId(), people: 'elsewhere' },
    });
    expect(wordsOf(foreign)).toContain('Den enheten kan du ikke se.');
    await drive.passes(60);
    expect(await progressOf(elsewhere.personId)).toBeUndefined();
    expect(drive.events).toContainEqual({ event: 'permission-refused', verb: 'group.tick', personId: 'rektor' });
    const refused = await drive.executes(kari, 'group.roster', { moduleId: 'meldeplikt', unitId: 'solbakken' });
    expect(wordsOf(refused)).not.toContain('Olav');
  });

  test('who are soon to take it again are listed too, and have it done by the meeting', async () => {
    const tookIt = new Date('2025-12-07T09:00:00Z');
    const took = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, startedAt: tookIt };
    const done = { ...took, state: 'completed' as const };
    await drive.stores.people.commit({
      ...{ personId: 'olav', writes: [createRow(progressRow, { ...done, completedAt: tookIt })] },
    });
    await drive.stores.people.commit({
      ...{ personId: 'kari', writes: [createRow(progressRow, { ...done, completedAt: mondayMorning })] },
    });
    const roster = wordsOf(await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' }));
    expect(roster).toContain('Olav Berg');
    expect(roster).not.toContain('Kari Lund');
    await tick('olav');
    await drive.passes(5);
    expect(await toArray(drive.stores.people.list('olav', doneRow))).toMatchObject([{ value: { cycle: 2 } }]);
  });

  test('are all listed for a module that nobody has to take, so that the list tells nobody who has taken it', async () => {
    const moduleId = 'tegn-og-undring';
    const roster = () => drive.executes(rektor, 'group.roster', { moduleId });
    const before = wordsOf(await roster());
    await takeModule(drive, kari, moduleId);
    expect(wordsOf(await roster())).toBe(before);
    expect(before).toContain('Kari Lund');
    expect(before).toContain('Hvem som har tatt modulen før, ser du ikke.');
    const own = await progressOf('kari', moduleId);
    const both = await drive.presses(rektor, await roster(), 'Registrer oppmøte', { people: 'kari,olav' });
    expect(wordsOf(both)).toContain('Registrert: 2 personer.');
    expect(wordsOf(both)).not.toContain('Alle i enheten');
    await drive.passes(5);
    expect(await progressOf('kari', moduleId)).toEqual(own);
    expect(await progressOf('olav', moduleId)).toMatchObject({ state: 'completed', tickedBy: 'rektor' });
    expect(wordsOf(await roster())).toBe(before);
  });

  test('are all registered on the last page: then those who are left on the pages before are shown', async () => {
    const staff = Array.from({ length: 30 }, (_, at) =>
      aPerson(`ansatt-${at}`, {
        displayName: `Ansatt ${100 + at}`,
        aadObjectId: `00000000-0000-4000-8000-0000000020${10 + at}`,
      }),
    );
    await drive.knows(...staff);
    const first = await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' });
    const last = await drive.presses(rektor, first, 'Neste side', { people: '' });
    const ids = [...JSON.stringify(last.card).matchAll(/"title":"[^"]*","value":"([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(0);
    const left = await drive.presses(rektor, last, 'Registrer oppmøte', { people: ids.join() });
    expect(wordsOf(left)).toContain(`Registrert: ${ids.length} personer.`);
    expect(wordsOf(left)).toContain('Ansatt 100');
  });

  test('of a large unit are ticked page by page: turning the page registers, and nobody is passed over or registered twice', async () => {
    const staff = Array.from({ length: 60 }, (_, at) =>
      aPerson(`ansatt-${at}`, {
        ...{ displayName: `Ansatt ${100 + at}`, aadObjectId: `00000000-0000-4000-8000-0000000010${10 + at}` },
      }),
    );
    await drive.knows(...staff);
    const idsOn = (card: Message) =>
      [...JSON.stringify(card.card).matchAll(/"value":"(ansatt-\d+)"/g)].map((m) => m[1]);
    const first = await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' });
    expect(wordsOf(first)).toContain('Side 1 av 3. Når du blar, registrerer jeg dem du har krysset av.');
    const ticks = [idsOn(first).slice(0, 20).join(), 'ansatt-30', 'ansatt-59'];
    const second = await drive.presses(rektor, first, 'Neste side', { people: ticks[0] });
    expect(wordsOf(second)).toMatch(/Registrert: 20 personer\.[\s\S]*Side 2 av 3/);
    expect(wordsOf(await drive.presses(rektor, first, 'Neste side', { people: ticks[0] }))).toBe(wordsOf(second));
    await drive.passes(5);
    const third = await drive.presses(rektor, second, 'Neste side', { people: ticks[1] });
    expect(new Set([first, second, third].flatMap(idsOn)).size).toBe(60);
    const back = await drive.presses(rektor, third, 'Forrige side', { people: ticks[2] });
    expect(wordsOf(back)).toContain('Registrert: én person.');
    expect(wordsOf(await drive.presses(rektor, back, 'Neste side', { people: '' }))).not.toContain('Registrert');
    await drive.passes(60);
    for (const personId of ticks.flatMap((ids) => ids.split(','))) {
      expect(await toArray(drive.stores.people.list(personId, doneRow))).toHaveLength(1);
    }
    expect(await toArray(drive.stores.audit.list('202611', 'rektor'))).toHaveLength(22);
  });

  test('are registered once by a form that is sent twice', async () => {
    const roster = await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt' });
    await drive.presses(rektor, roster, 'Registrer oppmøte', { people: 'kari,olav' });
    await drive.presses(rektor, roster, 'Registrer oppmøte', { people: 'kari,olav' });
    await drive.passes(60);
    expect(await toArray(drive.stores.people.list('kari', doneRow))).toHaveLength(1);
    expect(await toArray(drive.stores.audit.list('202611', 'rektor'))).toHaveLength(2);
    expect(await toArray(drive.stores.groups.listHints())).toEqual([]);
  });
});
