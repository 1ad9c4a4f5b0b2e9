import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate } from '../../../src/core/local-date.ts';
import type { Catalogue } from '../../../src/features/catalogue/catalogue.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { completeInGroup } from '../../../src/features/groups/complete-in-group.ts';
import { changePreferences } from '../../../src/features/people/change-preferences.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { renewalAt } from '../../../src/features/progress/next-round.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { readProgress } from '../../../src/features/progress/read-progress.ts';
import { nudgeForLeader } from '../../../src/features/reminders/leader-nudge.ts';
import type { ReminderLine } from '../../../src/features/reminders/reminder-model.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { completed, createWorld, kari, module, pointerTo, rules, type World } from './world.ts';

const { catalogue } = rules;
const newModule = module('digitale-krenkelser', 28);
const withNew: ReminderRules = { ...rules, catalogue: { ...catalogue, modules: [...catalogue.modules, newModule] } };
const veteran: Person = { ...kari, employedOn: '2020-08-17' };

const withRenewal = (of: Catalogue, renewal: NonNullable<Module['renewal']>): Catalogue => ({
  ...of,
  modules: of.modules.map((each) => (each.moduleId === 'meldeplikt' ? { ...each, renewal } : each)),
});

const night = (world: World, person: Person, by: ReminderRules) =>
  scheduleReminders(world.stores, person, by, world.clock.now());
const sends = (world: World, by: ReminderRules) => sendReminder({ ...world.needs, rules: by }, pointerTo());
const dueOn = async (world: World, person: Person, by: ReminderRules, today: LocalDate) =>
  (await readOwnModules({ people: world.stores.people, catalogue: by.catalogue }, person, today)).find(
    (own) => own.module.moduleId === newModule.moduleId,
  );

describe('a module that comes later', () => {
  it('is counted from the day it became the person’s, not from when the municipality began', async () => {
    const world = createWorld();
    await world.hire(veteran);
    for (const { moduleId } of catalogue.modules) await world.progress(completed(moduleId));
    world.goTo('2027-10-04T02:00:00Z');
    await night(world, veteran, withNew);
    expect(await dueOn(world, veteran, withNew, '2027-10-04')).toMatchObject({ dueOn: '2027-11-01', lateByDays: 0 });
    for (let day = 1; day < 40; day += 1) {
      world.goTo(`${addDays('2027-10-04', day)}T09:00:00Z`);
      await sends(world, withNew);
    }
    expect(world.posts.map(({ model }) => model.lines.map(({ deadlineOn }) => deadlineOn))).toEqual(
      Array.from({ length: 4 }, () => ['2027-11-01']),
    );
    expect(await dueOn(world, veteran, withNew, '2027-11-03')).toMatchObject({ lateByDays: 2 });
  });

  it('is not late in any list in the hours before the night that plans it', async () => {
    const world = createWorld();
    await world.hire(veteran);
    expect(await dueOn(world, veteran, withNew, '2027-10-04')).toMatchObject({ dueOn: '2027-11-01', lateByDays: 0 });
  });

  it('keeps its date whatever nights follow', async () => {
    const world = createWorld();
    await world.hire(veteran);
    world.goTo('2027-10-04T02:00:00Z');
    await night(world, veteran, withNew);
    for (const day of ['2027-10-05', '2027-10-20', '2027-11-02'] as const) {
      world.goTo(`${day}T09:00:00Z`);
      await sends(world, withNew);
      await night(world, veteran, withNew);
      expect(await dueOn(world, veteran, withNew, day)).toMatchObject({ dueOn: '2027-11-01' });
    }
  });

  it('is counted anew when somebody was exempted from it for a while', async () => {
    const world = createWorld();
    const exempt: Person = { ...kari, exemptFrom: ['meldeplikt'] };
    await world.hire(exempt);
    world.goTo('2027-03-01T02:00:00Z');
    await night(world, kari, rules);
    const own = await readOwnModules({ people: world.stores.people, catalogue }, kari, '2027-03-01');
    expect(own.find((each) => each.module.moduleId === 'meldeplikt')?.dueOn).toBe('2027-03-19');
  });
});

