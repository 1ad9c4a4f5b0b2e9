import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { changePreferences } from '../../../src/features/people/change-preferences.ts';
import { preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow } from '../../../src/features/people/person-store.ts';
import { dayRow, type Reminder } from '../../../src/features/reminders/reminder-rows.ts';
import { endReminders, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { snoozeReminder, snoozesOf } from '../../../src/features/reminders/snooze-reminder.ts';
import { completeModule } from '../../../src/features/use-cases/complete-module.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { completed, createWorld, kari, module, pointerTo, rules, started, type World } from './world.ts';

const send = (world: World, personId?: string) => sendReminder(world.needs, pointerTo(personId));

async function worldOn(iso: string): Promise<World> {
  const world = createWorld();
  await world.hire();
  world.goTo(iso);
  return world;
}

describe('planning', () => {
  it('creates a row and a hint for each step, and nothing more the second time', async () => {
    const world = createWorld();
    expect(await world.hire()).toEqual({ outcome: 'scheduled', created: 8 });
    expect(await world.hints()).toHaveLength(8);
    world.pass(60 * 24 * 5);
    expect(await scheduleReminders(world.stores, kari, rules, world.clock.now())).toMatchObject({ created: 0 });
    expect(await world.hints()).toHaveLength(8);
  });

  it('ends what is left of a module together with its completion', async () => {
    const world = await worldOn('2026-11-24T10:00:00Z');
    const writes = await endReminders(
      world.needs,
      kari.personId,
      { moduleId: 'meldeplikt', cycle: 1 },
      world.clock.now(),
    );
    await world.needs.people.commit({ personId: kari.personId, writes });
    expect((await world.states()).filter((state) => state.startsWith('meldeplikt'))).toEqual([
      'meldeplikt day-3 cancelled (completed)',
      'meldeplikt day-7 cancelled (completed)',
      'meldeplikt due cancelled (completed)',
      'meldeplikt overdue-7 cancelled (completed)',
    ]);
  });
});

describe('the card of the day', () => {
  it('tells all that is due at once, and settles it', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await world.progress(started('meldeplikt', 1));
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.posts).toHaveLength(1);
    expect(world.posts[0]?.model.lines).toMatchObject([
      {
        moduleId: 'meldeplikt',
        minutesLeft: 9,
        place: { number: 2, of: 4 },
        deadlineOn: '2026-12-11',
        timing: 'ahead',
      },
      { moduleId: 'avvergingsplikt', minutesLeft: 12, timing: 'ahead' },
    ]);
    expect(await world.states()).toContain('meldeplikt day-3 sent');
    expect(await world.hints()).toHaveLength(6);
  });

  it('comes once, however often the pointer comes', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await send(world);
    for (let i = 0; i < 3; i += 1) expect(await send(world)).toEqual({ outcome: 'nothing' });
    expect(world.posts).toHaveLength(1);
  });

  it('leaves out what was done meanwhile', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await world.progress(completed('meldeplikt'));
    await send(world);
    expect(world.posts[0]?.model.lines.map(({ moduleId }) => moduleId)).toEqual(['avvergingsplikt']);
    expect(await world.states()).toContain('meldeplikt day-3 cancelled (completed)');
  });

  it('is not sent when everything is done', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await world.progress(completed('meldeplikt'));
    await world.progress(completed('avvergingsplikt'));
    expect(await send(world)).toEqual({ outcome: 'nothing' });
    expect(world.posts).toEqual([]);
    expect(await world.hints()).toHaveLength(6);
  });

  it('is not sent when the last module is completed while it waits for a slot', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await world.progress(completed('avvergingsplikt'));
    await world.progress(started('meldeplikt', 3));
    const waitForSlot = async () => {
      await completeModule(
        { ...world.needs, zone: 'Europe/Oslo' },
        kari.personId,
        module('meldeplikt', 18),
        world.clock.now(),
      );
      return 'go' as const;
    };
    expect(await sendReminder({ ...world.needs, pacing: { waitForSlot } }, pointerTo())).toEqual({
      outcome: 'nothing',
    });
    expect(world.posts).toEqual([]);
  });

  it('is not sent in a pause that is begun while it waits for a slot, and comes when that is over', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    const waitForSlot = async () => {
      await changePreferences(world.stores, 'kari', { pausedUntil: '2026-12-02' });
      return 'go' as const;
    };
    const result = await sendReminder({ ...world.needs, pacing: { waitForSlot } }, pointerTo());
    expect(result).toEqual({ outcome: 'moved', to: new Date('2026-12-03T08:00:00Z') });
    expect(world.posts).toEqual([]);
  });

  it('before a deadline comes in time where the summer would put it off', async () => {
    const steps = [
      ...rules.policy.steps,
      { stepId: 'due-minus-3', anchor: 'due', offsetDays: -3, class: 'deadline' } as const,
    ];
    const own = { ...rules, policy: { ...rules.policy, steps } };
    const world = createWorld('2027-06-17T06:00:00Z');
    await world.hire({ ...kari, employedOn: '2027-06-17' }, 'with chat', own);
    world.goTo('2027-06-30T08:00:00Z');
    await sendReminder({ ...world.needs, rules: own }, pointerTo());
    expect(world.posts[0]?.model.lines).toMatchObject([
      { timing: 'ahead', deadlineOn: '2027-07-05' },
      { timing: 'ahead', deadlineOn: '2027-07-05' },
    ]);
  });

  it('after an outage of three days is one card, not one for each step', async () => {
    const world = await worldOn('2026-12-21T10:00:00Z');
    await send(world);
    expect(world.posts).toHaveLength(1);
    expect(world.posts[0]?.model.lines.map(({ timing }) => timing)).toEqual(['overdue', 'overdue']);
    expect((await world.states()).every((state) => state.endsWith('sent'))).toBe(true);
  });

  it.each([
    ['a Saturday', '2026-11-28T10:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['the evening', '2026-11-26T18:00:00Z', '2026-11-27T08:00:00.000Z'],
    ['the first of May', '2027-05-01T08:00:00Z', '2027-05-03T07:00:00.000Z'],
    ['the summer pause', '2027-07-05T08:00:00Z', '2027-08-16T07:00:00.000Z'],
  ])('that comes late, on %s, moves to the next working day', async (_, now, to) => {
    const world = await worldOn(now);
    expect(await send(world)).toEqual({ outcome: 'moved', to: new Date(to) });
    expect(world.posts).toEqual([]);
    world.goTo(to);
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect((await world.hints()).filter(({ dueOn }) => dueOn <= to.slice(0, 10))).toEqual([]);
  });

  it('is the only one that day: what comes on top waits for the next working day', async () => {
    const world = await worldOn('2026-11-27T08:00:00Z');
    await send(world);
    const atOnce = { stepId: 'day-0', anchor: 'employed' as const, offsetDays: 0, class: 'nudge' as const };
    const { created } = await scheduleReminders(
      world.stores,
      kari,
      {
        ...{ ...rules, policy: { ...rules.policy, steps: [...rules.policy.steps, atOnce] } },
        catalogue: { ...rules.catalogue, modules: [...rules.catalogue.modules, module('ny', 4)] },
      },
      world.clock.now(),
    );
    expect(created).toBe(5);
    expect(await send(world)).toEqual({ outcome: 'moved', to: new Date('2026-11-30T08:00:00Z') });
    expect(world.posts).toHaveLength(1);
  });

  it('is not sent after the last day of employment', async () => {
    const world = createWorld();
    await world.hire();
    const profile = await world.needs.people.get('kari', profileRow);
    await world.needs.people.commit({
      personId: 'kari',
      writes: [replaceRow(profileRow, { ...kari, endsOn: '2026-11-25' }, profile?.etag ?? '')],
    });
    world.goTo('2026-11-26T08:00:00Z');
    await send(world);
    expect(world.posts).toEqual([]);
    expect(await world.states()).toContain('meldeplikt day-3 cancelled (employment-ended)');
  });

  it('is not sent to somebody who does not exist', async () => {
    expect(await send(createWorld(), 'nobody')).toEqual({ outcome: 'nothing' });
  });
});

