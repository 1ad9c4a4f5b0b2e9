import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { nudgeForLeader } from '../../../src/features/reminders/leader-nudge.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.ts';
import { expectHintsAgree } from './hints.ts';
import { completed, createWorld, kari, pointerTo, rules, type World } from './world.ts';

const left: Person = { ...kari, endsOn: '2026-11-26' };
const without: ReminderRules = { ...rules, catalogue: { ...rules.catalogue, modules: [] } };

async function night(world: World, day: string, person = kari, by = rules): Promise<void> {
  world.goTo(`${day}T02:00:00Z`);
  await world.becomes(person);
  await scheduleReminders(world.stores, person, by, world.clock.now());
}
async function morning(world: World, day: string, by = rules): Promise<void> {
  world.goTo(`${day}T09:00:00Z`);
  await sendReminder({ ...world.needs, rules: by }, pointerTo());
}
const askedFor = async (world: World) =>
  (await world.reminders())
    .filter(({ origin, moduleId }) => origin !== 'step' && moduleId === 'meldeplikt')
    .map(({ state, origin }) => `${origin} ${state}`);

/** Asked for on Thursday 26 November, for the day after. */
const asks = {
  async snooze(world: World) {
    await snoozeReminder({ ...world.stores, rules }, kari, world.clock.now());
  },
  async leader(world: World) {
    const { people } = world.stores;
    world.goTo('2026-11-26T15:00:00Z');
    const own = await readOwnModules({ people, catalogue: rules.catalogue }, kari, '2026-11-26');
    await nudgeForLeader({ ...world.stores, rules }, kari, own, world.clock.now());
  },
};

async function askedBy(origin: keyof typeof asks): Promise<World> {
  const world = createWorld();
  await world.hire();
  await morning(world, '2026-11-26');
  await asks[origin](world);
  expect(await askedFor(world)).toEqual([`${origin} planned`]);
  return world;
}

describe.each(['snooze', 'leader'] as const)('what was asked for by "%s"', (origin) => {
  it('comes once when a staff list that had lost the person for a night has them again', async () => {
    const world = await askedBy(origin);
    await night(world, '2026-11-27', left);
    await morning(world, '2026-11-27');
    expect(await askedFor(world)).toEqual([`${origin} cancelled`]);
    // After the weekend.
    await night(world, '2026-11-30');
    await expectHintsAgree(world);
    await morning(world, '2026-11-30');
    expect(await askedFor(world)).toEqual([`${origin} sent`]);
    await night(world, '2026-12-01');
    await morning(world, '2026-12-01');
    expect(world.posts).toHaveLength(2);
  });

  it("comes when the module is the person's again", async () => {
    const world = await askedBy(origin);
    await night(world, '2026-11-27', kari, without);
    await morning(world, '2026-11-27', without);
    expect(await askedFor(world)).toEqual([`${origin} cancelled`]);
    await night(world, '2026-11-28');
    expect(await askedFor(world)).toEqual([`${origin} planned`]);
  });

  it('does not come where the module is done meanwhile, the person is still away, or the first day is to come', async () => {
    const world = await askedBy(origin);
    await night(world, '2026-11-27', left);
    await morning(world, '2026-11-27');
    await night(world, '2026-11-28', left);
    await night(world, '2026-11-28', { ...kari, employedOn: '2026-12-14' });
    expect(await askedFor(world)).toEqual([`${origin} cancelled`]);
    await world.progress(completed('meldeplikt'));
    await night(world, '2026-11-28');
    expect(await askedFor(world)).toEqual([`${origin} cancelled`]);
  });

  it('does not come when it is more than three days ago', async () => {
    const world = await askedBy(origin);
    await night(world, '2026-11-27', left);
    await morning(world, '2026-11-27');
    await night(world, '2026-12-01');
    expect(await askedFor(world)).toEqual([`${origin} cancelled`]);
  });

  it('does not come before a first day that was moved ahead, and comes when that day is soon', async () => {
    const world = await askedBy(origin);
    const anew: Person = { ...kari, employedOn: '2026-11-30' };
    await world.becomes(anew);
    await morning(world, '2026-11-27');
    expect(await askedFor(world)).toEqual([`${origin} cancelled`]);
    await night(world, '2026-11-30', anew);
    await morning(world, '2026-11-30');
    expect(await askedFor(world)).toEqual([`${origin} sent`]);
  });
});

describe('what a leader has asked for', () => {
  const begins = (on: LocalDate): ReminderRules => ({
    ...rules,
    catalogue: { ...rules.catalogue, waves: new Map([[kari.unitId, on]]) },
  });

  it('does not come before the unit begins, where that was moved, and comes when that day is soon', async () => {
    const world = await askedBy('leader');
    const by = begins('2026-11-30');
    await morning(world, '2026-11-27', by);
    expect([world.posts.length, await askedFor(world)]).toEqual([1, ['leader cancelled']]);
    await night(world, '2026-11-30', kari, by);
    await morning(world, '2026-11-30', by);
    expect(await askedFor(world)).toEqual(['leader sent']);
  });

  it('is not planned anew while the unit has still not begun', async () => {
    const world = await askedBy('leader');
    const by = begins('2027-01-11');
    await morning(world, '2026-11-27', by);
    await night(world, '2026-11-28', kari, by);
    expect(await askedFor(world)).toEqual(['leader cancelled']);
  });
});
