import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { previewDay } from '../../../src/features/reminders/preview-day.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { aCatalogue } from '../../support/module-builder.ts';
import { createWorld, kari, module, pointerTo, policy, rules, type World } from './world.ts';

const zone = 'Europe/Oslo';
/** As in the pack, with a notice before the date. */
const pack: ReminderRules = {
  ...rules,
  policy: {
    ...policy,
    steps: [...policy.steps, { stepId: 'due-minus-3', anchor: 'due', offsetDays: -3, class: 'deadline' }],
  },
  catalogue: aCatalogue([module('bti', 14), module('meldeplikt', 28)]),
};
const inWave = (startsOn: LocalDate | undefined): ReminderRules =>
  startsOn ? { ...pack, catalogue: { ...pack.catalogue, waves: new Map([['skolen', startsOn]]) } } : pack;
const hiredOn = (employedOn: LocalDate): Person => ({ ...kari, employedOn });

type Life = { world: World; person: Person; by: ReminderRules };

function goTo({ world }: Life, day: LocalDate, time: '03:00' | '08:00' | '10:00' | '12:00' | '17:00'): Date {
  world.goTo(instantOf(day, time, zone).toISOString());
  return world.clock.now();
}
async function night({ world, person, by }: Life, day: LocalDate): Promise<void> {
  const now = goTo({ world, person, by }, day, '03:00');
  await scheduleReminders(world.stores, person, by, now);
}
async function morning({ world, person, by }: Life, day: LocalDate): Promise<void> {
  goTo({ world, person, by }, day, '10:00');
  await sendReminder({ ...world.needs, rules: by }, pointerTo());
}

/** From the night of the first day until the morning of the last. */
async function live(life: Life, from: LocalDate, to: LocalDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await night(life, day);
    await morning(life, day);
  }
}

/** What is told of the next day, and what is then sent, as `module date`; `undefined` where there is no card. */
async function askedAndSent(life: Life, asked: LocalDate, time: '08:00' | '12:00' | '17:00') {
  const { world, by } = life;
  await night(life, asked);
  if (time !== '08:00') await morning(life, asked);
  const now = goTo(life, asked, time);
  const { on, people } = await previewDay({ ...world.stores, rules: by }, now, 'running');
  const [told] = people;
  if (time === '08:00') await morning(life, asked);
  await live(life, addDays(asked, 1), on);
  const sent = world.posts.find(({ at }) => localDateAt(at, zone) === on);
  return {
    on,
    told: told?.outcome === 'card' ? told.items.map((item) => `${item.moduleId} ${item.deadlineOn}`).sort() : undefined,
    sent: sent?.model.lines.map((line) => `${line.moduleId} ${line.deadlineOn}`).sort(),
  };
}

async function hired(employedOn: LocalDate, from: LocalDate, startsOn?: LocalDate): Promise<Life> {
  const life = { world: createWorld(`${from}T08:00:00Z`), person: hiredOn(employedOn), by: inWave(startsOn) };
  await life.world.hire(life.person, 'with chat', life.by);
  return life;
}

