import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { arrangementsFor } from '../../../src/features/digests/leader-arrangement.ts';
import { completeInGroup } from '../../../src/features/groups/complete-in-group.ts';
import { changePreferences } from '../../../src/features/people/change-preferences.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import type { ReminderStep } from '../../../src/features/reminders/policy.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { withdrawCompletion } from '../../../src/features/use-cases/withdraw-completion.ts';
import { expectHintsAgree } from './hints.ts';
import { chatOf, createWorld, kari, pointerTo, rules, type World } from './world.ts';

async function changeTo(world: World, change: Partial<Person>, ownRules = rules): Promise<void> {
  const stored = await world.stores.people.get('kari', profileRow);
  const person = { ...kari, ...change };
  const writes = [replaceRow(profileRow, person, stored?.etag ?? '')];
  await world.stores.people.commit({ personId: 'kari', writes });
  await scheduleReminders(world.stores, person, ownRules, world.clock.now());
}

const dates = async (world: World, moduleId = 'meldeplikt') =>
  (await world.reminders())
    .filter((each) => each.moduleId === moduleId)
    .map(({ stepId, state, dueAt }) => `${stepId} ${state} ${localDateAt(dueAt, 'Europe/Oslo')}`);

describe('another first day of work', () => {
  it('moves all that is planned, and its hints', async () => {
    const world = createWorld();
    await world.hire();
    await changeTo(world, { employedOn: '2026-11-30' });
    expect(await dates(world)).toEqual([
      'day-3 planned 2026-12-03',
      'day-7 planned 2026-12-07',
      'due planned 2026-12-18',
      'overdue-7 planned 2026-12-28',
    ]);
    await expectHintsAgree(world);
  });

  it('that turns out to be earlier tells nothing twice, and leaves the date that was told', async () => {
    const world = createWorld();
    await world.hire();
    world.goTo('2026-11-26T08:00:00Z');
    await sendReminder(world.needs, pointerTo());
    world.goTo('2026-11-27T08:00:00Z');
    await changeTo(world, { employedOn: '2026-11-20' });
    expect(await dates(world)).toEqual([
      'day-3 sent 2026-11-26',
      'day-7 planned 2026-11-30',
      'due planned 2026-12-11',
      'overdue-7 planned 2026-12-18',
    ]);
    await expectHintsAgree(world);
  });

  it('that turns out to be earlier moves all, as long as nothing was told', async () => {
    const world = createWorld();
    await world.hire();
    await changeTo(world, { employedOn: '2026-11-20' });
    expect(await dates(world)).toEqual([
      'day-3 planned 2026-11-23',
      'day-7 planned 2026-11-27',
      'due planned 2026-12-08',
      'overdue-7 planned 2026-12-15',
    ]);
  });
});

describe('a first day that is moved ahead in the daytime', () => {
  const welcome: ReminderStep = { stepId: 'day-0', anchor: 'employed', offsetDays: 0, class: 'nudge' };
  const before: ReminderStep = { stepId: 'before', anchor: 'employed', offsetDays: -3, class: 'nudge' };
  const wide = { ...rules, policy: { ...rules.policy, steps: [before, welcome, ...rules.policy.steps] } };
  const sendsAt = async (world: World, iso: string) => {
    world.goTo(iso);
    await sendReminder({ ...world.needs, rules: wide }, pointerTo());
    return world.posts.length;
  };

  it('brings nothing to who is not at work yet, and all of it when the day has come', async () => {
    const world = createWorld('2026-11-23T02:00:00Z');
    await world.hire(kari, 'with chat', wide);
    const later: Person = { ...kari, employedOn: '2026-11-24' };
    await world.becomes(later);
    expect(await sendsAt(world, '2026-11-23T09:00:00Z')).toBe(0);
    expect(await world.states()).toContain('meldeplikt day-0 cancelled (not-begun)');
    world.goTo('2026-11-24T02:00:00Z');
    await scheduleReminders(world.stores, later, wide, world.clock.now());
    expect(await sendsAt(world, '2026-11-24T09:00:00Z')).toBe(1);
    await expectHintsAgree(world);
  });

  it('leaves what the municipality wants told before the first day', async () => {
    const world = createWorld('2026-11-19T02:00:00Z');
    await world.hire(kari, 'with chat', wide);
    expect(await sendsAt(world, '2026-11-20T09:00:00Z')).toBe(1);
    const other = createWorld('2026-11-19T02:00:00Z');
    await other.hire(kari, 'with chat', wide);
    await other.becomes({ ...kari, employedOn: '2026-11-30' });
    expect(await sendsAt(other, '2026-11-20T09:00:00Z')).toBe(0);
  });
});

