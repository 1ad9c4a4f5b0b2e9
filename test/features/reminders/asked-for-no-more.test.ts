import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { readLeaderView } from '../../../src/features/digests/leader-view.ts';
import { moveInModule } from '../../../src/features/progress/move-in-module.ts';
import { openRenewals } from '../../../src/features/progress/open-renewals.ts';
import { readFollowUp } from '../../../src/features/reminders/follow-up.ts';
import { scheduleFollowUps } from '../../../src/features/reminders/schedule-follow-ups.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { words } from '../../support/module-builder.ts';
import { completed, createWorld, kari, pointerTo, rules, type World } from './world.ts';

const zone = 'Europe/Oslo';
const once: ReminderRules = {
  ...rules,
  policy: { ...rules.policy, followUps: { refresherDays: [], daysBetween: 7 } },
};
const yearly: ReminderRules = {
  ...once,
  catalogue: {
    ...rules.catalogue,
    modules: rules.catalogue.modules.map((each) => ({ ...each, renewal: { months: 12, withinDays: 28 } })),
  },
};

async function night(world: World, by: ReminderRules, day: LocalDate): Promise<void> {
  world.goTo(`${day}T02:00:00Z`);
  const now = world.clock.now();
  await openRenewals({ people: world.stores.people, catalogue: by.catalogue, zone }, kari, now);
  await scheduleReminders(world.stores, kari, by, now);
  await scheduleFollowUps(world.stores, kari, by, now);
}

async function noon(world: World, by: ReminderRules, day: LocalDate): Promise<void> {
  world.goTo(`${day}T10:00:00Z`);
  await sendReminder({ ...world.needs, rules: by }, pointerTo());
}

async function live(world: World, by: ReminderRules, from: LocalDate, to: LocalDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await night(world, by, day);
    await noon(world, by, day);
  }
}

/** Both rounds open on 24 November 2027, to be done by 22 December; the pack's line goes on the 26th. */
async function opened(): Promise<World> {
  const world = createWorld();
  await world.hire(kari, 'with chat', yearly);
  for (const { moduleId } of yearly.catalogue.modules) await world.progress(completed(moduleId));
  await live(world, yearly, '2027-11-24', '2027-11-25');
  return world;
}

const cards = (world: World) =>
  world.posts.map(({ at, model }) => `${localDateAt(at, zone)} ${model.lines.map(({ moduleId }) => moduleId)}`);
const planned = async (world: World) =>
  (await world.reminders()).filter(({ state, cycle }) => state === 'planned' && cycle === 2);
const seenByLeader = (world: World, by: ReminderRules, today: LocalDate) =>
  readLeaderView({ people: world.stores.people }, by.catalogue, kari, today, zone);

describe('a renewal that the municipality asks for no more', () => {
  it('brings no reminder to who has not begun it, and stands as done where it was done before', async () => {
    const world = await opened();
    expect(await planned(world)).not.toEqual([]);
    await night(world, once, '2027-11-26');
    expect(await planned(world)).toEqual([]);
    expect(await world.states()).toContain('meldeplikt day-3 cancelled (module-gone)');
    expect((await world.hints()).filter((hint) => 'cycle' in hint && hint.cycle === 2)).toEqual([]);
    await live(world, once, '2027-11-26', '2028-01-15');
    expect(cards(world)).toEqual([]);
    expect((await seenByLeader(world, yearly, '2028-01-15')).overall).toBe('late');
    expect(await seenByLeader(world, once, '2028-01-15')).toMatchObject({
      overall: 'done',
      modules: [{ standing: 'done', completedOn: '2026-11-24' }, { standing: 'done' }],
    });
  });

  it('brings none on the day before the night either', async () => {
    const world = await opened();
    await noon(world, once, '2027-11-29');
    expect(cards(world)).toEqual([]);
    expect(await world.states()).toContain('meldeplikt day-3 cancelled (module-gone)');
  });

  it('has no date for who is midway, and brings no more cards', async () => {
    const world = await opened();
    const [first] = once.catalogue.modules;
    if (!first) throw new Error('the world has modules');
    await moveInModule({ people: world.stores.people }, 'kari', first, { position: 1 }, world.clock.now());
    await live(world, once, '2027-11-26', '2028-01-15');
    expect(cards(world)).toEqual([]);
    expect((await seenByLeader(world, once, '2028-01-15')).modules).toMatchObject([
      { moduleId: first.moduleId, standing: 'on-the-way', dueOn: undefined },
      { standing: 'done' },
    ]);
  });

  it.each(['2027-12-03', '2028-02-07'] as const)(
    'goes on with the municipality’s mind, and nobody is first told of it as overdue: %s',
    async (back) => {
      const world = await opened();
      await live(world, once, '2027-11-26', addDays(back, -1));
      await live(world, yearly, back, addDays(back, 40));
      expect(world.posts.length).toBeGreaterThan(1);
      expect(world.posts[0]?.model.lines.map(({ timing }) => timing)).not.toContain('overdue');
      expect(world.posts[0]?.model.lines[0]?.lastDoneAt).toEqual(new Date('2026-11-24T10:00:00Z'));
    },
  );

  it('is told of on one card where it is asked for again after its date, also to who had heard of it', async () => {
    const world = await opened();
    await live(world, yearly, '2027-11-26', '2027-11-29');
    await live(world, once, '2027-11-30', '2028-02-06');
    const both = 'meldeplikt,avvergingsplikt';
    expect(cards(world)).toEqual([`2027-11-29 ${both}`]);
    await live(world, yearly, '2028-02-07', '2028-03-20');
    expect(cards(world).slice(1)).toEqual([`2028-02-07 ${both}`]);
  });

  it('is followed by what follows on the time before', async () => {
    const changed = (by: ReminderRules): ReminderRules => {
      const material = { version: 2, summary: words('Ny frist.') };
      const modules = by.catalogue.modules.map((each) => ({ ...each, version: 2, material }));
      return { ...by, catalogue: { ...by.catalogue, modules } };
    };
    const followed = async (by: ReminderRules) => {
      const world = await opened();
      await night(world, changed(by), '2027-11-26');
      return (await world.reminders()).flatMap(({ moduleId }) => (readFollowUp({ moduleId }) ? [moduleId] : []));
    };
    expect(await followed(yearly)).toEqual([]);
    expect(await followed(once)).toContain('reread.meldeplikt');
  });
});
