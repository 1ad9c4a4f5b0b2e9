import { describe, expect, it } from 'vitest';
import { type Below, suggestBelow } from '../../../src/features/digests/below.ts';
import {
  composeDigest,
  countsOnly,
  type DigestUnit,
  readLeaderDigest,
} from '../../../src/features/digests/leader-digest.ts';
import type { LeaderView } from '../../../src/features/digests/leader-view.ts';
import { listMissing } from '../../../src/features/digests/missing.ts';
import { judgeDigest } from '../../../src/features/digests/quiet-digest.ts';
import { readDigest } from '../../../src/features/digests/read-digest.ts';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import { suggestAction } from '../../../src/features/digests/suggest-action.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { createRow, deleteRow } from '../../../src/features/people/person-store.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import type { Ledger } from '../../../src/features/reminders/ledger.ts';
import { dayRow } from '../../../src/features/reminders/reminder-rows.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { addPerson, aLeader, aPerson } from '../../support/person-builder.ts';
import { aView, doneModule, latePerson, openModule, startedPerson } from '../../views/leader-models.ts';

const monday = new Date('2026-11-30T07:30:00Z');
const lastMonday = new Date('2026-11-23T07:30:00Z');
const catalogue = aCatalogue([aModule('meldeplikt'), aModule('bti', { dueAfterDays: 60, minutes: 15 })]);

async function municipality(...persons: readonly Person[]) {
  const stores = { people: memoryPersonStore(), units: memoryUnitStore() };
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await stores.units.createUnit({ unitId: 'fjordgløtt', name: 'Fjordgløtt barnehage', sector: 'kindergarten' });
  for (const person of persons) await addPerson(stores, person);
  const needs = { ...stores, catalogue, zone: 'Europe/Oslo' };
  const finish = (personId: string, completedAt: Date) =>
    stores.people.commit({
      personId,
      writes: ['meldeplikt', 'bti'].map((moduleId) =>
        createRow(progressRow, {
          state: 'completed',
          moduleId,
          cycle: 1,
          moduleVersion: 1,
          startedAt: completedAt,
          completedAt,
        }),
      ),
    });
  return { ...stores, needs, finish };
}

const head = aLeader('torill', ['solbakken'], { unitId: 'administration' });

