import { beforeEach, describe, expect, test } from 'vitest';
import { ownerCardRow } from '../../src/features/owners/send-owner-card.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { switchSending } from '../../src/features/use-cases/switch-sending.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000020${n}`;
const since = { employedOn: '2020-01-01' } as const;
const unn = aPerson('unn', {
  ...since,
  displayName: 'Unn Vik',
  roles: ['employee', 'coordinator'],
  aadObjectId: aad(1),
});
const ali = aPerson('ali', {
  ...since,
  displayName: 'Ali Berg',
  roles: ['employee', 'coordinator'],
  aadObjectId: aad(2),
});
const lawyer = aPerson('lawyer', {
  ...since,
  displayName: 'Eva Lid',
  answersFor: ['kommuneadvokat'],
  aadObjectId: aad(3),
});
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(unn, ali, lawyer);
  for (const person of [unn, ali, lawyer, olav, rektor]) await drive.installs(person);
});

const cardsTo = (person: { personId: string }) =>
  drive.sent.filter(({ to, message }) => to.conversationId === `a:${person.personId}` && isOwnerCard(message.summary));
const isOwnerCard = (summary: string): boolean => summary.includes('du svarer for');

describe('who answers for texts', () => {
  test('hears nothing while all is fresh', async () => {
    await drive.clockTo(new Date('2026-12-01T12:00:00Z'));
    expect(drive.sent.filter(({ message }) => isOwnerCard(message.summary))).toEqual([]);
    expect(await toArray(drive.stores.people.list('unn', ownerCardRow))).toEqual([]);
  });

  test('hears on Monday morning of what is theirs, once a week, and the coordinators of what nobody has the post for', async () => {
    await drive.clockTo(new Date('2027-06-07T12:00:00Z'));
    const [card] = cardsTo(lawyer);
    if (!card) throw new Error('no card came');
    expect(wordsOf(card.message)).toContain('barnehageloven § 46');
    expect(wordsOf(card.message)).not.toContain('Barnevernvakta');
    const weeks = await toArray(drive.stores.people.list('lawyer', ownerCardRow));
    expect(cardsTo(lawyer)).toHaveLength(weeks.length);
    expect(new Set(weeks.map(({ value: { key } }) => key)).size).toBe(weeks.length);
    expect(cardsTo(unn).length).toBeGreaterThan(0);
    expect(cardsTo(ali)).toHaveLength(cardsTo(unn).length);
    expect([...cardsTo(olav), ...cardsTo(rektor)]).toEqual([]);
    expect(JSON.stringify(weeks)).not.toMatch(/Barnehage|Eva|advokat/);
  });

  test('checks it from the card; a second person confirms it, and the next card is without it', async () => {
    await drive.clockTo(new Date('2027-05-31T12:00:00Z'));
    const card = cardsTo(lawyer).at(-1);
    if (!card) throw new Error('no card came');
    const row = buttonsOf(card.message).find(({ verb }) => verb === 'content.fact');
    const fact = await drive.executes(lawyer, 'content.fact', row?.data);
    const checked = await drive.presses(lawyer, fact, 'Jeg har kontrollert det i dag');
    expect(wordsOf(checked)).toContain('En annen må bekrefte det innen tirsdag 1. juni');
    expect(buttonsOf(checked).map(({ title }) => title)).not.toContain('Bekreft at det stemmer');
    const asked = await drive.executes(unn, 'content.fact', row?.data);
    const confirmed = await drive.presses(unn, asked, 'Bekreft at det stemmer');
    expect(wordsOf(confirmed)).toContain('Bekreftet kontrollen · Unn Vik');
    await drive.clockTo(new Date('2027-06-07T12:00:00Z'));
    const next = cardsTo(lawyer).at(-1);
    expect(next).not.toBe(card);
    expect(buttonsOf(next?.message ?? { card: {} }).map(({ data }) => data.factId)).not.toContain(row?.data.factId);
  });

  test('checks it alone: is told so, and that the check is kept, not that it holds', async () => {
    const of = { factId: 'law:barnehageloven-46' };
    const alone = await createDrive(mondayMorning);
    await alone.knows(lawyer, olav);
    const words = wordsOf(await alone.executes(lawyer, 'content.check', of));
    expect(words).toContain('Kontrollen er lagret.');
    expect(words).not.toContain('den gjelder nå');
    expect(words).toContain('Ingen andre i personallista kan bekrefte det. Be administrator');
    expect(wordsOf(await drive.executes(lawyer, 'content.check', of))).not.toContain('Ingen andre');
    const confirmed = await drive.executes(unn, 'content.fact', of);
    expect(wordsOf(await drive.presses(unn, confirmed, 'Bekreft at det stemmer'))).not.toContain('Ingen andre');
  });

  test('that checked something may be too late for a second person, who then confirms it or checks it anew', async () => {
    const of = { factId: 'law:barnehageloven-46' };
    await drive.executes(lawyer, 'content.check', of);
    const titles = async (person: typeof unn) =>
      buttonsOf(await drive.executes(person, 'content.fact', of)).map(({ title }) => title);
    expect(await titles(unn)).not.toContain('Jeg har kontrollert det i dag');
    await drive.clockTo(new Date('2026-12-01T12:00:00Z'));
    for (const title of ['Bekreft at det stemmer', 'Jeg har kontrollert det i dag']) {
      expect(await titles(unn)).toContain(title);
    }
    expect(await titles(lawyer)).not.toContain('Bekreft at det stemmer');
  });

  test('hears of a number that no second person has confirmed, and of reported texts', async () => {
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    const read = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    const asked = await drive.presses(olav, read, 'Meld feil');
    await drive.presses(olav, asked, 'Utdatert');
    await drive.clockTo(new Date('2026-11-30T12:00:00Z'));
    const [card] = cardsTo(ali);
    if (!card) throw new Error('no card came');
    expect(wordsOf(card.message)).toContain('2 ting du svarer for');
    expect(wordsOf(card.message)).toContain('Ingen bekreftet endringen innen tirsdag 24. november');
    expect(wordsOf(card.message)).toContain('Noen har meldt feil i 1 tekst');
    const number = await drive.presses(ali, card.message, 'Åpne PPT');
    expect(buttonsOf(number).map(({ title }) => title)).toContain('Bekreft 77 00 12 34');
    expect(cardsTo(ali)).toHaveLength(1);
  });

  test('hears that the approval of a guideline has ended, and opens it, also when it is meant for others', async () => {
    const approval = 'status: approved, approvedBy: Kari, approvedAt: 2026-01-01, validTo: 2026-11-20';
    const chief = aPerson('chief', { ...since, answersFor: ['Rådmann'], aadObjectId: aad(4) });
    const folder = await copyContent({
      file: 'policies.yaml',
      find: `    approval: { status: utkast, owner: Oppvekstsjef }
    versions:
      - { version: 1, validFrom: 2026-08-17 }

