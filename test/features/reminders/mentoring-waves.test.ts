import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { previewDay } from '../../../src/features/reminders/preview-day.ts';
import { repairDue } from '../../../src/features/reminders/repair-due.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { chatOf, createWorld, kari, pointerTo, rules } from './world.ts';

const beginning = (on: LocalDate): ReminderRules => ({
  ...rules,
  catalogue: { ...rules.catalogue, waves: new Map([['skolen', on]]) },
});
const february = beginning('2027-02-01');
const mentorKey = 'upn:a0'.padEnd(68, '0');
/** Has worked at the school for years. */
const mentor: Person = { ...kari, personId: 'olav', employedOn: '2019-08-01', upnKey: mentorKey };
const newHire = (employedOn: LocalDate, unitId = 'skolen'): Person => ({ ...kari, employedOn, unitId, mentorKey });

/** Every night plans, and every morning at nine sends. */
async function play(hired: Person) {
  const world = createWorld('2026-11-23T02:00:00Z');
  const personKeys = memoryPersonKeyStore();
  await personKeys.create(mentorKey, mentor.personId);
  for (const person of [mentor, hired]) {
    const { personId } = person;
    const writes = [createRow(profileRow, person), createRow(conversationRow, chatOf(personId))];
    await world.stores.people.commit({ personId, writes });
    await world.stores.units.createMember(person.unitId, personId);
  }
  const repair = (by: ReminderRules) => repairDue({ ...world.stores, personKeys, rules: by }, world.clock.now());
  const live = async (from: LocalDate, to: LocalDate, by = february, nights: 'nights' | 'no nights' = 'nights') => {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      world.goTo(`${day}T02:00:00Z`);
      if (nights === 'nights') await repair(by);
      world.goTo(`${day}T08:00:00Z`);
      for (const { personId } of [mentor, hired]) {
        await sendReminder({ ...world.needs, rules: by }, pointerTo(personId));
      }
    }
  };
  const told = () =>
    world.followUps.map(({ model, at }) => {
      const about = model.kind === 'mentor' ? `${model.pair.reader} ${model.step}` : model.kind;
      return `${about} ${localDateAt(at, 'Europe/Oslo')}`;
    });
  return { ...world, repair, live, told };
}

describe('a mentor and a new hire in a unit that begins later than the municipality', () => {
  it('hear nothing before that day, and then what is still in its time, on a day without another card', async () => {
    const world = await play(newHire('2027-01-18'));
    await world.live('2026-11-23', '2027-01-31');
    expect([world.told(), world.posts]).toEqual([[], []]);
    await world.live('2027-02-01', '2027-02-17');
    expect(world.told()).toEqual([
      ...['mentor hello 2027-02-02', 'new-hire hello 2027-02-02'],
      ...['mentor week-4 2027-02-15', 'new-hire week-4 2027-02-15'],
    ]);
    const days = world.posts.map(({ conversationId, at }) => `${conversationId} ${localDateAt(at, 'Europe/Oslo')}`);
    expect(new Set(days).size).toBe(days.length);
    expect(days.filter((each) => each.endsWith('02-02') || each.endsWith('02-15'))).toEqual([]);
    expect(
      world.posts.filter(({ model }) => model.isIntroduction).map(({ at }) => localDateAt(at, 'Europe/Oslo')),
    ).toEqual(['2027-02-01', '2027-02-01']);
  });

  it('who works in one that has begun hears in time, and the other not before the own unit begins', async () => {
    const world = await play(newHire('2027-01-11', 'barnehagen'));
    await world.live('2027-01-11', '2027-02-03');
    expect(world.told().filter((each) => each.includes('hello'))).toEqual([
      ...['new-hire hello 2027-01-11', 'mentor hello 2027-02-02'],
    ]);
  });

  it('hear nothing of what was planned when the day is moved with no night in between', async () => {
    const december = beginning('2026-12-01');
    const world = await play(newHire('2026-12-07'));
    world.goTo('2026-12-04T02:00:00Z');
    await world.repair(december);
    const january = beginning('2027-01-04');
    const previews = (await previewDay({ ...world.stores, rules: january }, world.clock.now(), 'running')).people;
    expect(previews.filter(({ outcome }) => outcome === 'card')).toEqual([]);
    await world.live('2026-12-07', '2026-12-09', january, 'no nights');
    expect(world.told()).toEqual([]);
    await world.live('2026-12-10', '2027-01-05', january);
    expect(world.told()).toEqual(['mentor hello 2027-01-05', 'new-hire hello 2027-01-05']);
  });
});
