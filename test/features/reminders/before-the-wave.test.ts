import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { begunOn } from '../../../src/features/catalogue/catalogue.ts';
import { completeInGroup } from '../../../src/features/groups/complete-in-group.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import type { ReminderLine } from '../../../src/features/reminders/reminder-model.ts';
import { scheduleFollowUps } from '../../../src/features/reminders/schedule-follow-ups.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.ts';
import { completed, createWorld, kari, pointerTo, policy, rules, type World } from './world.ts';

const zone = 'Europe/Oslo';
const [meldeplikt, ...others] = rules.catalogue.modules;
if (!meldeplikt) throw new Error('the world has modules');
/** Skolen has begun; sfo and helse begin later. A step comes before the modules of two weeks and a half do. */
const inWaves: ReminderRules = {
  ...rules,
  policy: {
    ...policy,
    steps: [...policy.steps, { stepId: 'due-minus-21', anchor: 'due', offsetDays: -21, class: 'deadline' }],
    followUps: { refresherDays: [], useItAfterDays: 14, daysBetween: 7 },
  },
  catalogue: {
    ...rules.catalogue,
    modules: [{ ...meldeplikt, renewal: { months: 1, withinDays: 8 } }, ...others],
    waves: new Map<string, LocalDate>([
      ['sfo', '2027-01-11'],
      ['helse', '2027-03-01'],
    ]),
  },
};
const inSfo: Person = { ...kari, employedOn: '2019-08-01', unitId: 'sfo' };

async function night(world: World, person: Person, day: LocalDate): Promise<void> {
  world.goTo(instantOf(day, '02:00', zone).toISOString());
  const now = world.clock.now();
  await openRenewals({ people: world.stores.people, catalogue: inWaves.catalogue, zone }, person, now);
  await scheduleReminders(world.stores, person, inWaves, now);
  await scheduleFollowUps(world.stores, person, inWaves, now);
}

async function noon(world: World, day: LocalDate): Promise<void> {
  world.goTo(instantOf(day, '12:00', zone).toISOString());
  await sendReminder({ ...world.needs, rules: inWaves }, pointerTo());
}

/** A night that plans, and a day that may bring a card. */
async function liveDay(world: World, person: Person, day: LocalDate): Promise<void> {
  await night(world, person, day);
  await noon(world, day);
}

async function live(world: World, person: Person, from: LocalDate, to: LocalDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) await liveDay(world, person, day);
}

const completes = (world: World) =>
  completeInGroup({ ...world.stores, zone }, 'kari', {
    ...{ moduleId: 'meldeplikt', moduleVersion: 1, module: inWaves.catalogue.modules[0] },
    ...{ startedAt: world.clock.now(), completedAt: world.clock.now() },
  });

const dayOf = ({ at }: { at: Date }): LocalDate => localDateAt(at, zone);
const days = (world: World) => [...world.posts, ...world.followUps].map(dayOf).toSorted();

