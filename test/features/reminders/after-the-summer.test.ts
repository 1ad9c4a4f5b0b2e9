import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { readAssigned, wasAssignedOn } from '../../../src/features/progress/assigned.ts';
import { renewalAt } from '../../../src/features/progress/next-round.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import type { ReminderPolicy } from '../../../src/features/reminders/policy.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { aCatalogue } from '../../support/module-builder.ts';
import { calendar, completed, createWorld, kari, module, pointerTo, policy, type World } from './world.ts';

const zone = 'Europe/Oslo';
/** As in the pack: three nudges, and a notice before the date. */
const packPolicy: ReminderPolicy = {
  ...policy,
  maxNudges: 2,
  steps: [
    ...policy.steps,
    { stepId: 'day-14', anchor: 'employed', offsetDays: 14, class: 'nudge' },
    { stepId: 'due-minus-3', anchor: 'due', offsetDays: -3, class: 'deadline' },
  ],
};
const packCalendar: CalendarRules = {
  ...calendar,
  localDaysOff: [{ date: '2027-01-04' }, { date: '2027-05-07' }],
  halfDays: [
    { on: 'wednesday-before-easter', until: '12:00' },
    { on: 'christmas-eve', until: '12:00' },
    { on: 'new-years-eve', until: '12:00' },
  ],
};
const withDays = (...days: readonly number[]): ReminderRules => ({
  policy: packPolicy,
  calendar: packCalendar,
  catalogue: aCatalogue(days.map((each) => module(`after-${each}`, each))),
});
const pack = withDays(14, 28);
const hiredOn = (employedOn: LocalDate): Person => ({ ...kari, employedOn });

async function night(world: World, person: Person, by: ReminderRules, day: LocalDate): Promise<void> {
  world.goTo(instantOf(day, '03:00', zone).toISOString());
  await openRenewals({ people: world.stores.people, catalogue: by.catalogue, zone }, person, world.clock.now());
  await scheduleReminders(world.stores, person, by, world.clock.now());
}

/** Every night plans, and every day may bring a card. */
async function live(world: World, person: Person, by: ReminderRules, from: LocalDate, to: LocalDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await night(world, person, by, day);
    world.goTo(instantOf(day, '10:00', zone).toISOString());
    await sendReminder({ ...world.needs, rules: by }, pointerTo());
  }
}

async function hire(person: Person, by: ReminderRules, on: LocalDate): Promise<World> {
  const world = createWorld(instantOf(on, '08:00', zone).toISOString());
  await world.hire(person, 'with chat', by);
  return world;
}

const cards = (world: World) =>
  world.posts.map(
    ({ at, model }) =>
      `${localDateAt(at, zone)} ${model.lines.map((line) => `${line.moduleId} ${line.deadlineOn} ${line.timing}`)}`,
  );
const datesOf = async ({ stores }: World, person: Person, by: ReminderRules, today: LocalDate) =>
  (await readOwnModules({ people: stores.people, catalogue: by.catalogue }, person, today)).map(
    ({ dueOn, lateByDays }) => `${dueOn} ${lateByDays}`,
  );

