import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { Failure } from '../../src/core/failure.ts';
import type { Person } from '../../src/features/people/person.ts';
import { preferencesRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { hasTold } from '../support/has-told.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';
import { kari, olav, rektor, settle } from './people.ts';
import { takeModule } from './take-module.ts';

/** Monday 21 December 2026, 10:00 in Oslo: Kari is late with the first module, and Olav with all of them. */
const lateMonday = new Date('2026-12-21T09:00:00Z');
const moduleId = 'avvergingsplikt';
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(lateMonday);
  await hasTold(drive, kari, olav);
  await settle(drive);
  await drive.installs(kari);
  await drive.installs(olav);
});

const status = async (): Promise<Message> => (await drive.says(rektor, 'status')).message;
const open = async (personId: string): Promise<Message> => drive.presses(rektor, await status(), 'Åpne', { personId });
/** The minute that it is. */
const ticks = async (): Promise<void> => {
  await drive.service.jobs.runTick(drive.now());
  await drive.service.jobs.drain();
};
const sentTo = (personId: string): string[] =>
  drive.sent.filter(({ to }) => to.conversationId === `a:${personId}`).map(({ message }) => wordsOf(message));
const audited = async () =>
  (await toArray(drive.stores.audit.listMonth('202612'))).map(({ action, subjectId }) => `${action} ${subjectId}`);
const refusals = async () =>
  (await toArray(drive.stores.audit.listMonth('202612'))).flatMap(({ action, verb }) =>
    action === 'refused' ? [verb] : [],
  );

describe('a kind reminder', () => {
  test('goes to one who is late, says who asked, and comes once that week whoever presses', async () => {
    const asked = await drive.presses(rektor, await open('olav'), 'Send en vennlig påminnelse');
    expect(wordsOf(asked)).toContain('Hvis Olav tar imot vennlige påminnelser, kommer det én.');
    expect(buttonsOf(asked).map(({ verb }) => verb)).not.toContain('staff.remind');
    await drive.executes(rektor, 'staff.remind', { personId: 'olav' });
    await drive.executes(rektor, 'staff.remind-all', {});
    await ticks();
    const reminders = sentTo('olav').filter((words) => words.includes('Lederen din har bedt meg'));
    expect(reminders).toHaveLength(1);
    expect(await audited()).toContain('staff.remind olav');
  });

  test('is answered alike for who wants none, and nothing is sent', async () => {
    const off = createRow(preferencesRow, { nudges: 'off' });
    await drive.stores.people.commit({ personId: 'olav', writes: [off] });
    const asked = await drive.presses(rektor, await open('olav'), 'Send en vennlig påminnelse');
    expect(wordsOf(asked)).toContain('Hvis Olav tar imot vennlige påminnelser, kommer det én.');
    expect(buttonsOf(asked).map(({ verb }) => verb)).not.toContain('staff.remind');
    await ticks();
    expect(sentTo('olav').join()).not.toContain('Lederen din har bedt meg');
  });

  test('to all who are late names nobody, and tells only how many were asked about', async () => {
    const told = wordsOf(await drive.presses(rektor, await status(), 'Minn dem som er over fristen'));
    expect(told).toMatch(/Notert for \d+ person(er)? over fristen/);
    await ticks();
    expect(sentTo('olav').join()).toContain('Lederen din har bedt meg');
    expect(await audited()).toContain('staff.remind-unit solbakken');
    expect(wordsOf(await drive.executes(rektor, 'staff.remind-all', {}))).toContain('er minnet på det denne uka');
  });

  test('may be asked for again the next week', async () => {
    await drive.executes(rektor, 'staff.remind', { personId: 'olav' });
    await drive.clockTo(new Date('2027-01-04T09:30:00Z'));
    const again = await open('olav');
    expect(buttonsOf(again).map(({ verb }) => verb)).toContain('staff.remind');
  });
});