describe('a leader’s digest', () => {
  it('tells who finished and who is new since last time', async () => {
    const { needs, finish } = await municipality(
      aPerson('anna', { employedOn: '2020-08-01' }),
      aPerson('bjørn', { employedOn: '2020-08-01' }),
      aPerson('cecilie', { employedOn: '2026-11-23' }),
      aPerson('dag', { employedOn: '2026-11-25' }),
    );
    await finish('anna', new Date('2026-11-20T10:00:00Z'));
    await finish('bjørn', new Date('2026-11-24T10:00:00Z'));
    const digest = await readLeaderDigest(needs, head, monday, lastMonday);
    expect(digest.sinceLast).toEqual({ finished: 1, newPeople: 1, newlyLate: 0 });
    expect(digest.newPeople.map(({ personId }) => personId)).toEqual(['dag']);
    expect(digest.counts).toMatchObject({ people: 4, done: 2 });
  });

  it('tells who needs time set aside: reminded so often without getting further, until they do, whatever modules come', async () => {
    const { needs, people } = await municipality(aPerson('anna', { employedOn: '2026-11-01' }));
    const nudge = (key: string): Ledger => ({
      ...{ key, failures: 0, attempts: 1, claimId: 'c', class: 'nudge', items: [], mark: 'meldeplikt=-,bti=-' },
      ...{ state: 'sent', activityId: 'a', settledAt: monday },
    });
    const names = async (modules = catalogue) => {
      const digest = await readLeaderDigest({ ...needs, catalogue: modules, nudgeLimit: 2 }, head, monday);
      return digest.needTime.map(({ personId }) => personId);
    };
    await people.commit({ personId: 'anna', writes: [createRow(dayRow, nudge('2026-11-23'))] });
    expect(await names()).toEqual([]);
    await people.commit({ personId: 'anna', writes: [createRow(dayRow, nudge('2026-11-24'))] });
    expect(await names()).toEqual(['anna']);
    const more = aCatalogue([...catalogue.modules, aModule('extra', { isPriority: false, dueAfterDays: undefined })]);
    expect(await names(more)).toEqual(['anna']);
    const begun = { state: 'started', moduleId: 'bti', cycle: 1, moduleVersion: 1, position: 1 } as const;
    const progress = createRow(progressRow, { ...begun, answers: {}, startedAt: monday });
    await people.commit({ personId: 'anna', writes: [progress] });
    expect(await names()).toEqual([]);
  });

  it('says nothing about last time when there was none', async () => {
    const { needs } = await municipality(aPerson('anna'));
    expect((await readLeaderDigest(needs, head, monday)).sinceLast).toBeUndefined();
  });

  it('names who is late and who is due within two weeks, the most urgent first', async () => {
    const { needs } = await municipality(
      aPerson('soon', { employedOn: '2026-11-20' }),
      aPerson('late', { employedOn: '2026-11-10' }),
      aPerson('later', { employedOn: '2026-12-10' }),
    );
    const { missing } = await readLeaderDigest(needs, head, monday);
    expect(missing.map((item) => [item.person.personId, item.moduleId, item.dueOn, item.lateByDays])).toEqual([
      ['late', 'meldeplikt', '2026-11-24', 6],
      ['soon', 'meldeplikt', '2026-12-04', 0],
    ]);
  });

  it('is one for all units, and another leader’s unit is not in it', async () => {
    const leader = aLeader('torill', ['solbakken', 'fjordgløtt'], { unitId: 'administration' });
    const { needs } = await municipality(
      aPerson('anna'),
      aPerson('bjørn', { unitId: 'fjordgløtt' }),
      aPerson('secret', { unitId: 'ppt' }),
    );
    const digest = await readLeaderDigest(needs, leader, monday);
    expect(digest.units.map(({ name, counts }) => [name, counts.people])).toEqual([
      ['Solbakken skole', 1],
      ['Fjordgløtt barnehage', 1],
    ]);
    expect(digest.counts.people).toBe(2);
    expect(JSON.stringify(digest)).not.toContain('secret');
  });

  it('names who has something left to do and cannot be reached', async () => {
    const { needs, people, finish } = await municipality(aPerson('anna'), aPerson('bjørn'));
    for (const personId of ['anna', 'bjørn']) {
      await people.commit({ personId, writes: [deleteRow(conversationRow, '')] });
    }
    await finish('bjørn', monday);
    expect((await readLeaderDigest(needs, head, monday)).unreachable.map(({ personId }) => personId)).toEqual(['anna']);
  });
});