describe('who begins where nothing can be told before the date', () => {
  it.each(['2027-07-05', '2027-08-01', '2027-08-02'] as const)(
    'has as long as always after the summer, and hears of it before the date: %s',
    async (employedOn) => {
      const person = hiredOn(employedOn);
      const world = await hire(person, withDays(14), employedOn);
      await live(world, person, withDays(14), employedOn, '2027-09-10');
      expect(cards(world)).toEqual([
        '2027-08-19 after-14 2027-08-30 ahead',
        '2027-08-23 after-14 2027-08-30 ahead',
        '2027-08-27 after-14 2027-08-30 ahead',
        '2027-08-30 after-14 2027-08-30 today',
        '2027-09-06 after-14 2027-08-30 overdue',
      ]);
    },
  );

  it('sees that date from the first day on, and is late of nothing in between', async () => {
    const person = hiredOn('2027-07-05');
    const world = await hire(person, pack, '2027-07-05');
    for (const day of ['2027-07-05', '2027-07-20', '2027-08-15'] as const) {
      await night(world, person, pack, day);
      expect(await datesOf(world, person, pack, day)).toEqual(['2027-08-30 0', '2027-09-13 0']);
    }
  });

  it('keeps a date before which something can be told', async () => {
    const person = hiredOn('2027-08-03');
    const world = await hire(person, withDays(14), '2027-08-03');
    await live(world, person, withDays(14), '2027-08-03', '2027-08-18');
    expect(cards(world)).toEqual(['2027-08-16 after-14 2027-08-17 ahead', '2027-08-17 after-14 2027-08-17 today']);
  });

  it('keeps a date that was told before the summer', async () => {
    const person = hiredOn('2027-06-23');
    const world = await hire(person, withDays(14), '2027-06-23');
    await live(world, person, withDays(14), '2027-06-23', '2027-08-17');
    expect(cards(world)[0]).toBe('2027-06-28 after-14 2027-07-07 ahead');
    expect(await datesOf(world, person, withDays(14), '2027-08-17')).toEqual(['2027-07-07 41']);
  });

  it('is told on the date where the staff list first tells of somebody that day', async () => {
    const person = hiredOn('2027-09-15');
    const world = await hire(person, withDays(14), '2027-09-29');
    await live(world, person, withDays(14), '2027-09-29', '2027-09-29');
    expect(cards(world)).toEqual(['2027-09-29 after-14 2027-09-29 today']);
  });

  it('has from Monday where the date is on a weekend and nothing is told before it', async () => {
    const [person, by] = [hiredOn('2027-09-15'), { ...withDays(4), policy }];
    const world = await hire(person, by, '2027-09-15');
    await live(world, person, by, '2027-09-16', '2027-09-24');
    expect(cards(world)).toEqual(['2027-09-23 after-4 2027-09-24 ahead', '2027-09-24 after-4 2027-09-24 today']);
  });

  it('is told on the date where the municipality has no step before it, and it is not moved for ever', async () => {
    const onDate = { ...policy, steps: policy.steps.filter(({ stepId }) => stepId === 'due') };
    const by = { ...withDays(14), policy: onDate };
    const person = hiredOn('2027-09-20');
    const world = await hire(person, by, '2027-09-20');
    await live(world, person, by, '2027-09-21', '2027-12-01');
    expect(cards(world)).toEqual(['2027-10-04 after-14 2027-10-04 today']);
  });
});

describe('a unit that begins in the summer', () => {
  const startsOn: LocalDate = '2028-08-01';
  const waves = new Map([['skolen', startsOn]]);
  const inWave = { ...pack, catalogue: { ...pack.catalogue, waves } };
  const old = hiredOn('2019-08-01');

  it('says who it is on the first day after it, on one card about all that has a date, with the dates from then', async () => {
    const world = await hire(old, inWave, '2028-06-20');
    await live(world, old, inWave, '2028-06-21', '2028-08-29');
    expect(cards(world)[0]).toBe('2028-08-15 after-14 2028-08-29 ahead,after-28 2028-08-29 ahead');
    expect(world.posts.map(({ model }) => model.isIntroduction ?? false)).toEqual([
      true,
      ...world.posts.slice(1).map(() => false),
    ]);
    expect(cards(world).join()).not.toContain('overdue');
  });
});

