import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import type { Person, Preferences } from '../../../src/features/people/person.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { nudgeForLeader, wasNudged } from '../../../src/features/reminders/leader-nudge.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { createWorld, kari, pointerTo, rules } from './world.ts';

const monday = '2026-11-30T08:00:00Z';
const fridayAfterHours = '2026-12-04T14:30:00Z';
const thursdayAfterHours = '2026-12-03T14:30:00Z';
const nextMorning = '2026-12-07T08:00:00Z';
const nextMonday = '2026-12-07T09:00:00Z';
const nextTuesday = '2026-12-08T08:00:00Z';
const weekAfter = '2026-12-14T09:00:00Z';

type Given = { chat?: 'with chat' | 'without chat'; preferences?: Partial<Preferences>; by?: ReminderRules };

async function leaderOf(person: Person, { chat = 'with chat', preferences, by = rules }: Given = {}) {
  const world = createWorld('2026-11-23T07:00:00Z');
  await world.hire(person, chat, by);
  const { people, due } = world.stores;
  if (preferences) {
    const row = createRow(preferencesRow, { nudges: 'on', ...preferences });
    await people.commit({ personId: person.personId, writes: [row] });
  }
  const needs = { people, due, rules: by };
  const openOn = async (iso: string) => {
    world.goTo(iso);
    const today = iso.slice(0, 10) as LocalDate;
    return (await readOwnModules({ people, catalogue: by.catalogue }, person, today)).slice(0, 1);
  };
  return {
    async asks(iso: string) {
      return nudgeForLeader(needs, person, await openOn(iso), world.clock.now());
    },
    async hasAsked(iso: string) {
      return wasNudged(needs, person, await openOn(iso), world.clock.now());
    },
    async sends(iso: string) {
      world.goTo(iso);
      return sendReminder({ ...world.needs, rules: by }, pointerTo());
    },
    async sent() {
      return (await world.reminders()).filter(({ origin, state }) => origin === 'leader' && state === 'sent').length;
    },
  };
}

async function asksTwice(person: Person, chat: 'with chat' | 'without chat') {
  const leader = await leaderOf(person, { chat });
  return [await leader.asks(monday), await leader.asks(monday)];
}

const { aadObjectId: _, ...onlyListed } = kari;

it('a leader who asks for a reminder to somebody with no chat, and none that can be opened, is told as of others who are left out', async () => {
  expect(await asksTwice(onlyListed, 'without chat')).toEqual(['left-out', 'asked-before']);
  expect(await asksTwice(onlyListed, 'with chat')).toEqual(['asked', 'asked-before']);
  expect(await asksTwice(kari, 'without chat')).toEqual(['asked', 'asked-before']);
});

describe('a reminder that a leader asks for after hours, and that goes out the week after', () => {
  it('is the one of the week that it goes out in: there is none the day after', async () => {
    const leader = await leaderOf(kari);
    expect(await leader.asks(fridayAfterHours)).toBe('asked');
    expect(await leader.hasAsked(nextMonday)).toBe(true);
    expect(await leader.sends(nextMorning)).toEqual({ outcome: 'sent' });
    expect(await leader.asks(nextMonday)).toBe('asked-before');
    expect(await leader.hasAsked(nextMonday)).toBe(true);
    await leader.sends(nextTuesday);
    expect(await leader.sent()).toBe(1);
    expect(await leader.hasAsked(weekAfter)).toBe(false);
    expect(await leader.asks(weekAfter)).toBe('asked');
  });

  it('is so before a day off too, and while it has not gone out yet', async () => {
    const localDaysOff = [{ date: '2026-12-04' }, { date: '2026-12-07' }] as const;
    const by = { ...rules, calendar: { ...rules.calendar, localDaysOff } };
    const leader = await leaderOf(kari, { by });
    expect(await leader.asks(thursdayAfterHours)).toBe('asked');
    expect(await leader.asks(nextMonday)).toBe('asked-before');
    expect(await leader.sends(nextTuesday)).toEqual({ outcome: 'sent' });
    expect(await leader.asks('2026-12-09T09:00:00Z')).toBe('asked-before');
    expect(await leader.sent()).toBe(1);
  });

  it('tells a leader who presses again nothing of who has said no, is away or cannot be reached', async () => {
    const presses = [fridayAfterHours, nextMonday, '2026-12-11T14:30:00Z', weekAfter, '2026-12-21T09:00:00Z'];
    const isNew = async (person: Person, given: Given) => {
      const leader = await leaderOf(person, given);
      const told: string[] = [];
      let day = localDateAt(new Date(fridayAfterHours), rules.calendar.zone);
      for (const at of presses) {
        for (; `${day}T08:00:00Z` < at; day = addDays(day, 1)) await leader.sends(`${day}T08:00:00Z`);
        const hasAsked = await leader.hasAsked(at);
        told.push(`${hasAsked} ${(await leader.asks(at)) === 'asked-before'}`);
      }
      return told;
    };
    const willing = await isNew(kari, {});
    expect(willing).toEqual(['false false', 'true true', 'true true', 'false false', 'false false']);
    expect(await isNew(kari, { preferences: { nudges: 'off' } })).toEqual(willing);
    expect(await isNew(kari, { preferences: { pausedUntil: '2027-01-31' } })).toEqual(willing);
    expect(await isNew(onlyListed, { chat: 'without chat' })).toEqual(willing);
  });
});

it('the hints of all modules are written at once: a leader of hundreds of people waits for them', async () => {
  const world = createWorld('2026-11-23T07:00:00Z');
  await world.hire(kari);
  world.goTo(monday);
  const { people, due: stored } = world.stores;
  const open = await readOwnModules({ people, catalogue: rules.catalogue }, kari, '2026-11-30');
  const all = Promise.withResolvers<void>();
  let begun = 0;
  const due: typeof stored = {
    ...stored,
    async create(hint) {
      begun += 1;
      if (begun === open.length) all.resolve();
      await all.promise;
      return stored.create(hint);
    },
  };
  expect(open.length).toBeGreaterThan(1);
  expect(await nudgeForLeader({ people, due, rules }, kari, open, world.clock.now())).toBe('asked');
});