describe('somebody who left and comes back', () => {
  it('is told anew, counted from the new first day', async () => {
    const world = createWorld();
    await world.hire();
    for (const day of ['2026-11-26', '2026-11-30']) {
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder(world.needs, pointerTo());
    }
    await changeTo(world, { endsOn: '2026-12-01' });
    world.goTo('2026-12-11T08:00:00Z');
    await sendReminder(world.needs, pointerTo());
    expect(await dates(world)).toContain('due cancelled 2026-12-11');
    world.goTo('2027-08-16T06:00:00Z');
    await changeTo(world, { employedOn: '2027-08-16', endsOn: undefined });
    expect(await dates(world)).toEqual([
      'day-3 planned 2027-08-19',
      'day-7 planned 2027-08-23',
      'due planned 2027-09-03',
      'overdue-7 planned 2027-09-10',
    ]);
  });

  it('is not late from the first day for more time that was agreed on in the employment before', async () => {
    const world = createWorld();
    const about = { moduleId: 'meldeplikt', reason: 'agreed', by: 'siv', at: world.clock.now(), cycle: 1 };
    const arrangements = [{ arrangement: 'more-time' as const, ...about, dueOn: '2026-12-28' as const }];
    await world.hire({ ...kari, arrangements });
    for (const day of ['2026-11-26', '2026-11-30', '2026-12-28']) {
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder(world.needs, pointerTo());
    }
    await changeTo(world, { arrangements, endsOn: '2026-12-29' });
    world.goTo('2027-03-01T06:00:00Z');
    const anew: Person = { ...kari, arrangements, employedOn: '2027-03-01' };
    await changeTo(world, anew);
    const { catalogue } = rules;
    const own = await readOwnModules({ people: world.stores.people, catalogue }, anew, '2027-03-01');
    expect(own[0]).toMatchObject({ dueOn: '2027-03-19', lateByDays: 0 });
    expect(arrangementsFor(catalogue, anew, own)).toEqual([]);
    expect(await dates(world)).toEqual([
      'day-3 planned 2027-03-04',
      'day-7 planned 2027-03-08',
      'due planned 2027-03-19',
      'overdue-7 planned 2027-03-30',
    ]);
  });
});

