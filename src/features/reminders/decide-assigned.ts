import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { countedFrom, dueDateOf, isIntroduced, modulesFor } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import type { Assigned } from '../progress/assigned.ts';
import { firstCycle } from '../progress/progress.ts';
import type { ProgressByModule } from '../progress/read-progress.ts';
import type { ModuleDates } from './plan.ts';
import type { Reminder } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

export type AssignedInput = {
  person: Person;
  /** `undefined` before the first planning. */
  before: Assigned | undefined;
  progress: ProgressByModule;
  /** What was planned and told before. */
  reminders: readonly Reminder[];
  rules: ReminderRules;
  now: Date;
};

/**
 * Pure: since when each module with a date is the person's. At the first planning it has been so from the start; one that comes later, for
 * whatever reason, is the person's from that day. Where the date has passed before anything was told of it, it is counted from today: nobody
 * is first told of something as overdue. Nothing else moves a date.
 */
export function decideAssigned(input: AssignedInput): Assigned {
  const { person, before, rules, now } = input;
  const today = localDateAt(now, rules.calendar.zone);
  // What is not in the catalogue just now may only wait for an approval.
  const shown = new Set(rules.catalogue.modules.map(({ moduleId }) => moduleId));
  const hidden = Object.entries(before?.since ?? {}).filter(([moduleId]) => !shown.has(moduleId));
  const own = modulesFor(rules.catalogue, person).flatMap((module): readonly [string, 'start' | LocalDate][] => {
    const { moduleId } = module;
    const since = before ? (before.since[moduleId] ?? today) : 'start';
    const dueOn = dueDateOf(rules.catalogue, module, person, since === 'start' ? undefined : since);
    if (dueOn === undefined) return [];
    return [[moduleId, dueOn < today && isUntold(moduleId, input) ? today : since]];
  });
  return { since: Object.fromEntries([...hidden, ...own]) };
}

/** The dates of the first time round of a module that has a deadline; `undefined` when it has none. */
export function firstDates(
  { catalogue }: ReminderRules,
  module: Module,
  person: Person,
  since: LocalDate | undefined,
): Omit<ModuleDates, 'isDone'> | undefined {
  const deadlineOn = dueDateOf(catalogue, module, person, since);
  if (deadlineOn === undefined) return undefined;
  // A module that comes years after the unit began introduces nobody.
  const introduced = since === undefined && isIntroduced(catalogue, person);
  const from = countedFrom(catalogue, person, since);
  return { moduleId: module.moduleId, cycle: firstCycle, countedFrom: from, deadlineOn, isIntroduced: introduced };
}

/** What was refused or skipped counts as told: who cannot be reached, or has said no to nudges, can still be late. */
function isUntold(moduleId: string, { progress, reminders }: AssignedInput): boolean {
  const stored = progress.get(moduleId)?.value;
  if (stored?.state === 'completed' || stored?.renewal) return false;
  return !reminders.some(
    (each) => each.moduleId === moduleId && each.state !== 'planned' && each.state !== 'cancelled',
  );
}
