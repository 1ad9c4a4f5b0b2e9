import { describe, expect, it } from 'vitest';
import { localTimeAt } from '../../../src/core/local-date.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow, deleteRow } from '../../../src/features/people/person-store.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import { findDue } from '../../../src/features/reminders/find-due.ts';
import { reminderKey, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { repairDue } from '../../../src/features/reminders/repair-due.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { dropPing, setPing } from '../../../src/features/reminders/set-ping.ts';
import { pingOn, tracesOf } from './pings.ts';
import { createWorld, kari, pointerTo, rules } from './world.ts';

type Window = CalendarRules['window'];
const inShift = (window: Window): ReminderRules => ({
  ...rules,
  calendar: { ...rules.calendar, shifts: [{ units: ['skolen'], window }] },
});
const evening = inShift({ from: '13:00', to: '20:00' });
const early = inShift({ from: '06:00', to: '08:00' });

/** Kari's unit has a shift, she has asked for a date, and nothing comes about modules. */
async function asked(by: ReminderRules, hintsBy = by) {
  const world = createWorld();
  await world.hire();
  const writes = (await world.reminders()).map((each) => deleteRow(reminderRow, reminderKey(each)));
  await world.stores.people.commit({ personId: 'kari', writes });
  for (const hint of await world.hints()) await world.stores.due.delete(hint);
  await setPing({ ...world.stores, rules: hintsBy }, kari, pingOn);
  const { due } = world.stores;
  /** The tick at this time, and the worker after it when it found anything. */
  const at = async (iso: string): Promise<void> => {
    world.goTo(iso);
    const { people } = await findDue({ due, queue: world.queue, zone: 'Europe/Oslo' }, world.clock.now(), 0);
    if (people > 0) await sendReminder({ ...world.needs, rules: by }, pointerTo());
  };
  const times = () => world.pings.map((ping) => localTimeAt(ping.at, 'Europe/Oslo'));
  return { ...world, world, at, times };
}

describe('a date that somebody on a shift has asked for', () => {
  it('comes when the shift begins on that day, once, and leaves nothing', async () => {
    const { world, at, times } = await asked(evening);
    for (const time of ['08:00', '11:59', '12:00', '12:01', '13:00']) await at(`2026-12-07T${time}:00Z`);
    expect(times()).toEqual(['13:00']);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('comes on that day also in a shift that ends before the others begin', async () => {
    const { world, at, times } = await asked(early);
    for (const time of ['04:59', '05:00', '05:01', '08:00']) await at(`2026-12-07T${time}:00Z`);
    expect(times()).toEqual(['06:00']);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('waits for the next shift when it could not be sent in this one', async () => {
    const { world, at, times } = await asked(evening);
    await at('2026-12-07T19:30:00Z');
    expect(times()).toEqual([]);
    expect(await tracesOf(world)).toEqual([`ping:${pingOn}`, 'hint 2026-12-08 13:00']);
    await at('2026-12-08T08:00:00Z');
    await at('2026-12-08T12:00:00Z');
    expect(times()).toEqual(['13:00']);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('comes in the shift where it was asked for before there was one, and leaves nothing then either', async () => {
    const { world, at, times } = await asked(evening, rules);
    for (const time of ['08:00', '12:00', '13:00']) await at(`2026-12-07T${time}:00Z`);
    expect(times()).toEqual(['13:00']);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('is held back when the shift ends while it waits for its turn', async () => {
    const { world, times } = await asked(evening);
    world.goTo('2026-12-07T18:59:30Z');
    const waitForSlot = async () => {
      world.pass(1);
      return 'go' as const;
    };
    await sendReminder({ ...world.needs, rules: evening, pacing: { waitForSlot } }, pointerTo());
    expect(times()).toEqual([]);
    expect(await tracesOf(world)).toContain(`ping:${pingOn}`);
  });

  it('comes in all of the shift whatever half of the day, or pause, was chosen', async () => {
    const { world, at, times } = await asked(evening);
    const chosen = createRow(preferencesRow, { nudges: 'off', window: 'morning', pausedUntil: '2026-12-31' });
    await world.stores.people.commit({ personId: 'kari', writes: [chosen] });
    await at('2026-12-07T12:00:00Z');
    expect(times()).toEqual(['13:00']);
  });

  it('is taken away with its hint', async () => {
    const { world } = await asked(evening);
    await dropPing({ ...world.stores, rules: evening }, 'kari', pingOn);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('has the hint of the shift brought back at night, and no other', async () => {
    const { world, at, times } = await asked(evening);
    for (const hint of await world.hints()) await world.stores.due.delete(hint);
    world.goTo('2026-12-08T02:00:00Z');
    await repairDue({ ...world.stores, rules: evening }, world.clock.now());
    expect((await tracesOf(world)).filter((each) => each.startsWith('hint'))).toEqual([`hint ${pingOn} 13:00`]);
    await at('2026-12-08T12:00:00Z');
    expect(times()).toEqual(['13:00']);
    expect(await tracesOf(world)).toEqual([]);
  });
});