describe('a kind reminder to somebody whose unit has not begun', () => {
  beforeEach(async () => {
    const put = 'waves:\n  - { startsOn: 2027-01-11, units: [solbakken] }';
    const folder = await copyContent({ file: 'waves.yaml', find: 'waves: []', put });
    drive = await createDrive(lateMonday, {}, { UNDRING_PACK: folder });
    await settle(drive);
    await drive.installs(olav);
  });

  test('is not offered, and an old card that offers it gives a kind answer and no reminder', async () => {
    expect(buttonsOf(await open('olav')).map(({ verb }) => verb)).not.toContain('staff.remind');
    const told = await drive.executes(rektor, 'staff.remind', { personId: 'olav' });
    expect(wordsOf(told)).toContain('Olav kan ikke få påminnelser ennå.');
    await ticks();
    expect(sentTo('olav')).toEqual([]);
    expect(await audited()).not.toContain('staff.remind olav');
  });

  test('is offered from the day that it begins', async () => {
    await drive.clockTo(new Date('2027-01-11T09:30:00Z'));
    expect(buttonsOf(await open('olav')).map(({ verb }) => verb)).toContain('staff.remind');
  });
});

describe('more time', () => {
  const ask = async (): Promise<Message> => {
    const card = await open('olav');
    const press = buttonsOf(card).find(({ verb, data }) => verb === 'staff.more-time' && data.moduleId === moduleId);
    return drive.executes(rektor, 'staff.more-time', press?.data);
  };
  const dueOn = '2027-02-01';

  test('moves the date and the reminders, and the person sees it with the reason', async () => {
    const form = await ask();
    expect(wordsOf(form)).toContain('Mer tid til Olav');
    const given = await drive.presses(rektor, form, 'Gi mer tid', { dueOn, reason: 'been-away' });
    expect(wordsOf(given)).toContain('Har fått mer tid, til mandag 1. februar 2027. Grunn: Har vært borte.');
    const own = wordsOf((await drive.says(olav, 'min fremdrift')).message);
    expect(own).toContain('Lederen din har gitt deg mer tid, til mandag 1. februar 2027. Grunn: Har vært borte.');
    expect(wordsOf((await drive.says(olav, 'hva ser lederen')).message)).toContain('Lederen din har gitt deg mer tid');
    const planned = (await toArray(drive.stores.people.list('olav', reminderRow))).filter(
      ({ value }) => value.moduleId === moduleId && value.state === 'planned',
    );
    expect(new Set(planned.map(({ value }) => value.deadlineOn))).toEqual(new Set([dueOn]));
    expect(await audited()).toEqual(['staff.more-time olav']);
  });

  test('is asked for again, kindly, where the date or the reason cannot be', async () => {
    const form = await ask();
    const send = async (inputs: object) => wordsOf(await drive.presses(rektor, form, 'Gi mer tid', inputs));
    expect(await send({ dueOn: '2026-12-21', reason: 'agreed' })).toContain('må være senere enn den gamle');
    expect(await send({ dueOn: '2029-01-01', reason: 'agreed' })).toContain('innen et halvt år');
    expect(await send({ dueOn: 'snart', reason: 'agreed' })).toContain('Velg den nye fristen.');
    const told = await send({ dueOn, reason: 'Olav er syk' });
    expect(told).toContain('Velg hvorfor.');
    expect(told).not.toContain('syk');
    expect(await audited()).toEqual([]);
  });

  test('pressed twice is given once, and an old card of another leader changes nothing', async () => {
    const form = await ask();
    await drive.presses(rektor, form, 'Gi mer tid', { dueOn, reason: 'agreed' });
    await drive.presses(rektor, form, 'Gi mer tid', { dueOn, reason: 'agreed' });
    expect(await audited()).toEqual(['staff.more-time olav']);
    const other = aLeader('inspektør', ['solbakken'], { aadObjectId: '00000000-0000-4000-8000-000000000071' });
    await drive.knows(other);
    const late = await drive.presses(other, form, 'Gi mer tid', { dueOn: '2027-01-15', reason: 'agreed' });
    expect(wordsOf(late)).toContain('Noe har endret seg for Olav i mellomtiden.');
  });

  test('can be taken back, and the ordinary date holds', async () => {
    const given = await drive.presses(rektor, await ask(), 'Gi mer tid', { dueOn, reason: 'agreed' });
    const lifted = await drive.presses(rektor, given, 'Trekk tilbake');
    expect(wordsOf(lifted)).toContain('Den vanlige fristen gjelder for Olav.');
    expect(wordsOf((await drive.says(olav, 'min fremdrift')).message)).not.toContain('mer tid');
    expect(await audited()).toEqual(expect.arrayContaining(['staff.lift olav']));
    expect(wordsOf(await drive.presses(rektor, given, 'Trekk tilbake'))).toContain('Noe har endret seg');
  });
});