describe('the suggestion', () => {
  const late = aPerson('late', { employedOn: '2026-11-10' });
  const soon = aPerson('soon', { employedOn: '2026-11-20' });
  const suggestionFor = async (...persons: readonly Person[]) =>
    (await readLeaderDigest((await municipality(...persons)).needs, head, monday)).suggestion;

  it('is time for the person who is late, with the minutes and how many others', async () => {
    expect(await suggestionFor(late, { ...late, personId: 'alsoLate' }, soon)).toMatchObject({
      suggestion: 'set-aside-time',
      person: { personId: 'alsoLate' },
      minutes: 8,
      others: 1,
    });
  });

  it('is help with the app when nobody is late', async () => {
    const { needs, people } = await municipality(soon);
    await people.commit({ personId: 'soon', writes: [deleteRow(conversationRow, '')] });
    const { suggestion } = await readLeaderDigest(needs, head, monday);
    expect(suggestion).toMatchObject({ suggestion: 'help-with-app', person: { personId: 'soon' }, others: 0 });
  });

  it('is time for the person who is due next', async () => {
    expect(await suggestionFor(soon)).toMatchObject({ suggestion: 'set-aside-time', person: { personId: 'soon' } });
  });

  it('is a word with the newcomer', async () => {
    expect(await suggestionFor(aPerson('new', { employedOn: '2026-11-27' }), soon)).toMatchObject({
      suggestion: 'set-aside-time',
    });
    const { needs } = await municipality(aPerson('new', { employedOn: '2026-11-27' }));
    const relaxed = { ...needs, catalogue: aCatalogue([aModule('bti', { dueAfterDays: 60 })]) };
    expect((await readLeaderDigest(relaxed, head, monday)).suggestion).toMatchObject({ suggestion: 'welcome' });
  });

  it('is thanks when all are done, and nothing when there is nobody, to a leader who has nothing left either', async () => {
    const { needs, finish } = await municipality(soon);
    for (const personId of ['soon', 'torill']) await finish(personId, monday);
    expect((await readLeaderDigest(needs, head, monday)).suggestion).toEqual({ suggestion: 'all-done' });
    const none = { ...needs, units: memoryUnitStore() };
    expect((await readLeaderDigest(none, head, monday)).suggestion).toEqual({ suggestion: 'nobody-here' });
  });

  it('is an answer to who waits for one, before a newcomer and thanks', () => {
    const waiting = { present: [], missing: [], newPeople: [], unreachable: [], needTime: [], toConfirm: 2, own: [] };
    const done = aView('Nils Vik');
    expect(suggestAction(waiting)).toEqual({ suggestion: 'confirm-prior', count: 2 });
    const newcomer = { ...done, overall: 'not-started', modules: [] } as const;
    expect(suggestAction({ ...waiting, present: [done] })).toEqual({ suggestion: 'confirm-prior', count: 2 });
    expect(suggestAction({ ...waiting, present: [newcomer], newPeople: [newcomer] })).toEqual({
      suggestion: 'confirm-prior',
      count: 2,
    });
  });

  it('is what the leader has left, before thanks and that there is nobody', () => {
    const own = listMissing([latePerson], '2026-11-23');
    const suggests = (people: readonly LeaderView[], toConfirm = 0) =>
      composeDigest([], people, '2026-11-23', { toConfirm, own }).suggestion;
    for (const people of [[], [aView('Nils Vik')]]) {
      expect(suggests(people)).toEqual({ suggestion: 'own-modules', count: own.length });
      expect(suggests(people, 1)).toEqual({ suggestion: 'confirm-prior', count: 1 });
    }
  });

  it('is time for who has been reminded enough, for all that they have left, when nobody is late, out of reach or due soon', () => {
    const later = { ...openModule, standing: 'on-the-way', dueOn: '2026-12-31' } as const;
    const stuck = aView('Ola Berg', { overall: 'on-the-way', modules: [later, doneModule, later], needsTime: true });
    const also = { ...stuck, personId: 'also' };
    const suggests = (people: readonly LeaderView[], toConfirm = 1) =>
      composeDigest([], people, '2026-11-23', { toConfirm }).suggestion;
    expect(suggests([stuck, also])).toEqual({ suggestion: 'set-aside-time', person: stuck, minutes: 16, others: 1 });
    expect(suggests([also, latePerson])).toMatchObject({ suggestion: 'set-aside-time', person: latePerson });
    expect(suggests([also, startedPerson])).toMatchObject({ suggestion: 'help-with-app', person: startedPerson });
    const dueSoon = { ...startedPerson, reach: { reach: 'open' } } as const;
    expect(suggests([also, { ...dueSoon, modules: [{ ...later, dueOn: '2026-11-30' }] }])).toMatchObject({
      person: { personId: dueSoon.personId },
    });
  });

  it('is none when nothing is urgent', async () => {
    const { needs } = await municipality(aPerson('anna', { employedOn: '2026-11-01' }));
    const relaxed = { ...needs, catalogue: aCatalogue([aModule('bti', { dueAfterDays: 60 })]) };
    expect((await readLeaderDigest(relaxed, head, monday)).suggestion).toEqual({ suggestion: 'nothing-needed' });
  });
});

