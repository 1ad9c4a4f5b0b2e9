import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { countedFrom, dueDateOf } from '../../../src/features/catalogue/catalogue.ts';
import { changePreferences } from '../../../src/features/people/change-preferences.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { introducedForDays } from '../../../src/features/reminders/introduction.ts';
import { nudgeForLeader } from '../../../src/features/reminders/leader-nudge.ts';
import { previewDay } from '../../../src/features/reminders/preview-day.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { deleteOldMessages } from '../../../src/features/use-cases/delete-old-messages.ts';
import { retentionSchema } from '../../../src/packs/retention-schema.ts';
import { chatOf, completed, createWorld, kari, module, pointerTo, rules, type World } from './world.ts';

const startsOn: LocalDate = '2027-01-11';
const waves = new Map([['skolen', startsOn]]);
const inWaves = { ...rules, catalogue: { ...rules.catalogue, waves } };
/** Has worked there for years. */
const old = { ...kari, employedOn: '2019-08-01' as const };

async function planned(person: Person = old, startsAt?: string) {
  const world = createWorld(startsAt);
  const { personId } = person;
  const writes = [createRow(profileRow, person), createRow(conversationRow, chatOf(personId))];
  await world.stores.people.commit({ personId, writes });
  await scheduleReminders(world.stores, person, inWaves, world.clock.now());
  return world;
}

const live = (world: World, ...days: readonly string[]) => liveBy(inWaves, world, days);

async function liveBy(by: ReminderRules, world: World, days: readonly string[]): Promise<void> {
  for (const day of days) {
    world.goTo(`${day}T08:00:00Z`);
    await sendReminder({ ...world.needs, rules: by }, pointerTo());
  }
}

const introductions = (world: World) => world.posts.map(({ model }) => model.isIntroduction ?? false);

describe('a unit that begins later than the municipality', () => {
  it('gives those who were there one introduction on that day, and their dates from then', async () => {
    const world = await planned();
    const told = (await world.reminders()).map(
      ({ moduleId, stepId, dueAt }) => `${moduleId} ${stepId} ${localDateAt(dueAt, 'Europe/Oslo')}`,
    );
    expect(told.filter((each) => each.startsWith('meldeplikt'))).toEqual([
      'meldeplikt day-3 2027-01-14',
      'meldeplikt day-7 2027-01-18',
      'meldeplikt due 2027-01-29',
      'meldeplikt introduction 2027-01-11',
      'meldeplikt overdue-7 2027-02-05',
    ]);
    expect(dueDateOf(inWaves.catalogue, inWaves.catalogue.modules[0] ?? never(), old, undefined)).toBe('2027-01-29');
  });

  it('says who it is on one card, and only on that one', async () => {
    const world = await planned();
    for (const day of ['2027-01-11', '2027-01-14']) {
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder({ ...world.needs, rules: inWaves }, pointerTo());
      await sendReminder({ ...world.needs, rules: inWaves }, pointerTo());
    }
    expect(world.posts.map(({ model }) => model.isIntroduction ?? false)).toEqual([true, false]);
    expect(world.posts[0]?.model.lines).toHaveLength(2);
  });

  it('says it on the first card also where another step falls on the same day', async () => {
    const world = await planned(old, '2027-01-14T07:00:00Z');
    await live(world, '2027-01-14', '2027-01-18');
    expect(introductions(world)).toEqual([true, false]);
    // What has passed is one step, the last of them: it is not told again when the introduction is planned anew.
    expect(await world.states()).toContain('meldeplikt day-3 sent');
    await scheduleReminders(world.stores, old, inWaves, world.clock.now());
    expect(
      (await world.reminders()).filter(({ state }) => state === 'planned').map(({ stepId }) => stepId),
    ).not.toContain('day-3');
  });

  it('says it on a later card where the one of the day was not wanted, or never came', async () => {
    const world = await planned();
    const off = createRow(preferencesRow, { nudges: 'off' as const });
    await world.stores.people.commit({ personId: 'kari', writes: [off] });
    await live(world, '2027-01-11', '2027-01-14', '2027-01-18', '2027-01-29');
    expect(introductions(world)).toEqual([true]);
    const other = await planned();
    other.answers.push({ outcome: 'rejected', reason: 'MessageSizeTooBig', isUnreachable: false });
    await live(other, '2027-01-11', '2027-01-14', '2027-01-18');
    expect(introductions(other)).toEqual([true, true, false]);
  });

  it('counts who is hired after it from the own first day, without an introduction', async () => {
    const world = await planned({ ...kari, employedOn: '2027-02-01' });
    expect((await world.reminders()).map(({ stepId }) => stepId)).not.toContain('introduction');
    expect(countedFrom(inWaves.catalogue, { ...kari, employedOn: '2027-02-01' }, undefined)).toBe('2027-02-01');
  });

  it('leaves the other units as they were', () => {
    const elsewhere = { ...old, unitId: 'barnehagen' };
    expect(countedFrom(inWaves.catalogue, elsewhere, undefined)).toBe(inWaves.catalogue.startsOn);
  });

  it('makes nobody late before it, whatever the dates are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -3000, max: 200 }), fc.integer({ min: 0, max: 120 }), async (hired, wave) => {
        const begins = addDays('2026-11-23', wave);
        const catalogue = { ...rules.catalogue, waves: new Map([['skolen', begins]]) };
        const person = { ...kari, employedOn: addDays('2026-11-23', hired) };
        const world = createWorld();
        const own = await readOwnModules({ people: world.stores.people, catalogue }, person, begins);
        return own.every(({ lateByDays, dueOn }) => lateByDays === 0 && dueOn !== undefined && dueOn > begins);
      }),
      { seed: 20261126, numRuns: 100 },
    );
  });
});

