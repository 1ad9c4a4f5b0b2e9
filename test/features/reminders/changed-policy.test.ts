import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { listOwnModules } from '../../../src/features/progress/own-modules.ts';
import { readProgress } from '../../../src/features/progress/read-progress.ts';
import { nudgeForLeader } from '../../../src/features/reminders/leader-nudge.ts';
import type { ReminderStep } from '../../../src/features/reminders/policy.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.ts';
import { expectHintsAgree } from './hints.ts';
import { createWorld, kari, pointerTo, policy, rules, type World } from './world.ts';

const withSteps = (steps: readonly ReminderStep[]): ReminderRules => ({ ...rules, policy: { ...policy, steps } });
const without = (stepId: string) => withSteps(policy.steps.filter((step) => step.stepId !== stepId));
const changed = (stepId: string, change: Partial<ReminderStep>) =>
  withSteps(policy.steps.map((step) => (step.stepId === stepId ? { ...step, ...change } : step)));
const undated: ReminderRules = {
  ...rules,
  catalogue: { ...rules.catalogue, modules: rules.catalogue.modules.map((each) => ({ ...each, isPriority: false })) },
};

const plan = (world: World, by: ReminderRules) => scheduleReminders(world.stores, kari, by, world.clock.now());
async function live(world: World, by: ReminderRules, from: LocalDate, to: LocalDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    world.goTo(`${day}T09:00:00Z`);
    await sendReminder({ ...world.needs, rules: by }, pointerTo());
  }
}
const planned = async (world: World) =>
  (await world.reminders())
    .filter(({ moduleId, state }) => moduleId === 'meldeplikt' && state === 'planned')
    .map((each) => `${each.stepId} ${each.class} ${localDateAt(each.dueAt, 'Europe/Oslo')}`);
const postedOn = (world: World) => world.posts.map(({ at }) => at.toISOString().slice(0, 10));

describe('a step that the municipality takes away', () => {
  it('is sent to nobody, also not those for whom it was planned', async () => {
    const world = createWorld();
    await world.hire();
    await plan(world, without('day-7'));
    expect(await planned(world)).toEqual([
      'day-3 nudge 2026-11-26',
      'due deadline 2026-12-11',
      'overdue-7 deadline 2026-12-18',
    ]);
    await expectHintsAgree(world);
    await live(world, without('day-7'), '2026-11-24', '2026-12-24');
    expect(postedOn(world)).toEqual(['2026-11-26', '2026-12-11', '2026-12-18']);
  });

  it('is not sent either on the day before the night that plans', async () => {
    const world = createWorld();
    await world.hire();
    await live(world, without('day-3'), '2026-11-26', '2026-11-26');
    expect(world.posts).toEqual([]);
    expect(await world.states()).toContain('meldeplikt day-3 cancelled (dates-changed)');
  });

  it('comes back with the municipality’s mind, where its time is still ahead', async () => {
    const world = createWorld();
    await world.hire();
    const before = await planned(world);
    await plan(world, without('overdue-7'));
    await plan(world, rules);
    expect(await planned(world)).toEqual(before);
  });
});

describe('a step that the municipality changes', () => {
  it('moves, later too, with its hint, and is of the new kind', async () => {
    const world = createWorld();
    await world.hire();
    await plan(world, changed('day-7', { offsetDays: 9, class: 'deadline' }));
    expect(await planned(world)).toContain('day-7 deadline 2026-12-02');
    await expectHintsAgree(world);
    expect(await plan(world, changed('day-7', { offsetDays: 9, class: 'deadline' }))).toMatchObject({ created: 0 });
  });

  it('stays where it is once it waits for its place in the queue', async () => {
    const world = createWorld();
    await world.hire();
    world.goTo('2026-11-30T08:30:00Z');
    await plan(world, changed('day-7', { offsetDays: 9 }));
    expect(await planned(world)).toContain('day-7 nudge 2026-11-30');
  });
});

describe('a module that loses its date', () => {
  it('is reminded of no more, in the night or before it', async () => {
    const world = createWorld();
    await world.hire();
    await live(world, undated, '2026-11-26', '2026-11-26');
    await plan(world, undated);
    expect(await planned(world)).toEqual([]);
    await expectHintsAgree(world);
    await live(world, undated, '2026-11-27', '2026-12-24');
    expect(world.posts).toEqual([]);
  });

  it('is still told of to who asked for it, or whose leader did', async () => {
    const world = createWorld();
    await world.hire();
    await live(world, rules, '2026-11-26', '2026-11-26');
    await snoozeReminder(world.needs, kari, world.clock.now());
    const needs = { ...world.needs, rules: undated };
    const progress = await readProgress(needs, 'kari');
    const own = listOwnModules(undated.catalogue, kari, { progress, assigned: undefined }, '2026-11-26');
    await nudgeForLeader(needs, kari, own, world.clock.now());
    await plan(world, undated);
    const open = (await toArray(world.stores.people.list('kari', reminderRow))).filter(
      ({ value }) => value.state === 'planned',
    );
    expect([...new Set(open.map(({ value }) => value.origin))].sort()).toEqual(['leader', 'snooze']);
    await live(world, undated, '2026-11-27', '2026-11-27');
    expect(postedOn(world)).toEqual(['2026-11-26', '2026-11-27']);
  });
});

const aStep = fc.record({
  stepId: fc.constantFrom('day-3', 'day-7', 'due', 'overdue-7', 'extra'),
  anchor: fc.constantFrom('employed' as const, 'due' as const),
  offsetDays: fc.integer({ min: 1, max: 40 }),
  class: fc.constantFrom('nudge' as const, 'deadline' as const),
});
const policies = fc.array(fc.uniqueArray(aStep, { selector: ({ stepId }) => stepId, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
});

describe('whatever the municipality decides, one after the other', () => {
  it('what is planned is as if the last had been the first, and the same again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(policies, async (all) => {
        const world = createWorld();
        await world.hire();
        for (const steps of all) await plan(world, withSteps(steps));
        const last = withSteps(all.at(-1) ?? []);
        const fresh = createWorld();
        await fresh.hire(kari, 'with chat', last);
        const ahead = await planned(fresh);
        const now = await planned(world);
        // Of steps that meet on a day the last stands for all: one that was planned before they met may go along.
        expect(now.filter((each) => ahead.includes(each))).toEqual(ahead);
        const daysOf = (of: readonly string[]) => [...new Set(of.map((each) => each.split(' ')[2]))].sort();
        expect(daysOf(now)).toEqual(daysOf(ahead));
        await expectHintsAgree(world);
        const before = await world.reminders();
        expect(await plan(world, last)).toMatchObject({ created: 0 });
        expect(await world.reminders()).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