describe('a date that was told', () => {
  const inWave: ReminderRules = {
    ...rules,
    catalogue: { ...catalogue, startsOn: '2026-08-17', waves: new Map<string, LocalDate>([['skolen', '2027-01-11']]) },
  };
  const allBegun: ReminderRules = { ...rules, catalogue: { ...catalogue, startsOn: '2026-08-17' } };
  async function introduced(): Promise<World> {
    const world = createWorld('2027-01-11T02:00:00Z');
    await world.hire(veteran, 'with chat', inWave);
    world.goTo('2027-01-11T10:00:00Z');
    await sends(world, inWave);
    expect(world.posts.map(({ model }) => model.lines[0]?.deadlineOn)).toEqual(['2027-01-29']);
    world.goTo('2027-01-18T02:00:00Z');
    return world;
  }
  const datesOf = async (world: World, person: Person, by: ReminderRules, today: LocalDate) =>
    (await readOwnModules({ people: world.stores.people, catalogue: by.catalogue }, person, today)).map(
      ({ dueOn: date, lateByDays }) => `${date} ${lateByDays}`,
    );

  it.each([
    { what: 'somebody comes to a unit that began before', person: { ...veteran, unitId: 'sfo' }, by: inWave },
    { what: 'the wave is taken out of the pack', person: veteran, by: allBegun },
  ])('stands when $what, before the night too', async ({ person, by }) => {
    const world = await introduced();
    if (person !== veteran) await world.becomes(person);
    for (const day of ['2027-01-18', '2027-01-19', '2027-01-27'] as const) {
      expect(await datesOf(world, person, by, day)).toEqual(['2027-01-29 0', '2027-01-29 0']);
      await liveDay(world, person, by, day);
    }
    const told = world.posts.flatMap(({ model }) => model.lines.map(({ deadlineOn }) => deadlineOn));
    expect(new Set(told)).toEqual(new Set(['2027-01-29']));
    await liveDay(world, person, by, '2027-02-01');
    expect(await datesOf(world, person, by, '2027-02-01')).toEqual(['2027-01-29 3', '2027-01-29 3']);
  });

  it('moves to a later one with a unit that begins later, and is counted anew there', async () => {
    const world = await introduced();
    const later = new Map<string, LocalDate>([...(inWave.catalogue.waves ?? []), ['sfo', '2027-03-01']]);
    const by = { ...inWave, catalogue: { ...inWave.catalogue, waves: later } };
    const moved = { ...veteran, unitId: 'sfo' };
    await world.becomes(moved);
    await night(world, moved, by);
    expect(await datesOf(world, moved, by, '2027-01-18')).toEqual(['2027-03-19 0', '2027-03-19 0']);
  });

  it('comes back when a slip of the staff list has moved the first day for a night', async () => {
    const world = createWorld('2026-11-23T02:00:00Z');
    await world.hire(kari);
    await liveDay(world, kari, rules, '2026-11-26');
    const slip = { ...kari, employedOn: '2026-12-01' } as const;
    await world.becomes(slip);
    await liveDay(world, slip, rules, '2026-11-27');
    expect(await datesOf(world, slip, rules, '2026-11-27')).toEqual(['2026-12-19 0', '2026-12-19 0']);
    await world.becomes(kari);
    await liveDay(world, kari, rules, '2026-11-28');
    expect(await datesOf(world, kari, rules, '2026-11-28')).toEqual(['2026-12-11 0', '2026-12-11 0']);
  });

  it('of a new hire stands when the staff list corrects the first day backwards', async () => {
    const world = createWorld('2026-11-23T02:00:00Z');
    await world.hire(kari);
    await liveDay(world, kari, rules, '2026-11-26');
    expect(world.posts).toHaveLength(1);
    const corrected = { ...kari, employedOn: '2026-09-01' } as const;
    await world.becomes(corrected);
    await liveDay(world, corrected, rules, '2026-11-30');
    await liveDay(world, corrected, rules, '2026-12-01');
    expect(await datesOf(world, corrected, rules, '2026-12-01')).toEqual(['2026-12-11 0', '2026-12-11 0']);
    expect(world.posts.flatMap(({ model }) => model.lines.map(({ timing }) => timing))).not.toContain('overdue');
  });
});

