import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import type { ReminderStep } from '../../../src/features/reminders/policy.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { expectHintsAgree } from './hints.ts';
import { chatOf, createWorld, kari, module, pointerTo, policy, rules, type World } from './world.ts';

const nudge14: ReminderStep = { stepId: 'day-14', anchor: 'employed', offsetDays: 14, class: 'nudge' };
const notice: ReminderStep = { stepId: 'due-minus-3', anchor: 'due', offsetDays: -3, class: 'deadline' };
const withSteps = (by: readonly ReminderStep[]): ReminderRules => ({
  ...rules,
  policy: { ...policy, maxNudges: 9, steps: by },
  // `day-14` and `due` fall on one date, and `due` stands for both.
  catalogue: { ...rules.catalogue, modules: [module('bti', 14)] },
});
const steps = [nudge14, notice, ...policy.steps];
const all = withSteps(steps);

const plan = (world: World, person: Person, by = all) => scheduleReminders(world.stores, person, by, world.clock.now());

/** Nights and mornings. */
async function live(world: World, person: Person, from: LocalDate, to: LocalDate, by = all): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    world.goTo(`${day}T02:00:00Z`);
    await plan(world, person, by);
    world.goTo(`${day}T08:00:00Z`);
    await sendReminder({ ...world.needs, rules: by }, pointerTo());
  }
}
const postedOn = (world: World) => world.posts.map(({ at }) => at.toISOString().slice(0, 10));

const withMoreTime = (person: Person, dueOn: LocalDate, at: Date): Person => ({
  ...person,
  arrangements: [{ arrangement: 'more-time', moduleId: 'bti', reason: 'agreed', by: 'siv', at, cycle: 1, dueOn }],
});

/** The leader gives more time on this day, at ten. */
async function givenMoreTime(world: World, person: Person, on: LocalDate, dueOn: LocalDate): Promise<Person> {
  world.goTo(`${on}T09:00:00Z`);
  const later = withMoreTime(person, dueOn, world.clock.now());
  await world.becomes(later);
  await plan(world, later);
  await sendReminder({ ...world.needs, rules: all }, pointerTo());
  return later;
}

describe('a step that another one of the same date stood for', () => {
  it.each([
    ['on the day of the deadline', '2026-12-07'],
    ['later', '2026-12-08'],
  ] as const)('does not come by itself when a leader gives more time %s', async (_, on) => {
    const world = createWorld();
    await world.hire(kari, 'with chat', all);
    await live(world, kari, '2026-11-24', '2026-12-07');
    expect(postedOn(world)).toEqual(['2026-11-26', '2026-11-30', '2026-12-04', '2026-12-07']);
    const later = await givenMoreTime(world, kari, on, '2026-12-21');
    await live(world, later, addDays(on, 1), '2027-01-10');
    expect(postedOn(world).slice(4)).toEqual(['2026-12-18', '2026-12-21', '2026-12-28']);
    await expectHintsAgree(world);
  });

  it('does not come either where the summer put all that is late on one day', async () => {
    const summer: Person = { ...kari, employedOn: '2027-06-21' };
    const world = createWorld('2027-06-21T04:00:00Z');
    await world.hire(summer, 'with chat', all);
    await live(world, summer, '2027-06-22', '2027-08-16');
    expect(postedOn(world).at(-1)).toBe('2027-08-16');
    expect(await world.states()).not.toContain('bti day-14 sent');
    const told = world.posts.length;
    const later = await givenMoreTime(world, summer, '2027-08-17', '2027-09-03');
    await live(world, later, '2027-08-18', '2027-09-20');
    expect(postedOn(world).slice(told)).toEqual(['2027-08-31', '2027-09-03', '2027-09-10']);
  });

  it('does not come when the municipality takes the one away that a late start was told with', async () => {
    const world = createWorld('2026-12-02T07:00:00Z');
    await world.hire(kari, 'with chat', all);
    await live(world, kari, '2026-12-02', '2026-12-02');
    expect(await world.states()).toContain('bti day-7 sent');
    const without = withSteps(steps.filter(({ stepId }) => stepId !== 'day-7'));
    await live(world, kari, '2026-12-03', '2026-12-03', without);
    expect(postedOn(world)).toEqual(['2026-12-02']);
  });

  it.each([
    ['there is a chat by then', '2026-12-08'],
    ['there is a chat later', '2026-12-11'],
  ] as const)('comes with more time where that one could not reach the person, and %s', async (_, chatOn) => {
    const unreached: Person = { ...kari, aadObjectId: undefined };
    const world = createWorld();
    await world.hire(unreached, 'without chat', all);
    await live(world, unreached, '2026-11-24', '2026-12-07');
    expect(await world.states()).toContain('bti due rejected (not-installed)');
    const chat = createRow(conversationRow, chatOf('kari'));
    if (chatOn === '2026-12-08') await world.stores.people.commit({ personId: 'kari', writes: [chat] });
    const later = await givenMoreTime(world, unreached, '2026-12-08', '2026-12-28');
    await live(world, later, '2026-12-09', '2026-12-10');
    if (chatOn !== '2026-12-08') await world.stores.people.commit({ personId: 'kari', writes: [chat] });
    await live(world, later, '2026-12-11', '2026-12-20');
    expect(postedOn(world)).toEqual([chatOn]);
  });

  it('comes where only a friendly one was left out for who wants none, and it has to be told', async () => {
    const world = createWorld();
    const early = withSteps(steps.filter(({ stepId }) => stepId === 'day-14'));
    await world.hire(kari, 'with chat', early);
    await world.stores.people.commit({
      personId: 'kari',
      writes: [createRow(preferencesRow, { nudges: 'off' })],
    });
    await live(world, kari, '2026-11-24', '2026-12-07', early);
    expect(await world.states()).toEqual(['bti day-14 skipped (nudges-off)']);
    const due = withSteps(steps.filter(({ stepId }) => stepId === 'due'));
    await live(world, kari, '2026-12-08', '2026-12-09', due);
    expect(postedOn(world)).toEqual(['2026-12-08']);
  });

  it('comes where it has to be told, and nobody knows whether the friendly one arrived', async () => {
    const world = createWorld();
    const early = withSteps(steps.filter(({ stepId }) => stepId === 'day-14'));
    await world.hire(kari, 'with chat', early);
    world.answers.push({ outcome: 'unknown', reason: 'http-502' });
    await live(world, kari, '2026-11-24', '2026-12-07', early);
    expect(await world.states()).toEqual(['bti day-14 uncertain (http-502)']);
    const due = withSteps(steps.filter(({ stepId }) => stepId === 'due'));
    await live(world, kari, '2026-12-08', '2026-12-09', due);
    expect(postedOn(world)).toEqual(['2026-12-07', '2026-12-08']);
  });

  it('comes where it has passed since the last that was told, as after a contract that is renewed too late', async () => {
    const temp: Person = { ...kari, endsOn: '2026-12-04' };
    const world = createWorld();
    await world.hire(temp, 'with chat', all);
    await live(world, temp, '2026-11-24', '2026-12-20');
    expect(postedOn(world)).toEqual(['2026-11-26', '2026-11-30', '2026-12-04']);
    await world.becomes(kari);
    await live(world, kari, '2026-12-21', '2027-01-10');
    expect(postedOn(world).slice(3)).toEqual(['2026-12-21']);
  });
});
