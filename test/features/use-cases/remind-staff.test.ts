import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { remindLate, remindPerson, sumResults } from '../../../src/features/use-cases/remind-staff.ts';
import { aLeader } from '../../support/person-builder.ts';
import { createWorld, kari, rules, started } from '../reminders/world.ts';

const result = fc.constantFrom('asked', 'asked-before', 'left-out');

describe('what a leader is told of reminders to all', () => {
  it('is the same whoever of them takes reminders, however many they are', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 40 }), (all) => {
        const withoutNo = all.map((each) => (each === 'left-out' ? 'asked' : each));
        expect(sumResults(all)).toEqual(sumResults(withoutNo));
      }),
    );
  });

  it('is how many were asked about now', () => {
    expect(sumResults(['asked', 'left-out', 'asked-before', 'asked', 'asked', 'asked', 'asked'])).toEqual({
      outcome: 'asked',
      people: 6,
    });
  });

  it('says when nobody is late, and when all have been asked about', () => {
    expect(sumResults([])).toEqual({ outcome: 'nobody-late' });
    expect(sumResults(['asked-before'])).toEqual({ outcome: 'all-asked-before' });
  });
});

describe('a leader who asks for a reminder', () => {
  const siv = aLeader('siv', [kari.unitId]);
  async function asks(person: Person, by: ReminderRules = rules) {
    const world = createWorld('2026-12-15T08:00:00Z');
    await world.hire(person, 'with chat', by);
    const needs = { ...world.stores, rules: by, zone: 'Europe/Oslo' as const };
    const { outcome } = await remindPerson(needs, siv, person.personId, world.clock.now());
    return [outcome, (await world.reminders()).filter(({ origin }) => origin === 'leader').length];
  }
  const begins = (on: LocalDate): ReminderRules => ({
    ...rules,
    catalogue: { ...rules.catalogue, waves: new Map([[kari.unitId, on]]) },
  });

  it('is told that it is too early before the first day, and before the unit begins', async () => {
    expect(await asks({ ...kari, employedOn: '2027-01-04' })).toEqual(['too-early', 0]);
    expect(await asks(kari, begins('2027-01-11'))).toEqual(['too-early', 0]);
  });

  it('gets it from those days on', async () => {
    expect(await asks({ ...kari, employedOn: '2026-12-15' })).toEqual(['asked', 2]);
    expect(await asks(kari, begins('2026-12-15'))).toEqual(['asked', 2]);
  });

  it('to all who are late asks for none to who is late from before, and has not begun anew', async () => {
    const world = createWorld('2026-12-15T08:00:00Z');
    await world.hire({ ...kari, employedOn: '2027-01-04' });
    await world.progress({
      ...{ ...started('meldeplikt', 0), cycle: 2 },
      renewal: { lastDoneAt: new Date('2024-12-01T08:00:00Z'), opensOn: '2026-11-01', dueOn: '2026-12-01' },
    });
    const needs = { ...world.stores, rules, zone: 'Europe/Oslo' as const };
    expect(await remindLate(needs, siv, [kari.unitId], world.clock.now())).toEqual({ outcome: 'nobody-late' });
  });
});