describe('somebody who need not take a module', () => {
  const ask = async (): Promise<Message> => drive.executes(rektor, 'staff.exempt', { personId: 'olav', moduleId });

  test('has it in no list, is not reminded of it, and sees why', async () => {
    const freed = await drive.presses(rektor, await ask(), 'Har utdanning i dette');
    expect(wordsOf(freed)).toContain('Olav trenger ikke ta modulen.');
    const own = wordsOf((await drive.says(olav, 'min fremdrift')).message);
    expect(own).toContain('Lederen din har sagt at du ikke trenger å ta modulen. Grunn: Har utdanning i dette.');
    await drive.clockTo(new Date('2027-01-20T12:00:00Z'));
    const after = sentTo('olav').join();
    expect(after).toContain('Meldeplikt');
    expect(after).not.toContain('Avvergingsplikt');
  });

  test('gets it back when the leader takes it back', async () => {
    const freed = await drive.presses(rektor, await ask(), 'Slutter snart');
    const lifted = await drive.presses(rektor, freed, 'Trekk tilbake');
    expect(wordsOf(lifted)).toContain('Avvergingsplikt');
    expect(wordsOf((await drive.says(olav, 'min fremdrift')).message)).not.toContain('trenger å ta modulen');
  });

  test('who has taken it meanwhile is shown as done', async () => {
    const reasons = await ask();
    await takeModule(drive, olav, moduleId);
    expect(wordsOf(await drive.presses(rektor, reasons, 'Slutter snart'))).toContain('Noe har endret seg for Olav');
  });
});