describe('somebody who does not want to be nudged', () => {
  it('hears of deadlines only', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    const off = createRow(preferencesRow, { nudges: 'off', locale: 'nn' });
    await world.needs.people.commit({ personId: 'kari', writes: [off] });
    expect(await send(world)).toEqual({ outcome: 'nothing' });
    world.goTo('2026-12-11T08:00:00Z');
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(await world.states()).toContain('meldeplikt day-7 skipped (nudges-off)');
    expect(await world.states()).toContain('meldeplikt due sent');
  });

  it('is left in peace after so many nudges without progress, except about deadlines', async () => {
    const world = createWorld();
    world.needs.rules = { ...rules, policy: { ...rules.policy, maxNudges: 1 } };
    await world.hire();
    for (const day of ['2026-11-26', '2026-11-30', '2026-12-11']) {
      world.goTo(`${day}T08:00:00Z`);
      await send(world);
    }
    expect(world.posts.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-11-26', '2026-12-11']);
    expect(await world.states()).toContain('meldeplikt day-7 skipped (nudge-limit)');
  });

  it('stays in peace when the municipality adds modules or takes them away: only the person begins it anew', async () => {
    const world = createWorld();
    const [meldeplikt, avvergingsplikt] = rules.catalogue.modules;
    if (!meldeplikt || !avvergingsplikt) throw new Error('the world has two modules');
    const modulesOn: [LocalDate, readonly Module[]][] = [
      ['2026-11-26', [meldeplikt, avvergingsplikt]],
      ['2026-11-30', [meldeplikt, avvergingsplikt, aModule('extra', { isPriority: false, dueAfterDays: undefined })]],
      ['2026-12-02', [meldeplikt]],
      ['2026-12-04', [meldeplikt, avvergingsplikt]],
    ];
    const steps = [3, 7, 9, 11].map((offsetDays) => ({
      ...{ stepId: `day-${offsetDays}`, anchor: 'employed' as const, offsetDays, class: 'nudge' as const },
    }));
    const few = { ...rules, policy: { ...rules.policy, maxNudges: 2, steps } };
    world.needs.rules = few;
    await world.hire(kari, 'with chat', few);
    for (const [day, modules] of modulesOn) {
      world.needs.rules = { ...few, catalogue: aCatalogue(modules) };
      world.goTo(`${day}T08:00:00Z`);
      await send(world);
    }
    expect(world.posts.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-11-26', '2026-11-30']);
  });

  it('is nudged again after some progress', async () => {
    const world = createWorld();
    world.needs.rules = { ...rules, policy: { ...rules.policy, maxNudges: 1 } };
    await world.hire();
    world.goTo('2026-11-26T08:00:00Z');
    await send(world);
    await world.progress(started('meldeplikt', 2));
    world.goTo('2026-11-30T08:00:00Z');
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });
});

/** A card of both modules, and on the next day one of this alone. */
async function afterTwoCards(item: string): Promise<World> {
  const world = await worldOn('2026-11-26T08:00:00Z');
  await send(world);
  const [card] = await world.days();
  if (card?.state !== 'sent') throw new Error('no card was sent');
  const writes = [createRow(dayRow, { ...card, key: '2026-11-27', items: [item] })];
  await world.stores.people.commit({ personId: 'kari', writes });
  world.goTo('2026-11-27T09:00:00Z');
  return world;
}

describe('"Minn meg i morgen"', () => {
  const snooze = (world: World) =>
    snoozeReminder({ ...world.stores, rules: world.needs.rules }, kari, world.clock.now());

  it('brings one more card on the next working day, with the deadline', async () => {
    const world = await worldOn('2026-11-27T08:00:00Z');
    await send(world);
    expect(await snooze(world)).toMatchObject({
      outcome: 'snoozed',
      on: '2026-11-30',
      lines: [{ deadlineOn: '2026-12-11' }, { deadlineOn: '2026-12-11' }],
    });
    world.goTo('2026-11-30T08:00:00Z');
    await send(world);
    expect(world.posts).toHaveLength(2);
  });

  it('pressed twice is one', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await send(world);
    await Promise.all([snooze(world), snooze(world)]);
    await snooze(world);
    expect((await world.states()).filter((state) => state.includes('snooze'))).toHaveLength(2);
  });

  it('is about the latest card that had a module, also when one of courses alone came after it', async () => {
    const world = await afterTwoCards('certificate.first-aid:1:before-2026-12-18');
    expect(await snooze(world)).toMatchObject({ outcome: 'snoozed', lines: [{}, {}] });
  });

  it('is about an earlier card where all of the latest is done: that one has the button too', async () => {
    const world = await afterTwoCards('meldeplikt:1:day-4');
    await world.progress(completed('meldeplikt'));
    expect(await snooze(world)).toMatchObject({ outcome: 'snoozed', lines: [{ moduleId: 'avvergingsplikt' }] });
  });

  it('is about the latest card alone where something of it is not done', async () => {
    const world = await afterTwoCards('meldeplikt:1:day-4');
    expect(await snooze(world)).toMatchObject({ outcome: 'snoozed', lines: [{ moduleId: 'meldeplikt' }], atLimit: [] });
  });

  it('has an end', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await send(world);
    for (const [day, outcome] of [
      ['2026-11-26', 'snoozed'],
      ['2026-11-27', 'snoozed'],
      ['2026-12-01', 'limit-reached'],
    ]) {
      world.goTo(`${day}T08:00:00Z`);
      await send(world);
      expect((await snooze(world)).outcome).toBe(outcome);
    }
  });

  it('is about those alone that may be put off once more, and says which may not', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    await send(world);
    await world.progress(completed('avvergingsplikt'));
    for (const day of ['2026-11-26', '2026-11-27']) {
      world.goTo(`${day}T08:00:00Z`);
      await send(world);
      await snooze(world);
    }
    const stored = (await world.days()).findLast(({ state }) => state === 'sent');
    if (stored?.state !== 'sent') throw new Error('no card was sent');
    const both = { ...stored, key: '2026-11-30', items: ['meldeplikt:1:due', 'avvergingsplikt:1:due'] };
    await world.stores.people.commit({ personId: 'kari', writes: [createRow(dayRow, both)] });
    await world.progress(started('avvergingsplikt', 1));
    world.goTo('2026-11-30T09:00:00Z');
    const put = { outcome: 'snoozed', lines: [{ moduleId: 'avvergingsplikt' }], atLimit: [{ moduleId: 'meldeplikt' }] };
    expect(await snooze(world)).toMatchObject(put);
    expect(await snooze(world)).toMatchObject(put);
  });

  it('has an end for each time round and employment: a renewal and who comes back begin from nothing', () => {
    const put = (cycle: number, day: string): { value: Reminder } => ({
      value: {
        ...{ moduleId: 'meldeplikt', cycle, stepId: `snooze-${day}`, class: 'nudge', origin: 'snooze' },
        ...{ deadlineOn: '2026-12-11', dueAt: new Date(), doubtfulSends: 0, state: 'sent', settledAt: new Date() },
      },
    });
    const rows = [put(1, '2026-11-27'), put(1, '2026-11-30'), put(2, '2028-11-27')];
    expect(snoozesOf(rows, { moduleId: 'meldeplikt', cycle: 2 }, kari.employedOn)).toBe(1);
    expect(snoozesOf(rows, { moduleId: 'meldeplikt', cycle: 1 }, kari.employedOn)).toBe(2);
    expect(snoozesOf(rows, { moduleId: 'meldeplikt', cycle: 1 }, '2027-03-01')).toBe(0);
  });

  it('has nothing to put off before any card came, and when all is done', async () => {
    const world = await worldOn('2026-11-26T08:00:00Z');
    expect(await snooze(world)).toEqual({ outcome: 'nothing-left' });
    await send(world);
    await world.progress(completed('meldeplikt'));
    await world.progress(completed('avvergingsplikt'));
    expect(await snooze(world)).toEqual({ outcome: 'nothing-left' });
  });
});
