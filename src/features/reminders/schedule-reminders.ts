import { isDeepStrictEqual } from 'node:util';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { conversationRow } from '../people/person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow, toArray } from '../people/person-store.ts';
import { assignedRow } from '../progress/assigned.ts';
import { progressRow } from '../progress/progress-rows.ts';
import { readProgress } from '../progress/read-progress.ts';
import { bringForward } from './bring-forward.ts';
import type { CalendarRules } from './calendar.ts';
import type { DueStore } from './due-store.ts';
import { type Chat, chatOf } from './find-address.ts';
import { isAfterModule } from './follow-up.ts';
import { readOwnRules } from './own-calendar.ts';
import { isRefused, type PlannedRows, planAnew } from './plan-anew.ts';
import type { ReminderPolicy } from './policy.ts';
import { dueOf, reminderRow, settle } from './reminder-rows.ts';

/** What the municipality has decided, from the pack. */
export type ReminderRules = { catalogue: Catalogue; policy: ReminderPolicy; calendar: CalendarRules };

export type ScheduleNeeds = { people: PersonStore; due: DueStore };

/** The store takes 100 writes in one transaction. */
const chunkSize = 100;

/**
 * Plans what a person will be told and when, by the person's own calendar. The keys are decided by module and step, so doing it again
 * (after a crash, or every night) changes nothing but what other dates ask for. What else waits for a pause that is over comes as soon as
 * it may. The hints are created first: a crash leaves one too many, never one too few.
 */
export async function scheduleReminders(
  needs: ScheduleNeeds,
  person: Person,
  municipality: ReminderRules,
  now: Date,
): Promise<{ outcome: 'scheduled'; created: number }> {
  const { personId } = person;
  const rules = await readOwnRules(needs.people, person, municipality);
  const { calendar } = rules;
  return retryOnConflict(async () => {
    const stored = await toArray(needs.people.list(personId, reminderRow));
    const assigned = await needs.people.get(personId, assignedRow);
    const before = await readProgress(needs, personId);
    const chat = await readChat(needs.people, person, stored);
    const rows = { stored, assigned: assigned?.value, progress: before };
    const { assigned: since, progress, reconciled } = planAnew(person, rows, { rules, chat, now });
    const forward = await bringForward(needs, person, { stored, rules, now });
    const planned = [...reconciled.planned, ...forward.planned];
    const left = [...reconciled.left, ...forward.left];
    const changes = [...reconciled.writes, ...forward.writes];
    const redated = [...progress].filter(([moduleId, row]) => row !== before.get(moduleId));
    const writes = [...redated.map(([, { value, etag }]) => replaceRow(progressRow, value, etag)), ...changes];
    for (const reminder of planned) await needs.due.create(dueOf(personId, reminder, calendar.zone));
    // In the same transaction as the reminders that follow from it.
    if (!isDeepStrictEqual(assigned?.value, since)) {
      writes.unshift(assigned ? replaceRow(assignedRow, since, assigned.etag) : createRow(assignedRow, since));
    }
    for (let from = 0; from < writes.length; from += chunkSize) {
      await needs.people.commit({ personId, writes: writes.slice(from, from + chunkSize) });
    }
    const kept = new Set(planned.map((reminder) => JSON.stringify(dueOf(personId, reminder, calendar.zone))));
    const gone = left.map((reminder) => dueOf(personId, reminder, calendar.zone));
    for (const hint of gone) if (!kept.has(JSON.stringify(hint))) await needs.due.delete(hint);
    return { outcome: 'scheduled', created: planned.length };
  });
}

/** Of nobody of whom it does not matter. */
async function readChat(
  people: PersonStore,
  { personId, aadObjectId }: Person,
  stored: PlannedRows['stored'],
): Promise<Chat> {
  if (!stored.some(isRefused)) return 'none';
  return chatOf((await people.get(personId, conversationRow))?.value, aadObjectId);
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
    const isAbout = value.moduleId === moduleId ? value.cycle === cycle : isAfterModule(value, moduleId);
    if (value.state !== 'planned' || !isAbout) return [];
    return [replaceRow(reminderRow, settle(value, 'cancelled', now, 'completed'), etag)];
  });
}