describe('what a leader does', () => {
  const presses = ['staff.show', 'staff.remind', 'staff.more-time', 'staff.exempt', 'staff.lift'] as const;
  const data = { moduleId, reason: 'agreed', dueOn: '2027-02-01', seen: '2026-12-15' };

  test.each(presses)('by %s is for the own staff only: not for others, and not for oneself', async (verb) => {
    const before = await toArray(drive.stores.people.list('elsewhere', profileRow));
    for (const personId of ['elsewhere', 'rektor', 'nobody']) {
      const card = await drive.executes(rektor, verb, { ...data, personId });
      expect(wordsOf(card)).toContain('Dette kan du ikke gjøre for denne personen.');
      expect(wordsOf(card)).not.toContain('Jon Dahl');
    }
    expect(await toArray(drive.stores.people.list('elsewhere', profileRow))).toEqual(before);
    expect(await refusals()).toContain(verb);
  });

  test('is refused for who has moved to another unit in the meantime', async () => {
    const card = await open('olav');
    const stored = await drive.stores.people.get('olav', profileRow);
    const moved = replaceRow(profileRow, { ...olav, unitId: 'fjordgløtt' }, stored?.etag ?? '');
    await drive.stores.people.commit({ personId: 'olav', writes: [moved] });
    expect(wordsOf(await drive.presses(rektor, card, 'Send en vennlig påminnelse'))).toContain(
      'Dette kan du ikke gjøre for denne personen.',
    );
    expect(await toArray(drive.stores.people.list('olav', reminderRow))).not.toContainEqual(
      expect.objectContaining({ value: expect.objectContaining({ origin: 'leader' }) }),
    );
  });

  const giveTime = { personId: 'olav', moduleId, reason: 'agreed', dueOn: '2027-02-01' };
  const timeGiven = async (): Promise<object> => {
    const form = await drive.presses(rektor, await open('olav'), 'staff.more-time', { moduleId });
    const given = await drive.presses(rektor, form, 'Gi mer tid', giveTime);
    return buttonsOf(given).find(({ verb }) => verb === 'staff.lift')?.data ?? {};
  };
  const following = async (): Promise<object> => {
    const data = { personId: 'kari', until: '2027-01-08' };
    await drive.executes(rektor, 'delegation.give', data);
    return data;
  };

  test.each<[string, string, () => Promise<object>]>([
    ['staff.remind', 'staff.remind olav', async () => ({ personId: 'olav' })],
    ['staff.remind-all', 'staff.remind-unit solbakken', async () => ({})],
    ['staff.lift', 'staff.lift olav', timeGiven],
    ['delegation.end', 'delegation.end kari', following],
  ])(
    'by %s is not done where it could not be kept that it was, and a second press does both',
    async (verb, kept, prepare) => {
      const pressed = await prepare();
      const { audit, people } = drive.stores;
      const rows = async () => [
        await toArray(people.list('olav', reminderRow)),
        await toArray(people.list('olav', profileRow)),
        await toArray(people.list('kari', profileRow)),
      ];
      const before = await rows();
      const { create } = audit;
      audit.create = () => Promise.reject(new Failure('unavailable', 'away'));
      await drive.executes(rektor, verb, pressed);
      expect(await rows()).toEqual(before);
      audit.create = create;
      await drive.executes(rektor, verb, pressed);
      await drive.executes(rektor, verb, pressed);
      expect((await audited()).filter((entry) => entry === kept)).toHaveLength(1);
      expect(await rows()).not.toEqual(before);
    },
  );

  test('is nothing for who leads nobody', async () => {
    await drive.executes(kari, 'staff.remind', { personId: 'olav' });
    await drive.executes(kari, 'delegation.give', { personId: 'olav', until: '2026-12-31' });
    expect(await audited()).toEqual(['refused undefined', 'refused undefined']);
  });
});