describe('where names are not discussed', () => {
  const counts = { people: 6, done: 6, late: 0, onTheWay: 0, notStarted: 0 };
  const large = { unitId: 'solbakken', name: 'Solbakken skole', counts };
  const few = {
    ...{ unitId: 'ppt', name: 'PPT' },
    counts: { ...counts, people: 0, done: 0, hidden: 'too-few' as const },
  };
  const empty = { unitId: 'tom', name: 'Tom enhet', counts: { ...counts, people: 0, done: 0 } };
  const late = { unitId: 'moen', name: 'Moen skole', counts: { ...counts, done: 5, late: 1 } };
  const told = { done: 20, late: 10, onTheWay: 0, notStarted: 0 };
  const below: Below = {
    ...{ unitId: 'oppvekst', name: 'Oppvekst', told: 'figures', on: '2026-11-02', counts: told },
    parts: [{ unitId: 'lia', name: 'Lia skole', counts: told }],
  };

  it('all are done only where nobody is in a unit too small to be told of', () => {
    expect(countsOnly([large], '2026-11-30').suggestion).toEqual({ suggestion: 'all-done' });
    expect(countsOnly([large, few], '2026-11-30').suggestion).toMatchObject({ suggestion: 'ask-everybody' });
  });

  it('nobody is asked where nobody has anything to do; of one to four that is never said', () => {
    expect(countsOnly([empty], '2026-11-30').suggestion).toEqual({ suggestion: 'nobody-here' });
    expect(countsOnly([few, empty], '2026-11-30').suggestion).toMatchObject({ suggestion: 'ask-everybody' });
  });

  it('an answer that somebody waits for comes before that there is nothing to do', () => {
    for (const unit of [large, empty]) {
      expect(countsOnly([unit], '2026-11-30', 2).suggestion).toEqual({ suggestion: 'confirm-prior', count: 2 });
    }
    expect(countsOnly([late], '2026-11-30', 2).suggestion).toEqual({ suggestion: 'ask-everybody' });
  });

  it('what the leader has left comes before that there is nothing to do, and after all else', async () => {
    const own = listMissing([latePerson], '2026-11-30');
    const suggests = (unit: DigestUnit, toConfirm = 0) =>
      countsOnly([unit], '2026-11-30', toConfirm, own).suggestion.suggestion;
    expect([large, empty].map((unit) => suggests(unit))).toEqual(['own-modules', 'own-modules']);
    expect(suggests(large, 1)).toBe('confirm-prior');
    expect([few, late].map((unit) => suggests(unit))).toEqual(['ask-everybody', 'ask-everybody']);
    const leader = { ...head, employedOn: '2026-11-01' } as const;
    const { needs } = await municipality(leader);
    const hidden = { ...needs, catalogue: { ...catalogue, namedLists: {} } };
    expect(await readLeaderDigest(hidden, leader, monday)).toMatchObject({
      ...{ names: 'hidden', suggestion: { suggestion: 'own-modules' } },
    });
  });

  it('the unit below with most late people is named where of the own people nothing may be told', () => {
    const suggested = (units: readonly DigestUnit[]) =>
      suggestBelow(countsOnly(units, '2026-11-30').suggestion, [below]);
    expect(suggested([few])).toEqual({ suggestion: 'ask-below-late', unitName: 'Lia skole', late: 10 });
    expect(suggested([large, few])).toMatchObject({ suggestion: 'ask-below-late' });
    expect(suggested([late, few])).toEqual({ suggestion: 'ask-everybody' });
    expect(suggested([late])).toEqual({ suggestion: 'ask-everybody' });
  });

  it('no digest is kept back for how the few stand', () => {
    const isQuiet = (units: readonly DigestUnit[]) =>
      judgeDigest({ ...countsOnly(units, '2026-11-30'), toConfirm: 0, own: [] }, {}).isQuiet;
    expect(isQuiet([few])).toBe(false);
    expect(isQuiet([large, few])).toBe(false);
    expect(isQuiet([empty])).toBe(true);
    expect(isQuiet([large, empty])).toBe(true);
  });
});