describe('a notice that was called off because somebody or something was away', () => {
  /** Whom no chat could be opened with; the night after the last of the steps. */
  async function refusedToTheLast(reason: string): Promise<World> {
    const world = createWorld();
    await world.hire(kari, 'without chat');
    for (const row of await toArray(world.stores.people.list('kari', reminderRow))) {
      const refused = { ...row.value, state: 'rejected' as const, reason, settledAt: row.value.dueAt };
      await world.stores.people.commit({ personId: 'kari', writes: [replaceRow(reminderRow, refused, row.etag)] });
    }
    world.goTo('2026-12-19T02:00:00Z');
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    return world;
  }
  async function live(world: World, from: string, to: string, ownRules = rules): Promise<void> {
    for (let day = from; day <= to; day = addDays(day as LocalDate, 1)) {
      world.goTo(`${day}T09:00:00Z`);
      await sendReminder({ ...world.needs, rules: ownRules }, pointerTo());
    }
  }
  const told = (world: World) =>
    world.posts.map(
      ({ at, model }) => `${at.toISOString().slice(0, 10)} ${model.lines.map(({ moduleId }) => moduleId)}`,
    );

  it('comes on one card when a contract is renewed too late, with the same dates', async () => {
    const world = createWorld();
    await world.hire();
    await changeTo(world, { endsOn: '2026-12-04' });
    await live(world, '2026-11-26', '2026-12-20');
    expect(await world.states()).toContain('meldeplikt overdue-7 cancelled (employment-ended)');
    world.goTo('2026-12-21T02:00:00Z');
    await changeTo(world, {});
    await live(world, '2026-12-21', '2027-01-10');
    const both = 'meldeplikt,avvergingsplikt';
    expect(told(world)).toEqual([`2026-11-26 ${both}`, `2026-11-30 ${both}`, `2026-12-21 ${both}`]);
    await expectHintsAgree(world);
  });

  it.each([
    ['could not be reached', 'ForbiddenOperationException', 'overdue-7 planned 2026-12-21'],
    ['had no app', 'not-installed', 'overdue-7 planned 2026-12-21'],
    ['was sent what is too big', 'MessageSizeTooBig', 'overdue-7 rejected 2026-12-18'],
    ['had an app that was shut off', 'BotDisabledByAdmin', 'overdue-7 rejected 2026-12-18'],
  ])('comes on one card to who %s until after the last of them, once there is a chat', async (_, reason, last) => {
    const world = await refusedToTheLast(reason);
    expect((await dates(world)).at(-1)).toBe('overdue-7 rejected 2026-12-18');
    await world.stores.people.commit({ personId: 'kari', writes: [createRow(conversationRow, chatOf('kari'))] });
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    const after = await dates(world);
    expect(after.at(-1)).toBe(last);
    expect(after.slice(0, -1).every((each) => each.includes('rejected'))).toBe(true);
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    expect(await dates(world)).toEqual(after);
  });

  it.each([
    ['for no reason', 'http-403-BadArgument', 'planned'],
    ['without a word', 'http-404', 'planned'],
    ['because the app is not there', 'ForbiddenOperationException', 'rejected'],
  ] as const)(
    'comes to whom no chat could be opened with where Teams may open it next time: %s (%s) is %s',
    async (_, reason, state) => {
      const world = await refusedToTheLast(reason);
      expect((await dates(world)).at(-1)).toContain(`overdue-7 ${state}`);
    },
  );

  it('forgets with another deadline that one of the old may have arrived', async () => {
    const world = createWorld();
    await world.hire();
    const rows = await toArray(world.stores.people.list('kari', reminderRow));
    for (const { value, etag } of rows.filter((row) => row.value.stepId === 'due')) {
      const refused = {
        ...value,
        state: 'rejected' as const,
        reason: 'http-403',
        settledAt: value.dueAt,
        doubtfulSends: 1,
      };
      await world.stores.people.commit({ personId: 'kari', writes: [replaceRow(reminderRow, refused, etag)] });
    }
    const due = async () => (await world.reminders()).find(({ stepId }) => stepId === 'due');
    world.goTo('2026-12-12T02:00:00Z');
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    expect(await due()).toMatchObject({ state: 'planned', doubtfulSends: 1 });
    await changeTo(world, { employedOn: '2026-12-07' });
    expect(await due()).toMatchObject({ state: 'planned', doubtfulSends: 0, deadlineOn: '2026-12-25' });
  });

  it('comes when a module that was hidden meanwhile is shown again', async () => {
    const world = createWorld();
    await world.hire();
    const modules = rules.catalogue.modules.filter(({ moduleId }) => moduleId !== 'meldeplikt');
    const without = { ...rules, catalogue: { ...rules.catalogue, modules } };
    await live(world, '2026-11-26', '2026-12-09');
    await live(world, '2026-12-10', '2026-12-20', without);
    expect(await world.states()).toContain('meldeplikt due cancelled (module-gone)');
    world.goTo('2026-12-21T02:00:00Z');
    await changeTo(world, {});
    await changeTo(world, {});
    await live(world, '2026-12-21', '2027-01-10');
    expect(told(world).slice(2)).toEqual([
      '2026-12-11 avvergingsplikt',
      '2026-12-18 avvergingsplikt',
      '2026-12-21 meldeplikt',
    ]);
  });
});