describe('while a leader is away', () => {
  const until = '2027-01-08';
  const give = async (): Promise<Message> => {
    const card = await drive.executes(rektor, 'delegation.show', {});
    return drive.presses(rektor, card, 'La personen følge med', { personId: 'kari', until });
  };

  test('somebody of the unit sees what the leader sees and can help, until the last day', async () => {
    expect(wordsOf(await give())).toContain('Kari følger med til og med fredag 8. januar 2027.');
    expect(wordsOf((await drive.says(kari, 'status')).message)).toContain('Olav Berg');
    const digest = wordsOf(await drive.executes(kari, 'digest.show', {}));
    expect(digest).toContain('Du følger med for lederen til og med');
    // Only who leads a unit can let others follow it.
    expect(digest).not.toContain('La noen følge med');
    expect(wordsOf(await drive.executes(kari, 'staff.remind', { personId: 'olav' }))).toContain('Notert.');
    await drive.clockTo(new Date('2027-01-09T09:00:00Z'));
    expect(wordsOf((await drive.says(kari, 'status')).message)).not.toContain('Olav Berg');
    expect(await audited()).toEqual(expect.arrayContaining(['delegation.give kari', 'staff.remind olav']));
  });

  test('the one who follows gets the digest too, and none after it', async () => {
    await give();
    await drive.clockTo(new Date('2027-01-25T12:00:00Z'));
    const weeks = sentTo('kari').filter((words) => /Solbakken skole, uke/.test(words));
    expect(weeks.length).toBeGreaterThan(0);
    expect(weeks.join()).not.toContain('uke 2');
  });

  test('the one who is chosen is told at once, once for each day that it is given until', async () => {
    await give();
    await give();
    await ticks();
    const told = () => sentTo('kari').filter((words) => words.includes('Du følger med for Siv Moe'));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('Siv Moe har bedt deg følge med på Solbakken skole til og med fredag 8. januar 2027.');
    await drive.executes(rektor, 'delegation.give', { personId: 'kari', until: '2027-01-15' });
    await ticks();
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain('til og med fredag 15. januar 2027.');
  });

  test('is told that it ends before its day, once, and not of what they never heard of', async () => {
    const ended = () => sentTo('kari').filter((words) => words.includes('Du følger ikke med for Siv Moe lenger'));
    await give();
    await drive.executes(rektor, 'delegation.end', { personId: 'kari' });
    await ticks();
    expect(sentTo('kari').filter((words) => words.includes('Siv Moe'))).toEqual([]);
    await give();
    await ticks();
    await drive.executes(rektor, 'delegation.end', { personId: 'kari' });
    await drive.executes(rektor, 'delegation.end', { personId: 'kari' });
    await ticks();
    expect(ended()).toHaveLength(1);
  });

  test('is told in working hours, and of nothing that lapsed before', async () => {
    await drive.clockTo(new Date('2026-12-21T20:00:00Z'));
    await drive.executes(rektor, 'delegation.give', { personId: 'kari', until: '2026-12-21' });
    await drive.executes(rektor, 'delegation.give', { personId: 'olav', until });
    await ticks();
    expect([...sentTo('kari'), ...sentTo('olav')].join()).not.toContain('Du følger med');
    await drive.clockTo(new Date('2026-12-22T12:00:00Z'));
    expect(sentTo('kari').join()).not.toContain('Du følger med');
    expect(sentTo('olav').filter((words) => words.includes('Du følger med for Siv Moe'))).toHaveLength(1);
  });

  test('is told the next working day also in the municipality’s summer pause, for which it was asked', async () => {
    drive = await createDrive(new Date('2027-06-30T18:00:00Z'));
    await settle(drive);
    await drive.installs(kari);
    await drive.executes(rektor, 'delegation.give', { personId: 'kari', until: '2027-08-10' });
    await ticks();
    expect(sentTo('kari').join()).not.toContain('Du følger med for Siv Moe');
    await drive.clockTo(new Date('2027-07-01T12:00:00Z'));
    await ticks();
    expect(sentTo('kari').filter((words) => words.includes('Du følger med for Siv Moe'))).toHaveLength(1);
  });

  test('who has paused all messages is told when the pause is over', async () => {
    const pause = createRow(preferencesRow, { nudges: 'on' as const, pausedUntil: '2026-12-21' });
    await drive.stores.people.commit({ personId: 'kari', writes: [pause] });
    await give();
    await ticks();
    expect(sentTo('kari').join()).not.toContain('Du følger med for Siv Moe');
    await drive.clockTo(new Date('2026-12-22T12:00:00Z'));
    await ticks();
    expect(sentTo('kari').filter((words) => words.includes('Du følger med for Siv Moe'))).toHaveLength(1);
  });

  test('who ends the pause early is told within a day', async () => {
    const { people } = drive.stores;
    const pause = createRow(preferencesRow, { nudges: 'on' as const, pausedUntil: '2027-01-31' });
    await people.commit({ personId: 'kari', writes: [pause] });
    await give();
    await ticks();
    await drive.passes(24 * 60 * 60);
    await ticks();
    expect(sentTo('kari').join()).not.toContain('Du følger med for Siv Moe');
    const stored = await people.get('kari', preferencesRow);
    const ended = replaceRow(preferencesRow, { nudges: 'on' as const }, stored?.etag ?? '');
    await people.commit({ personId: 'kari', writes: [ended] });
    await drive.passes(24 * 60 * 60);
    await ticks();
    expect(sentTo('kari').filter((words) => words.includes('Du følger med for Siv Moe'))).toHaveLength(1);
  });

  test('it ends when the leader takes it back, and can be taken back twice', async () => {
    const given = await give();
    expect(wordsOf(await drive.presses(rektor, given, 'Avslutt for Kari'))).toContain('Kari følger ikke med lenger.');
    expect(wordsOf((await drive.says(kari, 'status')).message)).not.toContain('Olav Berg');
    expect(wordsOf(await drive.presses(rektor, given, 'Avslutt for Kari'))).toContain('Kari følger ikke med lenger.');
    expect((await audited()).filter((entry) => entry === 'delegation.end kari')).toHaveLength(1);
  });

  test('it ends when the leader leads no more', async () => {
    await give();
    const stored = await drive.stores.people.get('rektor', profileRow);
    const gone = replaceRow(profileRow, { ...rektor, leads: [] }, stored?.etag ?? '');
    await drive.stores.people.commit({ personId: 'rektor', writes: [gone] });
    expect(wordsOf((await drive.says(kari, 'status')).message)).not.toContain('Olav Berg');
  });

  const changes = async (personId: string, change: Partial<Person>): Promise<void> => {
    const stored = await drive.stores.people.get(personId, profileRow);
    if (!stored) throw new Error(`${personId} has no profile`);
    const write = replaceRow(profileRow, { ...stored.value, ...change }, stored.etag);
    await drive.stores.people.commit({ personId, writes: [write] });
  };
  const ticksAt = async (...instants: readonly string[]): Promise<void> => {
    for (const at of instants) {
      await drive.clockTo(new Date(at));
      await ticks();
    }
  };
  const toldOfEnd = () => sentTo('kari').filter((words) => words.includes('Du følger ikke med for Siv Moe lenger'));

  test.each<[string, string, Partial<Person>]>([
    ['leads no more', 'rektor', { leads: [] }],
    ['has left', 'rektor', { endsOn: '2026-12-22' }],
    ['has somebody following who works in another unit now', 'kari', { unitId: 'fjordgløtt' }],
  ])('that it ended is told the next morning, once, where the leader %s', async (_, personId, change) => {
    await give();
    await ticksAt('2026-12-21T12:00:00Z', '2026-12-22T12:00:00Z');
    await changes(personId, change);
    await ticksAt('2026-12-23T03:00:00Z');
    expect(toldOfEnd()).toEqual([]);
    await ticksAt('2026-12-23T12:00:00Z');
    expect(toldOfEnd()).toHaveLength(1);
    await ticksAt('2026-12-28T03:00:00Z', '2026-12-28T12:00:00Z', '2027-01-08T12:00:00Z', '2027-01-11T12:00:00Z');
    expect(toldOfEnd()).toHaveLength(1);
  });

  test('who was told that it ended is told that it holds again, once, and of a second end too', async () => {
    const told = () => sentTo('kari').filter((words) => /Du følger (ikke )?med for Siv Moe/.test(words)).length;
    await give();
    await ticksAt('2026-12-21T12:00:00Z');
    await changes('rektor', { leads: [] });
    await ticksAt('2026-12-22T03:00:00Z', '2026-12-22T12:00:00Z');
    expect(toldOfEnd()).toHaveLength(1);
    await changes('rektor', { leads: rektor.leads });
    await ticksAt('2026-12-23T03:00:00Z', '2026-12-23T12:00:00Z', '2026-12-28T03:00:00Z', '2026-12-28T12:00:00Z');
    expect([toldOfEnd().length, told()]).toEqual([1, 3]);
    await changes('rektor', { leads: [] });
    await ticksAt('2026-12-29T03:00:00Z', '2026-12-29T12:00:00Z', '2026-12-30T03:00:00Z', '2026-12-30T12:00:00Z');
    expect([toldOfEnd().length, told()]).toEqual([2, 4]);
    await changes('rektor', { leads: rektor.leads });
    await ticksAt('2026-12-31T03:00:00Z', '2026-12-31T10:00:00Z');
    expect([toldOfEnd().length, told()]).toEqual([2, 5]);
  });

  test('that it ended on its day is told to nobody', async () => {
    await give();
    await ticksAt('2026-12-21T12:00:00Z', '2027-01-08T12:00:00Z', '2027-01-09T03:00:00Z', '2027-01-11T12:00:00Z');
    expect(toldOfEnd()).toEqual([]);
    expect(sentTo('kari').filter((words) => words.includes('Du følger med for Siv Moe'))).toHaveLength(1);
  });

  test('given anew by who leads another unit now, it leaves no place of the old unit', async () => {
    await give();
    const stored = await drive.stores.people.get('rektor', profileRow);
    const moved = replaceRow(profileRow, { ...rektor, leads: ['fjordgløtt'] }, stored?.etag ?? '');
    await drive.stores.people.commit({ personId: 'rektor', writes: [moved] });
    const kariNow = await drive.stores.people.get('kari', profileRow);
    if (!kariNow) throw new Error('Kari has no profile');
    const there = replaceRow(profileRow, { ...kariNow.value, unitId: 'fjordgløtt' }, kariNow.etag);
    await drive.stores.people.commit({ personId: 'kari', writes: [there] });
    await drive.executes(rektor, 'delegation.give', { personId: 'kari', until });
    expect(await toArray(drive.stores.units.listLed('kari'))).toEqual(['fjordgløtt']);
  });

  test('nobody passes on what they were given, and nobody outside the unit is chosen', async () => {
    await give();
    expect(wordsOf(await drive.executes(kari, 'delegation.show', {}))).toContain('Bare den som leder en enhet selv');
    expect(wordsOf(await drive.executes(kari, 'delegation.give', { personId: 'olav', until }))).toContain(
      'Bare den som leder en enhet selv',
    );
    await drive.executes(rektor, 'delegation.give', { personId: 'elsewhere', until });
    expect((await drive.stores.people.get('elsewhere', profileRow))?.value.delegated).toBeUndefined();
    expect(await refusals()).toEqual(expect.arrayContaining(['delegation.give']));
  });

  test('a day too far ahead, past or none is asked for again', async () => {
    for (const day of ['2028-01-01', '2026-12-20', 'snart', '']) {
      const told = await drive.executes(rektor, 'delegation.give', { personId: 'kari', until: day });
      expect(wordsOf(told)).toContain('Velg siste dag, innen tre måneder fra i dag.');
    }
    expect(await audited()).toEqual([]);
  });
});