describe('reading a digest', () => {
  const ledger = (state: 'sent' | 'uncertain', key: string, settledAt: Date): Ledger => {
    const about = { key, failures: 0, attempts: 1, claimId: 'c', class: 'digest' as const, items: [], settledAt };
    return state === 'sent' ? { ...about, state, activityId: '1' } : { ...about, state, reason: 'timeout' };
  };
  const earlier = ledger('sent', '2026-W47', new Date('2026-11-16T07:30:00Z'));
  const reading = async (ledgers: readonly Ledger[], toldOf?: 'begun-units') => {
    const anna = aPerson('anna', { employedOn: '2026-11-20' });
    const { needs, people } = await municipality(head, anna, aPerson('bo', { employedOn: '2026-11-24' }));
    await people.commit({ personId: 'torill', writes: ledgers.map((value) => createRow(digestRow, value)) });
    const digest = await readDigest(needs, 'torill', monday, toldOf);
    return digest && { since: digest.sinceLast?.newPeople, names: digest.newPeople.map(({ personId }) => personId) };
  };

  it('for sending compares with the last one that was sent', async () => {
    const ledgers = [earlier, ledger('sent', '2026-W48', lastMonday)];
    expect(await reading(ledgers, 'begun-units')).toEqual({ since: 1, names: ['bo'] });
  });

  it('that is asked for tells the news of the card that it is asked from, also of one that may not have arrived', async () => {
    for (const state of ['sent', 'uncertain'] as const) {
      const ledgers = [earlier, ledger(state, '2026-W48', lastMonday)];
      expect(await reading(ledgers)).toEqual({ since: 2, names: ['anna', 'bo'] });
    }
    expect(await reading([ledger('sent', '2026-W48', lastMonday)])).toEqual({ since: undefined, names: ['bo'] });
  });

  it('tells who stands in for a leader of the modules of the own work, and of none that only leaders take', async () => {
    const deputy = aPerson('anna', {
      employedOn: '2026-11-01',
      actsFor: [{ unitId: 'solbakken', until: '2026-12-18' }],
    });
    const { needs } = await municipality(deputy);
    const forLeaders = aModule('lederansvar', { audience: { sectors: [], roles: ['leader'] } });
    const read = { ...needs, catalogue: aCatalogue([aModule('meldeplikt'), forLeaders]) };
    const own = (await readDigest(read, 'anna', monday))?.own;
    expect(own?.map(({ moduleId }) => moduleId)).toEqual(['meldeplikt']);
  });

  it('tells who follows several units until when for each day, the earliest first, and never a later day for a unit than its own', async () => {
    const deputy = aPerson('anna', {
      actsFor: [
        { unitId: 'fjordgløtt', until: '2026-12-18' },
        { unitId: 'solbakken', until: '2026-12-04' },
      ],
      delegated: [{ unitId: 'solbakken', until: '2026-12-02', by: 'torill', at: lastMonday }],
    });
    const { needs } = await municipality(deputy, aLeader('torill', ['solbakken']));
    expect(await readDigest(needs, 'anna', monday)).toMatchObject({
      standsIn: [
        { until: '2026-12-04', units: ['Solbakken skole'] },
        { until: '2026-12-18', units: ['Fjordgløtt barnehage'] },
      ],
      onlyFollows: true,
    });
    expect((await readDigest(needs, 'torill', monday))?.standsIn).toBeUndefined();
  });

  it('has nothing for somebody who leads nobody, has left, or is unknown', async () => {
    const { needs } = await municipality(aPerson('anna'), aLeader('gone', ['solbakken'], { endsOn: '2026-11-29' }));
    for (const leaderId of ['anna', 'gone', 'nobody'])
      expect(await readDigest(needs, leaderId, monday)).toBeUndefined();
  });
});
