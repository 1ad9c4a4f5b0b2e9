import { addDays, type LocalDate } from '../../core/local-date.ts';
import { type Catalogue, findModule, modulesFor } from '../../features/catalogue/catalogue.ts';
import type { Module } from '../../features/catalogue/module.ts';
import type { Person } from '../../features/people/person.ts';
import { aadKey, type PersonKeyStore } from '../../features/people/person-key-store.ts';
import { profileRow } from '../../features/people/person-rows.ts';
import { createRow, type PersonStore, type PersonWrite } from '../../features/people/person-store.ts';
import type { UnitStore } from '../../features/people/unit-store.ts';
import { firstCycle, type Progress } from '../../features/progress/progress.ts';
import { doneRow, progressKey, progressRow } from '../../features/progress/progress-rows.ts';
import { firstDates } from '../../features/reminders/decide-assigned.ts';
import type { DueStore } from '../../features/reminders/due-store.ts';
import { sendTimeOn } from '../../features/reminders/policy.ts';
import { type Reminder, reminderKey, reminderRow } from '../../features/reminders/reminder-rows.ts';
import { type ReminderRules, scheduleReminders } from '../../features/reminders/schedule-reminders.ts';
import { registerPerson } from '../../features/use-cases/register-person.ts';
import type { Municipality, SeedPerson, SeedUnit } from './municipality-schema.ts';
import { personOf } from './read-municipality.ts';

export type SeedNeeds = { people: PersonStore; personKeys: PersonKeyStore; units: UnitStore; due: DueStore };

const dayMs = 86_400_000;

export type SeedResult = { outcome: 'seeded'; people: number; units: number } | { outcome: 'exists' };

/**
 * Fills an empty municipality through the same door as a roster would. Begun and broken off, it goes on where it was: the last
 * person is the sign that it is done.
 */
export async function seed(
  needs: SeedNeeds,
  municipality: Municipality,
  rules: ReminderRules,
  today: LocalDate,
  now: Date,
): Promise<SeedResult> {
  const everyone = municipality.units.flatMap((unit) => unit.people.map((person) => ({ unit, person })));
  const last = everyone.at(-1);
  if (last && (await needs.people.get(personOf(last.unit, last.person, today).personId, profileRow))) {
    return { outcome: 'exists' };
  }
  for (const { id, name, sector } of municipality.units) await needs.units.createUnit({ unitId: id, name, sector });
  for (const { unit, person } of everyone) await seedPerson(needs, unit, person, rules, today, now);
  return { outcome: 'seeded', people: everyone.length, units: municipality.units.length };
}

/** What was done before comes first, so that nobody is reminded of it. */
async function seedPerson(
  needs: SeedNeeds,
  unit: SeedUnit,
  seeded: SeedPerson,
  rules: ReminderRules,
  today: LocalDate,
  now: Date,
): Promise<void> {
  const person = personOf(unit, seeded, today);
  const { personId } = person;
  for (const { moduleId, writes } of earlierProgress(rules.catalogue, seeded, now)) {
    const isThere = await needs.people.get(personId, progressRow, progressKey(moduleId, firstCycle));
    if (!isThere) await needs.people.commit({ personId, writes });
  }
  for (const reminder of toldBefore(person, seeded, rules, today)) {
    const isThere = await needs.people.get(personId, reminderRow, reminderKey(reminder));
    if (!isThere) await needs.people.commit({ personId, writes: [createRow(reminderRow, reminder)] });
  }
  const schedule = async (): Promise<void> => void (await scheduleReminders(needs, person, rules, now));
  const keys = person.aadObjectId ? [aadKey(person.aadObjectId)] : [];
  await registerPerson({ ...needs, scheduleReminders: schedule }, person, keys, now);
}

/** Who is late was told before that it was to come: otherwise the deadline would be counted anew. */
export function toldBefore(
  person: Person,
  { done }: Pick<SeedPerson, 'done'>,
  rules: ReminderRules,
  today: LocalDate,
): readonly Reminder[] {
  const { policy, calendar, catalogue } = rules;
  const isDone = new Set(modulesIn(catalogue, done).map(({ module }) => module.moduleId));
  const step = policy.steps[0];
  return modulesFor(catalogue, person).flatMap((module): readonly Reminder[] => {
    const dates = firstDates(rules, module, person, undefined);
    if (!step || !dates || isDone.has(dates.moduleId) || dates.deadlineOn > today) return [];
    const { moduleId, cycle, deadlineOn } = dates;
    const dueAt = sendTimeOn(addDays(dates.countedFrom, step.offsetDays), policy, calendar);
    const about = { moduleId, cycle, stepId: step.stepId, class: step.class, origin: 'step' as const, deadlineOn };
    return [{ ...about, dueAt, doubtfulSends: 0, state: 'sent', settledAt: dueAt }];
  });
}

type EarlierProgress = { moduleId: string; writes: readonly PersonWrite[] };

function earlierProgress(catalogue: Catalogue, { done, started }: SeedPerson, now: Date): EarlierProgress[] {
  const daysBefore = (days: number): Date => workdayBefore(new Date(now.getTime() - days * dayMs));
  const finished = modulesIn(catalogue, done).map(({ module, value }) => finish(module, daysBefore(value)));
  const begun = modulesIn(catalogue, started).map(({ module, value }) =>
    begin(module, value.position, daysBefore(value.daysAgo)),
  );
  return [...finished, ...begun];
}

/** Saturday and Sunday become Friday. */
function workdayBefore(at: Date): Date {
  const daysSinceFriday = (at.getUTCDay() + 2) % 7;
  return daysSinceFriday === 1 || daysSinceFriday === 2 ? new Date(at.getTime() - daysSinceFriday * dayMs) : at;
}

/** Modules that the pack no longer has are left out: the seed must not stop another municipality's pack. */
function modulesIn<T>(catalogue: Catalogue, byId: Readonly<Record<string, T>>): { module: Module; value: T }[] {
  return Object.entries(byId).flatMap(([moduleId, value]) => {
    const module = findModule(catalogue, moduleId);
    return module ? [{ module, value }] : [];
  });
}

function finish({ moduleId, version: moduleVersion, minutes }: Module, completedAt: Date): EarlierProgress {
  const startedAt = new Date(completedAt.getTime() - minutes * 60_000);
  const completed: Progress = {
    state: 'completed',
    moduleId,
    cycle: firstCycle,
    moduleVersion,
    startedAt,
    completedAt,
  };
  const done = { moduleId, cycle: firstCycle, moduleVersion, completedAt };
  return { moduleId, writes: [createRow(progressRow, completed), createRow(doneRow, done)] };
}

function begin({ moduleId, version: moduleVersion }: Module, position: number, startedAt: Date): EarlierProgress {
  const started: Progress = {
    state: 'started',
    moduleId,
    cycle: firstCycle,
    moduleVersion,
    startedAt,
    position,
    answers: {},
  };
  return { moduleId, writes: [createRow(progressRow, started)] };
}