describe('a registration by the leader that is taken back', () => {
  const both = 'meldeplikt,avvergingsplikt';
  /** Kari is ticked as present about one of the two, and takes it back at noon on another day; played until June, nights and mornings. */
  async function told(tickedAt: string, takenBackOn: LocalDate): Promise<readonly string[]> {
    const world = createWorld();
    await world.hire();
    const { people, due } = world.stores;
    const needs = { people, due, zone: 'Europe/Oslo' } as const;
    for (let day: LocalDate = '2026-11-24'; day < '2027-06-01'; day = addDays(day, 1)) {
      world.goTo(`${day}T02:00:00Z`);
      await scheduleReminders(world.stores, kari, rules, world.clock.now());
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder(world.needs, pointerTo());
      world.goTo(`${day}T11:00:00Z`);
      if (tickedAt.startsWith(day)) {
        const at = { startedAt: new Date(tickedAt), completedAt: new Date(tickedAt) };
        await completeInGroup(needs, 'kari', { moduleId: 'meldeplikt', moduleVersion: 1, ...at, tickedBy: 'siv' });
      }
      if (takenBackOn === day) await withdrawCompletion(needs, 'kari', 'meldeplikt', world.clock.now());
    }
    await expectHintsAgree(world);
    return world.posts.map(
      ({ at, model }) => `${at.toISOString().slice(0, 10)} ${model.lines.map(({ moduleId }) => moduleId)}`,
    );
  }

  it('after the deadline and the notice of it brings one card, the next working day', async () => {
    expect(await told('2026-12-08T10:00:00Z', '2026-12-21')).toEqual([
      ...[`2026-11-26 ${both}`, `2026-11-30 ${both}`, '2026-12-11 avvergingsplikt', '2026-12-18 avvergingsplikt'],
      '2026-12-22 meldeplikt',
    ]);
  });

  it('between the two brings what has passed, and the other at its time', async () => {
    expect((await told('2026-12-08T10:00:00Z', '2026-12-14')).slice(2)).toEqual([
      ...['2026-12-11 avvergingsplikt', '2026-12-15 meldeplikt', `2026-12-18 ${both}`],
    ]);
  });

  it('before anything has passed changes nothing', async () => {
    expect(await told('2026-12-08T10:00:00Z', '2026-12-10')).toEqual([
      ...[`2026-11-26 ${both}`, `2026-11-30 ${both}`, `2026-12-11 ${both}`, `2026-12-18 ${both}`],
    ]);
  });
});

describe('a pause that is ended early', () => {
  async function pausedUntilNewYear(): Promise<World> {
    const world = createWorld();
    await world.hire();
    await live(world, '2026-11-26');
    await changePreferences(world.stores, 'kari', { pausedUntil: '2027-01-04' });
    return world;
  }
  async function live(world: World, ...days: readonly string[]): Promise<void> {
    for (const day of days) {
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder(world.needs, pointerTo());
    }
  }
  async function endPause(world: World): Promise<void> {
    await changePreferences(world.stores, 'kari', { pausedUntil: 'not' });
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
  }

  it('holds back nothing any more: what it moved comes at once on one card, and what is to come at its time', async () => {
    const world = await pausedUntilNewYear();
    await live(world, '2026-11-30', '2026-12-11', '2026-12-18');
    expect(await dates(world)).toContain('due planned 2027-01-05');
    world.goTo('2026-12-14T09:00:00Z');
    await endPause(world);
    expect(await dates(world)).toEqual([
      'day-3 sent 2026-11-26',
      'day-7 planned 2026-12-14',
      'due planned 2026-12-14',
      'overdue-7 planned 2026-12-18',
    ]);
    await expectHintsAgree(world);
    await live(world, '2026-12-14', '2026-12-18', '2027-01-05');
    expect(world.posts.map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      '2026-11-26',
      '2026-12-14',
      '2026-12-18',
    ]);
  });

  it('makes no deadline notice of a nudge that comes after those that were sent', async () => {
    const last = { stepId: 'day-28', anchor: 'employed', offsetDays: 28, class: 'nudge' } as const;
    const longer = { ...rules, policy: { ...rules.policy, steps: [...rules.policy.steps, last] } };
    const world = createWorld();
    await world.hire(kari, 'with chat', longer);
    const days = ['2026-11-26', '2026-11-30', '2026-12-11', '2026-12-18', '2026-12-21'] as const;
    for (const day of days) {
      if (day === '2026-12-21') await changePreferences(world.stores, 'kari', { pausedUntil: '2026-12-22' });
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder({ ...world.needs, rules: longer }, pointerTo());
    }
    world.goTo('2026-12-22T11:00:00Z');
    await changePreferences(world.stores, 'kari', { pausedUntil: 'not' });
    await scheduleReminders(world.stores, kari, longer, world.clock.now());
    expect((await world.reminders()).find(({ stepId }) => stepId === 'day-28')).toMatchObject({
      ...{ state: 'planned', class: 'nudge', dueAt: world.clock.now() },
    });
  });

  it('forgets nothing of a notice that may have arrived, and the same again changes nothing', async () => {
    const world = await pausedUntilNewYear();
    await live(world, '2026-12-11');
    for (const { value, etag } of await toArray(world.stores.people.list('kari', reminderRow))) {
      const doubtful = replaceRow(reminderRow, { ...value, doubtfulSends: 1 }, etag);
      await world.stores.people.commit({ personId: 'kari', writes: [doubtful] });
    }
    await endPause(world);
    expect(await dates(world)).toContain('due planned 2026-12-11');
    expect((await world.reminders()).map(({ doubtfulSends }) => doubtfulSends)).toEqual(Array(8).fill(1));
    const again = await scheduleReminders(world.stores, kari, rules, world.clock.now());
    expect(again.created).toBe(0);
  });
});