describe('the dry run of the first day after days off', () => {
  it('names nobody whose date the nights will have moved: after the summer', async () => {
    const life = await hired('2027-06-30', '2027-06-30');
    const { on, told, sent } = await askedAndSent(life, '2027-06-30', '12:00');
    expect({ on, told, sent }).toEqual({ on: '2027-08-16', told: undefined, sent: undefined });
  });

  it('tells of the introduction of a unit that begins in the summer, with the dates that the nights will have moved', async () => {
    const life = await hired('2019-08-01', '2028-06-28', '2028-08-01');
    const { on, told, sent } = await askedAndSent(life, '2028-06-30', '12:00');
    expect(on).toBe('2028-08-15');
    expect(told).toEqual(['bti 2028-08-29', 'meldeplikt 2028-08-29']);
    expect(sent).toEqual(told);
  });

  it('names nobody whose date the nights will have moved: after a weekend', async () => {
    const by = { ...pack, policy, catalogue: aCatalogue([module('bti', 4)]) };
    const life = { world: createWorld('2027-09-15T08:00:00Z'), person: hiredOn('2027-09-15'), by };
    await life.world.hire(life.person, 'with chat', by);
    const { on, told, sent } = await askedAndSent(life, '2027-09-17', '12:00');
    expect({ on, told, sent }).toEqual({ on: '2027-09-20', told: undefined, sent: undefined });
  });

  it('names nobody whose date has passed by then with nothing told of it, where no step comes before it', async () => {
    const onDate = { ...policy, steps: policy.steps.filter(({ stepId }) => stepId === 'due') };
    const by = { ...pack, policy: onDate, catalogue: aCatalogue([module('bti', 4)]) };
    const life = { world: createWorld('2027-09-14T08:00:00Z'), person: hiredOn('2027-09-14'), by };
    await life.world.hire(life.person, 'with chat', by);
    const { on, told, sent } = await askedAndSent(life, '2027-09-17', '12:00');
    expect({ on, told, sent }).toEqual({ on: '2027-09-20', told: undefined, sent: undefined });
  });

  it('names who hears of it today as who has been told', async () => {
    const by = { ...pack, policy, catalogue: aCatalogue([module('bti', 4)]) };
    const life = { world: createWorld('2027-09-14T08:00:00Z'), person: hiredOn('2027-09-14'), by };
    await life.world.hire(life.person, 'with chat', by);
    const { told, sent } = await askedAndSent(life, '2027-09-17', '08:00');
    expect(told).toEqual(['bti 2027-09-18']);
    expect(sent).toEqual(told);
  });

  it('promises nothing that does not come, also where the staff list has moved the first day since', async () => {
    let cards = 0;
    const date = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2027-03-01', days));
    const moves = fc.integer({ min: -14, max: 14 });
    await fc.assert(
      fc.asyncProperty(date, fc.nat({ max: 45 }), moves, async (begins, later, moved) => {
        const life = await hired(begins, addDays(begins, -3));
        const asked = addDays(begins, later);
        await live(life, addDays(begins, -3), asked);
        life.person = hiredOn(addDays(begins, moved));
        await life.world.becomes(life.person);
        const now = goTo(life, asked, '12:00');
        const { on, people } = await previewDay({ ...life.world.stores, rules: pack }, now, 'running');
        await live(life, addDays(asked, 1), on);
        const isSent = life.world.posts.some(({ at }) => localDateAt(at, zone) === on);
        if (people[0]?.outcome !== 'card') return;
        expect(isSent).toBe(true);
        cards += 1;
      }),
      { numRuns: 60 },
    );
    expect(cards).toBeGreaterThan(0);
  });

  it('foresees no step that was told with another when the first day is moved before a weekend', async () => {
    const steps = [
      ...pack.policy.steps,
      { stepId: 'day-14', anchor: 'employed', offsetDays: 14, class: 'nudge' },
    ] as const;
    const by = { ...pack, policy: { ...pack.policy, steps }, catalogue: aCatalogue([module('meldeplikt', 21)]) };
    const life = { world: createWorld('2027-07-29T08:00:00Z'), person: hiredOn('2027-08-01'), by };
    await life.world.hire(life.person, 'with chat', by);
    await live(life, '2027-07-30', '2027-08-20');
    expect(life.world.posts.map(({ at }) => localDateAt(at, zone))).toEqual(['2027-08-16', '2027-08-19']);
    life.person = hiredOn('2027-08-12');
    await life.world.becomes(life.person);
    const now = goTo(life, '2027-08-20', '12:00');
    const { on, people } = await previewDay({ ...life.world.stores, rules: by }, now, 'running');
    await live(life, '2027-08-21', on);
    expect(on).toBe('2027-08-23');
    expect(life.world.posts).toHaveLength(2);
    expect(people.filter(({ outcome }) => outcome === 'card')).toEqual([]);
  });

  it('tells what is then sent, whenever it is asked and whenever somebody or a unit begins', async () => {
    let cards = 0;
    const date = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2027-03-01', days));
    const time = fc.constantFrom('08:00' as const, '12:00' as const, '17:00' as const);
    await fc.assert(
      fc.asyncProperty(date, fc.boolean(), fc.nat({ max: 45 }), time, async (begins, isWave, later, hour) => {
        const from = addDays(begins, -3);
        const life = isWave ? await hired('2019-08-01', from, begins) : await hired(begins, from);
        const asked = addDays(begins, later);
        await live(life, from, addDays(asked, -1));
        const { told, sent } = await askedAndSent(life, asked, hour);
        expect(told).toEqual(sent);
        if (sent) cards += 1;
      }),
      { numRuns: 40 },
    );
    expect(cards).toBeGreaterThan(0);
  });
});