describe('a module that a leader has exempted somebody from', () => {
  const exemption = { arrangement: 'exempt', moduleId: 'meldeplikt', reason: 'agreed', by: 'siv' } as const;
  const exempt: Person = { ...kari, arrangements: [{ ...exemption, at: new Date('2027-03-01T10:00:00Z') }] };
  const dueFor = async ({ stores }: World, person: Person, today: LocalDate) =>
    (await readOwnModules({ people: stores.people, catalogue }, person, today)).find(
      ({ module: { moduleId } }) => moduleId === 'meldeplikt',
    );
  async function exempted(isTold: boolean): Promise<World> {
    const world = createWorld('2026-11-23T02:00:00Z');
    await world.hire(kari);
    await night(world, kari, rules);
    if (isTold) {
      world.goTo('2026-12-11T10:00:00Z');
      await sends(world, rules);
    }
    world.goTo('2027-03-01T10:00:00Z');
    await night(world, exempt, rules);
    world.goTo('2027-03-02T02:00:00Z');
    await night(world, exempt, rules);
    world.goTo('2027-04-01T10:00:00Z');
    return world;
  }

  it('has its ordinary date again when the leader takes it back, and is as late as it was', async () => {
    const world = await exempted(true);
    await night(world, kari, rules);
    expect(await dueFor(world, kari, '2027-04-01')).toMatchObject({ dueOn: '2026-12-11', lateByDays: 111 });
  });

  it('is counted anew then where nothing was ever told of it', async () => {
    const world = await exempted(false);
    await night(world, kari, rules);
    expect(await dueFor(world, kari, '2027-04-01')).toMatchObject({ dueOn: '2027-04-19', lateByDays: 0 });
  });

  it('is counted anew where it was not the person’s for another reason too', async () => {
    const world = await exempted(true);
    await night(world, { ...kari, exemptFrom: ['meldeplikt'] }, rules);
    world.goTo('2027-05-03T02:00:00Z');
    await night(world, kari, rules);
    expect(await dueFor(world, kari, '2027-05-03')).toMatchObject({ dueOn: '2027-05-21', lateByDays: 0 });
  });
});