describe('a module', () => {
  it('with another deadline moves', async () => {
    const world = createWorld();
    await world.hire();
    const modules = rules.catalogue.modules.map((each) => ({ ...each, dueAfterDays: 28 }));
    await changeTo(world, {}, { ...rules, catalogue: { ...rules.catalogue, modules } });
    expect(await dates(world)).toContain('due planned 2026-12-21');
    await expectHintsAgree(world);
  });

  it('that a leader gives more time for moves for that time round, and back again when it is taken back', async () => {
    const world = createWorld();
    await world.hire();
    const before = await dates(world);
    const about = { moduleId: 'meldeplikt', reason: 'agreed', by: 'siv', at: world.clock.now() };
    const given = { arrangement: 'more-time' as const, ...about, cycle: 1, dueOn: '2027-01-15' as const };
    await changeTo(world, { arrangements: [given] });
    expect(await dates(world)).toContain('due planned 2027-01-15');
    await expectHintsAgree(world);
    await changeTo(world, { arrangements: [{ ...given, cycle: 2 }] });
    expect(await dates(world)).toEqual(before);
  });

  it('that somebody is exempted from is told of no more', async () => {
    const world = createWorld();
    await world.hire();
    await changeTo(world, { exemptFrom: ['meldeplikt'] });
    world.goTo('2026-11-26T08:00:00Z');
    await sendReminder(world.needs, pointerTo());
    expect(world.posts[0]?.model.lines.map(({ moduleId }) => moduleId)).toEqual(['avvergingsplikt']);
    expect(await world.states()).toContain('meldeplikt day-3 cancelled (module-gone)');
  });
});

describe('whatever dates somebody gets, one after the other', () => {
  it('the rows end as the plan for the last ones, with hints that agree, and the same again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }), async (days) => {
        const world = createWorld();
        await world.hire();
        for (const after of days) await changeTo(world, { employedOn: addDays('2026-11-23', after) });
        const last = addDays('2026-11-23', days.at(-1) ?? 0);
        const fresh = createWorld();
        await fresh.hire({ ...kari, employedOn: last });
        const planned = async (of: World) => (await dates(of)).filter((each) => each.includes('planned'));
        expect(await planned(world)).toEqual(await planned(fresh));
        await expectHintsAgree(world);
        const again = await scheduleReminders(world.stores, { ...kari, employedOn: last }, rules, world.clock.now());
        expect(again.created).toBe(0);
      }),
      { seed: 20261126, numRuns: 25 },
    );
  });
});
