import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { changePreferences } from '../../../src/features/people/change-preferences.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { moveForward } from '../../../src/features/reminders/bring-forward.ts';
import type { Ledger } from '../../../src/features/reminders/ledger.ts';
import { dayRow, dueOf, type OpenReminder, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { expectHintsAgree } from './hints.ts';
import { createWorld, kari, pointerTo, rules } from './world.ts';

/** A Wednesday, before the hour at which the day's card goes out. */
const night = '2026-12-02T02:00:00Z';
const today: LocalDate = '2026-12-02';
/** Where the pause moved them, to the end of 2027. */
const afterPause = new Date('2028-01-03T08:00:00Z');
const withCourse = {
  ...rules,
  catalogue: { ...rules.catalogue, certificates: { kinds: [], remindDaysBefore: 30 } },
};

const held = (more: Partial<OpenReminder>): OpenReminder => ({
  ...{ moduleId: 'policy.bilder', cycle: 1, stepId: 'version-2', class: 'deadline', origin: 'step' },
  ...{ deadlineOn: '2026-11-30', dueAt: afterPause, doubtfulSends: 0, state: 'planned' },
  ...more,
});
/** `day`: the day that it was for, before the pause. */
const kinds: readonly (readonly [string, (day: LocalDate) => OpenReminder])[] = [
  ['a guideline that has changed', (day) => held({ deadlineOn: day })],
  ['what is new in a module', (day) => held({ moduleId: 'reread.tegn', deadlineOn: day })],
  ['a question', (day) => held({ moduleId: 'refresher.tegn', class: 'nudge', deadlineOn: day })],
  ['"hva vil du prøve?"', (day) => held({ moduleId: 'use-it.tegn', class: 'nudge', deadlineOn: day })],
  ['a message about the mentor', (day) => held({ moduleId: 'mentor.olav', stepId: 'hello', deadlineOn: day })],
  [
    '"minn meg i morgen"',
    (day) => held({ moduleId: 'meldeplikt', stepId: `snooze-${day}`, origin: 'snooze', deadlineOn: '2026-12-11' }),
  ],
  [
    'a course that runs out',
    (day) => held({ moduleId: 'certificate.hjelp', stepId: 'before', deadlineOn: addDays(day, 30) }),
  ],
];
const nudge = held({ moduleId: 'meldeplikt', stepId: 'leader-2026-W48', origin: 'leader', deadlineOn: '2026-12-11' });

/** Kari, who had paused, with this row held back; `card`: of today. */
async function aWorld(reminder: OpenReminder, card?: Ledger) {
  const world = createWorld();
  await world.hire();
  await changePreferences(world.needs, 'kari', { pausedUntil: '2027-12-31' });
  await world.stores.due.create(dueOf('kari', reminder, 'Europe/Oslo'));
  const writes = [createRow(reminderRow, reminder), ...(card ? [createRow(dayRow, card)] : [])];
  await world.stores.people.commit({ personId: 'kari', writes });
  const plans = async (iso: string) => {
    world.goTo(iso);
    await scheduleReminders(world.stores, kari, withCourse, world.clock.now());
  };
  const dueAt = async () => (await world.reminders()).find(({ stepId }) => stepId === reminder.stepId)?.dueAt;
  const ends = async () => changePreferences(world.needs, 'kari', { pausedUntil: 'not' });
  return { ...world, plans, ends, dueAt };
}

describe('when a pause is ended early', () => {
  it.each([...kinds, ['what a leader asked for', () => nudge] as const])(
    '%s comes as soon as it may, with its hint',
    async (_name, heldFrom) => {
      const world = await aWorld(heldFrom('2026-11-30'));
      await world.plans(night);
      expect(await world.dueAt()).toEqual(afterPause);
      await world.ends();
      await world.plans(night);
      await world.plans(night);
      expect(await world.dueAt()).toEqual(new Date('2026-12-02T08:00:00Z'));
      await expectHintsAgree(world);
    },
  );

  it.each(kinds)('%s is not told before its own day', async (_name, heldFrom) => {
    const world = await aWorld(heldFrom(addDays(today, 1)));
    await world.ends();
    await world.plans(night);
    expect(await world.dueAt()).toEqual(afterPause);
    await world.plans('2026-12-03T02:00:00Z');
    expect(await world.dueAt()).toEqual(new Date('2026-12-03T08:00:00Z'));
  });

  it.each([
    ['has been sent', { state: 'sent', settledAt: new Date(night), activityId: 'a' }],
    ['is being sent', { state: 'sending', since: new Date(night) }],
    ['is in other hands', { state: 'claimed', until: new Date(night) }],
    ['waits since Teams asked for it', { state: 'free', notBefore: new Date('2026-12-02T11:00:00Z') }],
    ['may have arrived', { state: 'uncertain', settledAt: new Date(night), reason: 'reset' }],
  ])('what it held back comes the day after a card that %s', async (_name, state) => {
    const about = { claimId: 'c', class: 'deadline', items: ['meldeplikt:1:day-3'] };
    const card = { key: today, failures: 0, attempts: 1, ...about, ...state } as Ledger;
    const world = await aWorld(nudge, card);
    await world.ends();
    await world.plans('2026-12-02T09:30:00Z');
    expect(await world.dueAt()).toEqual(new Date('2026-12-03T08:00:00Z'));
    await expectHintsAgree(world);
  });

  it('what it held back comes on one card, and once', async () => {
    const world = await aWorld(nudge);
    await world.ends();
    await world.plans('2026-12-02T09:30:00Z');
    for (const at of ['2026-12-02T09:31:00Z', '2026-12-02T10:30:00Z', '2026-12-03T09:00:00Z']) {
      await sendReminder(world.needs, pointerTo());
      await world.plans(at);
    }
    expect(world.posts).toHaveLength(1);
    expect(await world.states()).toContain('meldeplikt leader-2026-W48 sent');
  });

  it('what it held back is not told to who is not at work yet', async () => {
    const world = await aWorld(nudge);
    await world.ends();
    world.goTo(night);
    await scheduleReminders(world.stores, { ...kari, employedOn: '2026-12-07' }, rules, world.clock.now());
    expect(await world.dueAt()).toEqual(afterPause);
  });
});

it('bringing forward never puts off, never comes before the own day, leaves steps alone, and changes nothing the second time', () => {
  const cases = fc.record({
    kind: fc.constantFrom(...kinds.map(([, heldFrom]) => heldFrom), (deadlineOn: LocalDate) =>
      held({ moduleId: 'meldeplikt', stepId: 'due', deadlineOn }),
    ),
    days: fc.integer({ min: -500, max: 500 }),
    waits: fc.integer({ min: -500, max: 500 }),
  });
  fc.assert(
    fc.property(cases, ({ kind, days, waits }) => {
      const day = addDays(today, days);
      const to = new Date('2026-12-02T08:00:00Z');
      const value = { ...kind(day), dueAt: new Date(to.getTime() + waits * 3_600_000) };
      const { planned, left } = moveForward([{ value, etag: 'a' }], to, today, withCourse);
      const isStep = value.moduleId === 'meldeplikt' && value.origin === 'step';
      expect(planned.length).toBe(Number(!isStep && day <= today && value.dueAt > to));
      expect(left).toEqual(planned.length === 1 ? [value] : []);
      const again = planned.map((each) => ({ value: each, etag: 'b' }));
      expect(moveForward(again, to, today, withCourse).writes).toEqual([]);
      for (const each of planned) expect(localDateAt(each.dueAt, 'Europe/Oslo')).toBe(today);
    }),
    { seed: 20261202 },
  );
});