describe('a module that is to be taken again', () => {
  const yearly: ReminderRules = { ...rules, catalogue: withRenewal(catalogue, { months: 12, withinDays: 28 }) };
  const renewal = async ({ stores }: World, today: LocalDate) =>
    (await readOwnModules({ people: stores.people, catalogue: yearly.catalogue }, kari, today)).find(
      ({ module: { moduleId } }) => moduleId === 'meldeplikt',
    );
  async function renewed(): Promise<World> {
    const world = createWorld();
    await world.hire(kari, 'with chat', yearly);
    for (const { moduleId } of catalogue.modules) await world.progress(completed(moduleId));
    return world;
  }
  const live = async (world: World, from: LocalDate, to: LocalDate) => {
    for (let day = from; day <= to; day = addDays(day, 1)) await liveDay(world, kari, yearly, day);
  };

  it('is not first told of as overdue to who was away for ten months', async () => {
    const world = await renewed();
    await changePreferences(world.stores, 'kari', { pausedUntil: '2028-09-24' });
    await live(world, '2027-11-20', '2027-11-28');
    await live(world, '2028-09-01', '2028-10-08');
    const first = world.posts[0];
    expect(first?.at.toISOString().slice(0, 10)).toBe('2028-09-25');
    expect(first?.model.lines[0]).toMatchObject({ timing: 'ahead', deadlineOn: '2028-09-29' });
    expect(world.posts.map(({ model }) => model.lines[0]?.timing)).toEqual(['ahead', 'today', 'overdue']);
  });

  it('is not first told of as overdue where a leader asked for it during the pause', async () => {
    const world = await renewed();
    await changePreferences(world.stores, 'kari', { pausedUntil: '2028-09-24' });
    await live(world, '2027-11-20', '2027-12-10');
    const own = await readOwnModules({ people: world.stores.people, catalogue: yearly.catalogue }, kari, '2027-12-10');
    const open = own.filter(({ standing }) => standing !== 'done');
    expect(open).toHaveLength(1);
    expect(await nudgeForLeader({ ...world.needs, rules: yearly }, kari, open, world.clock.now())).toBe('left-out');
    await live(world, '2028-09-01', '2028-10-08');
    expect(world.posts[0]?.model.lines[0]).toMatchObject({ timing: 'ahead', deadlineOn: '2028-09-29' });
  });

  it('keeps its date once something was told of it', async () => {
    const world = await renewed();
    await live(world, '2027-11-20', '2027-12-31');
    expect(await renewal(world, '2027-12-31')).toMatchObject({ dueOn: '2027-12-22', lateByDays: 9 });
  });

  it('is counted anew for who comes back after having left while it was open', async () => {
    const world = await renewed();
    await live(world, '2027-11-20', '2027-12-02');
    const again: Person = { ...kari, employedOn: '2028-06-05' };
    await world.becomes(again);
    await liveDay(world, again, yearly, '2028-06-05');
    const own = await readOwnModules({ people: world.stores.people, catalogue: yearly.catalogue }, again, '2028-06-05');
    // The first day is Whit Monday: something can first be told the day after.
    expect(own[0]).toMatchObject({ dueOn: '2028-07-04', lateByDays: 0 });
  });

  it('is not told of before the first day to who comes back', async () => {
    const world = await renewed();
    await live(world, '2027-11-20', '2027-11-25');
    const again: Person = { ...kari, employedOn: '2027-12-06' };
    await world.becomes(again);
    for (let day = 26; day <= 30; day += 1) await liveDay(world, again, yearly, addDays('2027-11-01', day - 1));
    expect(world.posts).toEqual([]);
    for (let day = 1; day <= 7; day += 1) await liveDay(world, again, yearly, addDays('2027-12-01', day - 1));
    expect(world.posts.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2027-12-06']);
  });

  it('is on a past day as it was then', async () => {
    const world = await renewed();
    await changePreferences(world.stores, 'kari', { pausedUntil: '2028-01-14' });
    await live(world, '2027-11-20', '2028-01-20');
    const stored = await readProgress(world.stores, 'kari');
    const open = stored.get('meldeplikt')?.value.renewal;
    expect(open).toMatchObject({ opensOn: '2027-11-24', dueOn: '2028-01-20' });
    const dueThen = (on: LocalDate) => open && renewalAt(open, on).dueOn;
    expect([dueThen('2027-12-22'), dueThen('2027-12-23')]).toEqual(['2027-12-22', '2028-01-20']);
  });
});

describe('a new hire', () => {
  it('has the dates of the first day, also when the staff list is some days late', async () => {
    const world = createWorld('2026-11-27T02:00:00Z');
    await world.hire();
    const own = await readOwnModules({ people: world.stores.people, catalogue }, kari, '2026-11-27');
    expect(own.map(({ dueOn: date }) => date)).toEqual(['2026-12-11', '2026-12-11']);
  });
});

/** A night that plans, and a day that may bring a card. */
async function liveDay(world: World, person: Person, by: ReminderRules, day: LocalDate): Promise<void> {
  world.goTo(instantOf(day, '02:00', 'Europe/Oslo').toISOString());
  const needs = { people: world.stores.people, catalogue: by.catalogue, zone: 'Europe/Oslo' as const };
  await openRenewals(needs, person, world.clock.now());
  await night(world, person, by);
  world.goTo(instantOf(day, '10:00', 'Europe/Oslo').toISOString());
  await sends(world, by);
}

type Step = {
  days: number;
  change: Partial<Person>;
  isNewModuleThere: boolean;
  isMeldepliktDone: boolean;
  pausedForDays: number | undefined;
};
const dates = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days));
const step: fc.Arbitrary<Step> = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  change: fc.record(
    {
      employedOn: dates,
      endsOn: fc.oneof(dates, fc.constant(undefined)),
      sector: fc.constantFrom('school' as const, 'health' as const),
      competenceLevel: fc.constantFrom(1 as const, 2 as const, 3 as const),
      exemptFrom: fc.subarray(['meldeplikt', 'avvergingsplikt', newModule.moduleId]),
    },
    { requiredKeys: [] },
  ),
  isNewModuleThere: fc.boolean(),
  isMeldepliktDone: fc.boolean(),
  pausedForDays: fc.option(fc.integer({ min: 10, max: 90 }), { nil: undefined }),
});
const again = (by: ReminderRules): ReminderRules => ({
  ...by,
  catalogue: withRenewal(by.catalogue, { months: 1, withinDays: 8 }),
});