describe('until the unit begins, nothing comes that nobody has asked for', () => {
  it('what a module that was taken early is followed by comes on a later day', async () => {
    const world = createWorld('2026-12-15T02:00:00Z');
    await world.hire(inSfo, 'with chat', inWaves);
    for (const { moduleId } of inWaves.catalogue.modules) {
      await world.progress(completed(moduleId, '2026-12-15T10:00:00Z'));
    }
    await live(world, inSfo, '2026-12-16', '2027-01-10');
    expect(days(world)).toEqual([]);
    await live(world, inSfo, '2027-01-11', '2027-01-15');
    expect(world.followUps.map(({ model, at }) => `${model.kind} ${dayOf({ at })}`)).toEqual(['use-it 2027-01-11']);
  });

  it('a module is not opened anew, and then has as long as always', async () => {
    const world = createWorld('2026-12-01T02:00:00Z');
    const inHelse = { ...inSfo, unitId: 'helse' };
    await world.hire(inHelse, 'with chat', inWaves);
    for (const { moduleId } of inWaves.catalogue.modules) {
      await world.progress(completed(moduleId, '2026-12-01T10:00:00Z'));
    }
    await live(world, inHelse, '2026-12-02', '2027-02-28');
    expect(days(world)).toEqual([]);
    await liveDay(world, inHelse, '2027-03-01');
    expect(world.posts.flatMap(({ model, at }) => model.lines.map((line) => [dayOf({ at }), line.deadlineOn]))).toEqual(
      [['2027-03-01', '2027-03-09']],
    );
  });

  describe('a module that was to be taken again', () => {
    /** It is opened on 23 December, to be done by the 31st; that night the person comes to a unit that has not begun. */
    async function opened(told: 'told' | 'untold') {
      const world = createWorld('2026-11-23T02:00:00Z');
      const school = { ...inSfo, unitId: 'skolen' };
      await world.hire(school, 'with chat', inWaves);
      for (const { moduleId } of inWaves.catalogue.modules) {
        await world.progress(completed(moduleId, '2026-11-23T10:00:00Z'));
      }
      await night(world, school, '2026-12-23');
      if (told === 'told') await noon(world, '2026-12-23');
      const moved = { ...school, unitId: 'sfo' };
      await world.becomes(moved);
      // What was planned ends as it would be sent.
      await noon(world, '2026-12-28');
      await live(world, moved, '2026-12-29', '2027-01-10');
      const early = days(world);
      await live(world, moved, '2027-01-11', '2027-02-14');
      const cards = world.posts.map(({ model, at }) => `${dayOf({ at })} ${model.lines.map(({ timing }) => timing)}`);
      return { early, cards };
    }

    it('waits with its notices, and has as long as always where nothing was told of it', async () => {
      expect(await opened('untold')).toEqual({
        early: [],
        cards: ['2027-01-11 ahead', '2027-01-14 ahead', '2027-01-18 ahead', '2027-01-19 today', '2027-01-26 overdue'],
      });
    });

    it('is told of once more where it was, with the date of then', async () => {
      expect(await opened('told')).toEqual({
        early: ['2026-12-23'],
        cards: ['2026-12-23 ahead', '2027-01-11 overdue'],
      });
    });
  });

  it('a step that falls before that day comes with the introduction', async () => {
    const world = createWorld('2026-12-01T02:00:00Z');
    await world.hire(inSfo, 'with chat', inWaves);
    await live(world, inSfo, '2026-12-02', '2027-01-13');
    expect(world.posts.map(({ model, at }) => [dayOf({ at }), model.isIntroduction])).toEqual([['2027-01-11', true]]);
  });

  it('but what the person has asked for does', async () => {
    const world = createWorld('2026-11-23T02:00:00Z');
    const school = { ...inSfo, unitId: 'skolen' };
    await world.hire(school, 'with chat', inWaves);
    await liveDay(world, school, '2026-11-26');
    await snoozeReminder({ ...world.stores, rules: inWaves }, school, world.clock.now());
    const moved = { ...school, unitId: 'sfo' };
    await world.becomes(moved);
    await liveDay(world, moved, '2026-11-27');
    expect(days(world)).toEqual(['2026-11-26', '2026-11-27']);
  });
});

const step = fc.record({
  days: fc.integer({ min: 1, max: 30 }),
  unitId: fc.constantFrom('skolen', 'sfo', 'helse'),
  isMeldepliktDone: fc.boolean(),
});

/** Of the first card about each time round of each module, what says that it is late. */
function firstToldLate(world: World): readonly ReminderLine[] {
  const lines = world.posts.flatMap(({ model }) => model.lines);
  const first = new Map(lines.toReversed().map((line) => [`${line.moduleId} ${line.lastDoneAt?.toISOString()}`, line]));
  return [...first.values()].filter(({ timing }) => timing === 'overdue');
}

describe('whoever moves between units that begin on different days', () => {
  it('hears nothing before them, is first told of nothing as overdue, and is told of all in the end', async () => {
    let waited = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const world = createWorld('2026-11-23T02:00:00Z');
        await world.hire(inSfo, 'with chat', inWaves);
        let person = inSfo;
        let today: LocalDate = '2026-12-14';
        for (const each of [...steps, { days: 100, unitId: 'helse', isMeldepliktDone: false }]) {
          person = { ...person, unitId: each.unitId };
          await world.becomes(person);
          if (each.isMeldepliktDone) await completes(world);
          const until = addDays(today, each.days);
          const before = days(world).length;
          await live(world, person, addDays(today, 1), until);
          today = until;
          const begins = begunOn(inWaves.catalogue, person);
          expect(
            days(world)
              .slice(before)
              .filter((day) => day < begins),
          ).toEqual([]);
          if (today < begins) waited += 1;
        }
        expect(firstToldLate(world)).toEqual([]);
        const own = await readOwnModules({ ...world.stores, catalogue: inWaves.catalogue }, person, today);
        const told = new Set(world.posts.flatMap(({ model }) => model.lines.map(({ moduleId }) => moduleId)));
        expect(own.filter(({ module, standing }) => standing !== 'done' && !told.has(module.moduleId))).toEqual([]);
        expect(new Set(days(world)).size).toBe(days(world).length);
      }),
      { numRuns: 8, seed: 20261123 },
    );
    expect(waited).toBeGreaterThan(0);
  });
});