test('a leader cannot work out from the answer who has said no, also in a large unit', async () => {
  const late = [1, 2, 3, 4, 5, 6].map((n) =>
    aPerson(`late-${n}`, { displayName: `Nils Vik ${n}`, employedOn: '2026-09-01' }),
  );
  await hasTold(drive, ...late);
  await drive.knows(
    ...late.map((person, n) => ({ ...person, aadObjectId: `00000000-0000-4000-8000-00000000008${n}` })),
  );
  const off = createRow(preferencesRow, { nudges: 'off' });
  await drive.stores.people.commit({ personId: 'late-3', writes: [off] });
  const told = wordsOf(await drive.executes(rektor, 'staff.remind-all', { unitId: 'solbakken' }));
  expect(told).toMatch(/Notert for 8 personer over fristen\. Den som har sagt nei/);
});

describe('time set aside', () => {
  const ask = async (): Promise<Message> => drive.presses(rektor, await open('olav'), 'Sett av tid');
  const upload = {
    uploadUrl: 'https://fjordvik-my.sharepoint.com/up',
    contentUrl: 'https://fjordvik-my.sharepoint.com/tid.ics',
    uniqueId: 'u',
  };

  test('is proposed in the working hours of the unit, as a meeting that names nobody', async () => {
    const asked = await ask();
    expect(wordsOf(asked)).toContain('Tirsdag 22. desember');
    expect(JSON.stringify(asked)).not.toContain('https://teams.microsoft.com');
    expect(await audited()).not.toContain('staff.set-aside olav');
    const press = buttonsOf(asked).find(({ verb }) => verb === 'staff.time-meeting');
    const card = await drive.executes(rektor, 'staff.time-meeting', press?.data);
    expect(wordsOf(card)).toContain('Notert.');
    const [link = ''] = JSON.stringify(card).match(/https:\/\/teams\.microsoft\.com[^"]*/) ?? [];
    const url = new URL(link);
    expect(url.searchParams.get('startTime')).toBe('2026-12-22T07:30:00.000Z');
    expect(url.href).not.toMatch(/Olav|Berg/);
    await drive.executes(rektor, 'staff.time-meeting', press?.data);
    expect((await audited()).filter((entry) => entry === 'staff.set-aside olav')).toHaveLength(1);
  });

  test('is proposed for the coming days in the summer too, when reminders wait', async () => {
    drive = await createDrive(new Date('2027-07-05T09:00:00Z'));
    await settle(drive);
    const asked = wordsOf(await ask());
    expect(asked).toContain('Tirsdag 6. juli');
    expect(asked).not.toContain('august');
  });

  test('is proposed anew where the time is gone, and no link is given where it cannot be kept that it was', async () => {
    const press = buttonsOf(await ask()).find(({ verb }) => verb === 'staff.time-meeting');
    drive.stores.audit.create = () => Promise.reject(new Failure('unavailable', 'away'));
    const away = await drive.executes(rektor, 'staff.time-meeting', press?.data);
    expect(JSON.stringify(away)).not.toContain('https://teams.microsoft.com');
    await drive.clockTo(new Date('2026-12-22T12:00:00Z'));
    const late = await drive.executes(rektor, 'staff.time-meeting', press?.data);
    expect(wordsOf(late)).toContain('Den tiden passer ikke lenger.');
    expect(JSON.stringify(late)).not.toContain('https://teams.microsoft.com');
  });

  test('is not asked to be another, where nothing is left to take when an old card is pressed', async () => {
    const press = buttonsOf(await ask()).find(({ verb }) => verb === 'staff.time-meeting');
    for (const { isPriority, moduleId } of drive.service.pack.catalogue.modules)
      if (isPriority) await takeModule(drive, olav, moduleId);
    const late = wordsOf(await drive.executes(rektor, 'staff.time-meeting', press?.data));
    expect(late).toContain('trenger ikke tid nå');
    expect(late).not.toContain('Velg en av disse');
  });

  test('comes as a calendar file in the leader’s own OneDrive when the leader says yes', async () => {
    const press = buttonsOf(await ask()).find(({ verb }) => verb === 'staff.time-file');
    const offer = await drive.asks(rektor, 'staff.time-file', press?.data);
    expect(await audited()).not.toContain('staff.set-aside olav');
    const said = await drive.consents(rektor, { action: 'accept', context: offer.accept, uploadInfo: upload });
    expect(said).toMatchObject({ name: 'tid-til-modulene.ics', fileType: 'ics' });
    const file = new TextDecoder().decode(drive.uploaded[0]?.bytes);
    expect(file).toContain('DTSTART:20261222T073000Z');
    expect(file).not.toMatch(/Olav|olav/);
    expect(await audited()).toContain('staff.set-aside olav');
  });

  test('is kindly not kept when the leader says no, or when the time is proposed no more', async () => {
    const press = buttonsOf(await ask()).find(({ verb }) => verb === 'staff.time-file');
    const offer = await drive.asks(rektor, 'staff.time-file', press?.data);
    const no = await drive.consents(rektor, { action: 'decline', context: offer.decline });
    expect(JSON.stringify(no)).toContain('Filen ble ikke lagret.');
    await drive.clockTo(new Date('2026-12-22T12:00:00Z'));
    const late = await drive.consents(rektor, { action: 'accept', context: offer.accept, uploadInfo: upload });
    expect(JSON.stringify(late)).toContain('Den tiden passer ikke lenger.');
    expect(drive.uploaded).toEqual([]);
    expect(await audited()).not.toContain('staff.set-aside olav');
  });
});