async function completes(world: World, { catalogue: { modules } }: ReminderRules): Promise<void> {
  const needs = { ...world.stores, zone: 'Europe/Oslo' as const };
  const when = { startedAt: world.clock.now(), completedAt: world.clock.now() };
  const about = {
    moduleId: 'meldeplikt',
    moduleVersion: 1,
    module: modules.find((each) => each.moduleId === 'meldeplikt'),
  };
  await completeInGroup(needs, 'kari', { ...about, ...when });
}

/** Every night plans, and every day may bring a card. */
async function livesThrough(world: World, first: Person, steps: readonly Step[]): Promise<void> {
  let today: LocalDate = '2026-11-23';
  let person = first;
  for (const { days, change, isNewModuleThere, isMeldepliktDone, pausedForDays } of steps) {
    const by = again(isNewModuleThere ? withNew : rules);
    person = { ...person, ...change };
    await world.becomes(person);
    if (isMeldepliktDone) await completes(world, by);
    const pausedUntil = pausedForDays && addDays(today, pausedForDays);
    if (pausedUntil) await changePreferences(world.stores, 'kari', { pausedUntil });
    for (let day = 0; day < days; day += 1) {
      today = addDays(today, 1);
      await liveDay(world, person, by, today);
    }
  }
}

/** Of the first card about each time round of each module, what says that it is late. */
function firstToldLate(world: World): readonly ReminderLine[] {
  const lines = world.posts.flatMap(({ model }) => model.lines);
  const roundOf = ({ moduleId, lastDoneAt }: ReminderLine) => `${moduleId} ${lastDoneAt?.toISOString()}`;
  const first = new Map(lines.toReversed().map((line) => [roundOf(line), line]));
  return [...first.values()].filter(({ timing }) => timing === 'overdue');
}

const away: fc.Arbitrary<Step> = fc
  .record({
    days: fc.integer({ min: 10, max: 40 }),
    isMeldepliktDone: fc.boolean(),
    pausedForDays: fc.option(fc.integer({ min: 20, max: 60 }), { nil: undefined }),
  })
  .map((one) => ({ ...one, change: {}, isNewModuleThere: false }));

const done: Step = { days: 1, change: {}, isNewModuleThere: false, isMeldepliktDone: true, pausedForDays: undefined };

describe('whatever changes, and in whatever order', () => {
  it('nobody is first told of a module as overdue', async () => {
    await fc.assert(
      fc.asyncProperty(dates, fc.array(step, { minLength: 1, maxLength: 6 }), async (employedOn, steps) => {
        const world = createWorld('2026-11-23T02:00:00Z');
        const person: Person = { ...kari, employedOn };
        await world.hire(person);
        await livesThrough(world, person, steps);
        expect(firstToldLate(world)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('nor of one that is to be taken again, however often somebody is away', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(away, { minLength: 3, maxLength: 6 }), async (steps) => {
        const world = createWorld('2026-11-23T02:00:00Z');
        await world.hire();
        await livesThrough(world, kari, [done, ...steps]);
        expect(firstToldLate(world)).toEqual([]);
        told += world.posts.filter(({ model }) => model.lines.some(({ lastDoneAt }) => lastDoneAt)).length;
      }),
      { numRuns: 15 },
    );
    expect(told).toBeGreaterThan(0);
  });
});
