import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { type Catalogue, countedFrom, dueDateOf, modulesFor } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow, toArray } from '../people/person-store.ts';
import { firstCycle } from '../progress/progress.ts';
import { readProgress } from '../progress/read-progress.ts';
import type { CalendarRules } from './calendar.ts';
import type { DueStore } from './due-store.ts';
import { readFollowUp } from './follow-up.ts';
import { type ModuleDates, planReminders } from './plan.ts';
import type { ReminderPolicy } from './policy.ts';
import { dueOf, type OpenReminder, reminderKey, reminderRow, settle } from './reminder-rows.ts';

/** What the municipality has decided, from the pack. */
export type ReminderRules = { catalogue: Catalogue; policy: ReminderPolicy; calendar: CalendarRules };

export type ScheduleNeeds = { people: PersonStore; due: DueStore };

/** The store takes 100 writes in one transaction. */
const chunkSize = 100;

/**
 * Plans what a person will be told and when. The keys are decided by module and step, so doing it again (after a crash, or every
 * night) changes nothing. The hints are created first: a crash leaves one too many, never one too few.
 */
export async function scheduleReminders(
  needs: ScheduleNeeds,
  person: Person,
  rules: ReminderRules,
  now: Date,
): Promise<{ outcome: 'scheduled'; created: number }> {
  const { personId } = person;
  return retryOnConflict(async () => {
    const known = new Set<string>();
    for await (const { value } of needs.people.list(personId, reminderRow)) known.add(reminderKey(value));
    const planned = await plan(needs.people, person, rules, now);
    const fresh = planned.filter((reminder) => !known.has(reminderKey(reminder)));
    for (const reminder of fresh) await needs.due.create(dueOf(personId, reminder, rules.calendar.zone));
    for (let from = 0; from < fresh.length; from += chunkSize) {
      const writes = fresh.slice(from, from + chunkSize).map((reminder) => createRow(reminderRow, reminder));
      await needs.people.commit({ personId, writes });
    }
    return { outcome: 'scheduled', created: fresh.length };
  });
}

async function plan(people: PersonStore, person: Person, rules: ReminderRules, now: Date): Promise<OpenReminder[]> {
  const { catalogue, policy, calendar } = rules;
  const progress = await readProgress({ people }, person.personId);
  const modules = modulesFor(catalogue, person).flatMap((module): ModuleDates[] => {
    const { moduleId } = module;
    const stored = progress.get(moduleId)?.value;
    const isDone = stored?.state === 'completed';
    if (stored?.renewal) {
      const { opensOn, dueOn } = stored.renewal;
      return [{ moduleId, cycle: stored.cycle, countedFrom: opensOn, deadlineOn: dueOn, isDone }];
    }
    const deadlineOn = dueDateOf(catalogue, module, person);
    if (deadlineOn === undefined) return [];
    return [{ moduleId, cycle: firstCycle, countedFrom: countedFrom(catalogue, person), deadlineOn, isDone }];
  });
  const planned = planReminders({ endsOn: person.endsOn, modules, policy, calendar, now });
  return planned.map((reminder) => ({ ...reminder, state: 'planned', origin: 'step', doubtfulSends: 0 }));
}

/**
 * The writes that end what is still planned for a module, for the transaction that completes it. Their hints stay behind and are
 * found empty later.
 */
export async function endReminders(
  needs: { people: PersonStore },
  personId: string,
  { moduleId, cycle }: { moduleId: string; cycle: number },
  now: Date,
): Promise<PersonWrite[]> {
  const rows = await toArray(needs.people.list(personId, reminderRow));
  return rows.flatMap(({ value, etag }) => {
    // Whatever was planned about an earlier time round is over with the new one.
    const isAbout = value.moduleId === moduleId ? value.cycle === cycle : readFollowUp(value)?.moduleId === moduleId;
    if (value.state !== 'planned' || !isAbout) return [];
    return [replaceRow(reminderRow, settle(value, 'cancelled', now, 'completed'), etag)];
  });
}