`,
      put: `    approval: { owner: Rådmann, ${approval} }
    audience: { sectors: [kindergarten] }
    versions:
      - { version: 1, validFrom: 2026-08-17 }

`,
    });
    drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: folder });
    await settle(drive);
    await drive.knows(chief);
    await drive.installs(chief);
    await drive.clockTo(new Date('2026-11-30T12:00:00Z'));
    const [card] = cardsTo(chief);
    if (!card) throw new Error('no card came');
    expect(wordsOf(card.message)).toContain('Godkjenningen gikk ut fredag 20. november.');
    const policy = await drive.presses(chief, card.message, 'Åpne Bilder av barn');
    expect(wordsOf(policy)).toContain('Ta bare bilder når');
    expect(buttonsOf(policy).map(({ title }) => title)).not.toContain('Jeg har lest dette');
  });

  test('gets it once more at most when nobody knows whether it arrived, and never twice otherwise', async () => {
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    await drive.clockTo(new Date('2026-11-30T07:29:00Z'));
    drive.nextResults.push({ outcome: 'unknown', reason: 'timeout' }, { outcome: 'unknown', reason: 'timeout' });
    for (const time of ['07:30', '08:01', '09:00', '10:30', '12:00']) {
      await drive.clockTo(new Date(`2026-11-30T${time}:00Z`));
      await drive.service.jobs.runTick(drive.now());
      await drive.service.jobs.drain();
    }
    expect(cardsTo(ali).length + cardsTo(unn).length).toBeLessThanOrEqual(4);
    expect(cardsTo(ali).length).toBeGreaterThan(0);
  });
});

describe('what waits for a second person', () => {
  const waitingTo = (person: { personId: string }) =>
    drive.sent.filter(
      ({ to, message }) => to.conversationId === `a:${person.personId}` && message.summary.includes('venter på deg'),
    );
  const morningOf = async (at: string) => {
    await drive.clockTo(new Date(at));
    await drive.service.jobs.runTick(drive.now());
    await drive.service.jobs.drain();
  };

  test('is told the next working morning to everybody else who can be that, once, and not on a weekend', async () => {
    await drive.clockTo(new Date('2026-11-27T13:00:00Z'));
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    for (const at of ['2026-11-27T14:30:00Z', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z']) await morningOf(at);
    expect(waitingTo(ali)).toEqual([]);
    // On the day of the week's card, that one tells of it.
    await morningOf('2026-11-30T09:00:00Z');
    const [card] = cardsTo(ali);
    if (!card) throw new Error('no card came');
    expect(wordsOf(card.message)).toContain('Bekreft innen mandag 30. november');
    expect([...cardsTo(unn), ...waitingTo(unn), ...waitingTo(ali)]).toEqual([]);
  });

  test('is told also in the summer, when nothing else is sent, and is to be confirmed by the next day', async () => {
    await drive.clockTo(new Date('2027-07-06T09:00:00Z'));
    drive.sent.length = 0;
    const set = await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    expect(wordsOf(set)).toContain('innen onsdag 7. juli');
    await morningOf('2027-07-07T06:30:00Z');
    expect(waitingTo(ali)).toHaveLength(1);
    await morningOf('2027-07-07T09:00:00Z');
    expect(waitingTo(ali)).toHaveLength(1);
    expect(drive.sent.map(({ to }) => to.conversationId)).toEqual(['a:ali']);
  });

  test('is seen on the front page, in the help and in the content, and confirmed from the card', async () => {
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    // What comes up on the day of the week's card is still told by that one.
    await morningOf('2026-11-23T11:00:00Z');
    expect(cardsTo(ali)).toHaveLength(1);
    await morningOf('2026-11-24T07:29:00Z');
    expect(waitingTo(ali)).toEqual([]);
    await morningOf('2026-11-24T07:30:00Z');
    await morningOf('2026-11-24T09:30:00Z');
    const [card, ...more] = waitingTo(ali);
    expect([more, waitingTo(unn), waitingTo(olav)]).toEqual([[], [], []]);
    if (!card) throw new Error('no card came');
    const list = await drive.presses(ali, card.message, 'Se alt innholdet');
    expect(wordsOf(list)).toContain('Bekreft innen tirsdag 24. november');
    const { message: help } = await drive.says(ali, 'hjelp');
    expect(wordsOf(help)).toContain('1 endring venter på deg');
    expect(wordsOf(await drive.presses(ali, help, 'Se hva som venter'))).toContain('Venter på deg');
    expect(wordsOf((await drive.says(unn, 'hjelp')).message)).not.toContain('venter på deg');
    const number = await drive.presses(ali, list, 'Åpne PPT');
    await drive.presses(ali, number, 'Bekreft 77 00 12 34');
    expect(wordsOf((await drive.says(ali, 'hjelp')).message)).not.toContain('venter på deg');
    await morningOf('2026-11-25T07:30:00Z');
    expect(waitingTo(ali)).toHaveLength(1);
    expect(cardsTo(ali)).toHaveLength(1);
  });

  test('is told by the card of the week where that one is late, and not by both on one morning', async () => {
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    for (const time of ['07:30', '07:31', '09:30']) await morningOf(`2026-11-24T${time}:00Z`);
    expect([...cardsTo(ali), ...waitingTo(ali)]).toEqual(cardsTo(ali).slice(0, 1));
    await morningOf('2026-11-25T07:30:00Z');
    expect([cardsTo(ali).length, waitingTo(ali).length]).toEqual([1, 1]);
  });

  test('is not told while all sending is stopped', async () => {
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    await switchSending(drive.stores, 'stopped', 'unn', drive.now());
    await morningOf('2026-11-24T08:00:00Z');
    expect(waitingTo(ali)).toEqual([]);
  });
});

describe('who answers for one thing', () => {
  test('sees what is theirs in the content, and changes nothing else', async () => {
    const { message: list } = await drive.says(lawyer, 'innhold');
    expect(wordsOf(list)).toContain('kommuneadvokat');
    expect(wordsOf(list)).not.toContain('barnevernleder');
    const refused = await drive.executes(lawyer, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    expect(wordsOf(refused)).toContain('En annen svarer for dette');
    for (const [verb, more] of [
      ['content.withdraw', { cardId: 'plikten-er-din' }],
      ['content.return', { version: 2, reason: 'wrong-fact' }],
    ] as const) {
      await drive.executes(lawyer, verb, { moduleId: 'bti-veilederen', ...more });
    }
    expect(await toArray(drive.stores.content.list())).toEqual([]);
  });
});