describe('a module that is to be taken again', () => {
  const lastDone = '2026-07-12';
  const base = withDays(28);
  const yearly: ReminderRules = {
    ...base,
    catalogue: aCatalogue([{ ...module('after-28', 28), renewal: { months: 12, withinDays: 28 } }]),
  };
  async function opened() {
    const person = hiredOn('2020-08-17');
    const world = await hire(person, yearly, '2027-07-01');
    await world.progress(completed('after-28', `${lastDone}T10:00:00Z`));
    return { person, world };
  }

  it('has as long as always after the summer, and hears of it before the date', async () => {
    const { person, world } = await opened();
    await live(world, person, yearly, '2027-07-02', '2027-08-20');
    expect(cards(world)).toEqual(['2027-08-19 after-28 2027-09-13 ahead']);
    expect((await toArray(world.stores.people.list('kari', progressRow))).at(-1)?.value.renewal).toMatchObject({
      ...{ opensOn: '2027-07-12', dueOn: '2027-09-13' },
      was: [{ dueOn: '2027-08-09', until: '2027-07-12', from: '2027-08-16' }],
    });
  });

  it('is late of nothing on a day of the summer, as it was not that day', async () => {
    const { person, world } = await opened();
    await live(world, person, yearly, '2027-07-02', '2027-08-12');
    const renewal = (await toArray(world.stores.people.list('kari', progressRow))).at(-1)?.value.renewal;
    expect(renewal && renewalAt(renewal, '2027-08-12').dueOn).toBe('2027-09-13');
    expect(await datesOf(world, person, yearly, '2027-08-12')).toEqual(['2027-09-13 0']);
  });
});

describe('whenever somebody begins', () => {
  const date = fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-09-01', days));
  const days = fc.integer({ min: 4, max: 40 });

  /** What the first card says of the module, and each day that its date was counted from. */
  async function begins(person: Person, by: ReminderRules, from: LocalDate) {
    const world = await hire(person, by, from);
    const counted = new Set<string>();
    for (let day = from; world.posts.length === 0 && day < addDays(from, 120); day = addDays(day, 1)) {
      await live(world, person, by, day, day);
      counted.add(JSON.stringify((await readAssigned(world.stores.people, 'kari'))?.since));
    }
    return { first: world.posts[0]?.model, counted };
  }

  it('the first word comes before the date, and the date moves once at most', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(date, days, fc.integer({ min: 0, max: 10 }), async (employedOn, dueAfter, ahead) => {
        const by = { ...withDays(dueAfter), policy };
        const { first, counted } = await begins(hiredOn(employedOn), by, addDays(employedOn, -ahead));
        expect(first?.lines.map(({ timing }) => timing)).toEqual(['ahead']);
        expect(counted.size).toBeLessThanOrEqual(2);
        moved += counted.size - 1;
      }),
      {
        numRuns: 60,
        examples: [
          ['2027-07-20', 14, 0],
          ['2027-03-24', 5, 2],
          ['2026-12-23', 4, 0],
        ],
      },
    );
    expect(moved).toBeGreaterThan(0);
  });

  it('a unit too: its first card introduces, and comes before the date', async () => {
    await fc.assert(
      fc.asyncProperty(date, days, async (startsOn, dueAfter) => {
        const base = { ...withDays(dueAfter), policy };
        const by = { ...base, catalogue: { ...base.catalogue, waves: new Map([['skolen', startsOn]]) } };
        const { first } = await begins(hiredOn('2019-08-01'), by, addDays(startsOn, -5));
        expect(first?.isIntroduction).toBe(true);
        expect(first?.lines.map(({ timing }) => timing)).toEqual(['ahead']);
      }),
      {
        numRuns: 30,
        examples: [
          ['2027-07-20', 14],
          ['2027-08-01', 14],
        ],
      },
    );
  });
});

it('a module that comes in the summer, before the first day, is a new hire’s from that day, though its date is counted from later', async () => {
  const world = createWorld('2027-06-20T04:00:00Z');
  const anna = hiredOn('2027-08-02');
  const before = withDays(28);
  await world.hire(anna, 'with chat', before);
  await night(world, anna, pack, '2027-07-21');
  const assigned = await readAssigned(world.stores.people, 'kari');
  expect(assigned?.since['after-14']).toBe('2027-08-16');
  expect(wasAssignedOn(assigned, 'after-14', '2027-08-02')).toBe(true);
  expect(wasAssignedOn(assigned, 'after-14', '2027-07-20')).toBe(false);
});
