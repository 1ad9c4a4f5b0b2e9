import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { countedFrom, dueDateOf, isIntroduced, modulesFor } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import { type Assigned, assignedOn } from '../progress/assigned.ts';
import { firstCycle } from '../progress/progress.ts';
import type { ProgressByModule } from '../progress/read-progress.ts';
import { type ModuleDates, planReminders } from './plan.ts';
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
 * Pure: since when each module with a date is the person's. At the first planning they have been so from the start; one that comes later, for
 * whatever reason, from today. As long as nothing was told of a module, a deadline that would have passed before the first card goes out is
 * counted anew from the day that Undring can write: nobody is first told of something as overdue.
 */
export function decideAssigned(input: AssignedInput): Assigned {
  const { person, before, rules, now } = input;
  const today = localDateAt(now, rules.calendar.zone);
  // What is not in the catalogue just now may only wait for an approval.
  const shown = new Set(rules.catalogue.modules.map(({ moduleId }) => moduleId));
  const hidden = Object.entries(before?.since ?? {}).filter(([moduleId]) => !shown.has(moduleId));
  const dated = modulesFor(rules.catalogue, person).filter(
    (module) => dueDateOf(rules.catalogue, module, person, undefined) !== undefined,
  );
  const own = dated.map((module): [string, 'start' | LocalDate] => {
    const since = before ? (before.since[module.moduleId] ?? today) : 'start';
    return [module.moduleId, isOpenAndUntold(module, input) ? tellable(module, since, input) : since];
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
function isOpenAndUntold({ moduleId }: Module, { progress, reminders }: AssignedInput): boolean {
  const stored = progress.get(moduleId)?.value;
  if (stored?.state === 'completed' || stored?.renewal) return false;
  return !reminders.some(
    (each) => each.moduleId === moduleId && each.state !== 'planned' && each.state !== 'cancelled',
  );
}

function tellable(module: Module, since: 'start' | LocalDate, { person, rules, now }: AssignedInput) {
  const { policy, calendar } = rules;
  const today = localDateAt(now, calendar.zone);
  let candidate = since;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const dates = firstDates(
      rules,
      module,
      person,
      assignedOn({ since: { [module.moduleId]: candidate } }, module.moduleId, today),
    );
    if (!dates) return since;
    const plan = planReminders({
      endsOn: person.endsOn,
      modules: [{ ...dates, isDone: false }],
      policy,
      calendar,
      now,
    });
    const first = plan.map(({ dueAt }) => localDateAt(dueAt, calendar.zone)).toSorted()[0];
    if (first === undefined || first <= dates.deadlineOn) return candidate;
    candidate = first;
  }
  // The policy tells of nothing before it is overdue.
  return since;
}

const mostTries = 20;