describe('long after the unit has begun, when the cards of then are deleted', () => {
  /** As the municipality keeps messages. */
  const deleted = async (world: World, before: string) =>
    deleteOldMessages({ ...world.needs, rules: inWaves }, 'kari', new Date(before));

  it('a module that comes brings an ordinary card', async () => {
    const world = await planned();
    await live(world, '2027-01-11');
    for (const moduleId of ['meldeplikt', 'avvergingsplikt']) await world.progress(completed(moduleId));
    const modules = [...inWaves.catalogue.modules, module('digitale-krenkelser', 28)];
    const withNew = { ...inWaves, catalogue: { ...inWaves.catalogue, modules } };
    world.goTo('2028-06-05T02:00:00Z');
    await deleted(world, '2027-06-06T00:00:00Z');
    expect(await world.days()).toEqual([]);
    await scheduleReminders(world.stores, old, withNew, world.clock.now());
    await liveBy(withNew, world, ['2028-06-08']);
    expect(introductions(world)).toEqual([true, false]);
  });

  it('what a leader asks for comes as such', async () => {
    const world = await planned();
    await live(world, '2027-01-11');
    world.goTo('2027-04-12T07:00:00Z');
    await deleted(world, '2027-02-11T00:00:00Z');
    const own = await readOwnModules({ ...world.stores, catalogue: inWaves.catalogue }, old, '2027-04-12');
    expect(await nudgeForLeader({ ...world.stores, rules: inWaves }, old, own, world.clock.now())).toBe('asked');
    await live(world, '2027-04-12');
    expect(world.posts.map(({ model }) => [model.isIntroduction, model.isFromLeader])).toEqual([
      [true, undefined],
      [undefined, true],
    ]);
  });

  it('no municipality deletes a card as long as it may have said who Undring is', () => {
    const keeps = (messageDays: number) => retentionSchema.safeParse({ messageDays }).success;
    expect([keeps(introducedForDays), keeps(introducedForDays - 1)]).toEqual([true, false]);
  });

  it('but who was away for the first weeks hears who it is on the first card', async () => {
    const world = await planned();
    await changePreferences(world.stores, 'kari', { pausedUntil: '2027-02-12' });
    for (let day: LocalDate = '2027-01-12'; day <= '2027-02-26'; day = addDays(day, 1)) {
      world.goTo(`${day}T02:00:00Z`);
      await scheduleReminders(world.stores, old, inWaves, world.clock.now());
      await live(world, day);
    }
    expect(world.posts[0]?.at.toISOString().slice(0, 10)).toBe('2027-02-15');
    expect(introductions(world)).toEqual([true, ...world.posts.slice(1).map(() => false)]);
  });
});

describe('a unit whose beginning is moved to a later day, with no night before the old one', () => {
  const moved = { ...rules, catalogue: { ...rules.catalogue, waves: new Map([['skolen', '2027-02-01'] as const]) } };

  it('hears nothing on the old day, also on what was counted from it, and all of it from the new one', async () => {
    const world = await planned();
    await liveBy(moved, world, ['2027-01-11', '2027-01-14', '2027-01-29']);
    expect(world.posts).toEqual([]);
    expect(await world.states()).toEqual(
      expect.arrayContaining(
        ['introduction', 'day-3', 'due'].map((step) => `meldeplikt ${step} cancelled (not-begun)`),
      ),
    );
    world.goTo('2027-01-30T02:00:00Z');
    await scheduleReminders(world.stores, old, moved, world.clock.now());
    await liveBy(moved, world, ['2027-02-01', '2027-02-04']);
    expect(introductions(world)).toEqual([true, false]);
  });

  it('is not in the dry run of that day', async () => {
    const world = await planned();
    world.goTo('2027-01-08T12:00:00Z');
    const outcomes = async (by: ReminderRules) =>
      (await previewDay({ ...world.stores, rules: by }, world.clock.now(), 'running')).people.map(
        (each) => each.outcome,
      );
    expect(await outcomes(inWaves)).toEqual(['card']);
    expect(await outcomes(moved)).toEqual(['nothing']);
  });
});

const never = (): never => {
  throw new Error('the world has modules');
};
