import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { countedFrom, dueDateOf, isIntroduced, modulesFor } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { isExempt } from '../people/arrangement.ts';
import type { Person } from '../people/person.ts';
import type { Assigned, Since, Was } from '../progress/assigned.ts';
import { firstCycle } from '../progress/progress.ts';
import type { ProgressByModule } from '../progress/read-progress.ts';
import { anewFrom } from './counted-anew.ts';
import { isTold } from './is-told.ts';
import { withoutOwnPause } from './own-calendar.ts';
import type { ModuleDates } from './plan.ts';
import { sendTimeOn } from './policy.ts';
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
 * whatever reason, is the person's from that day. Where the date has passed before anything was told of it, or nothing can be told before it,
 * it is counted anew: nobody is first told of something as overdue. Whoever a leader exempts, and then not after all, has the date of before.
 * Where the start moves back, as by a move to a unit that began before, a date that was told stands. Nothing else moves a date. What is dropped
 * is kept in `was`, so that it holds for the days that have been.
 */
export function decideAssigned(input: AssignedInput): Assigned {
  const { person, before, rules, now } = input;
  const today = localDateAt(now, rules.calendar.zone);
  const sinceOf = (moduleId: string): Since => before?.since[moduleId] ?? liftedSince(moduleId, input) ?? today;
  // What is not in the catalogue just now may only wait for an approval.
  const shown = new Set(rules.catalogue.modules.map(({ moduleId }) => moduleId));
  const hidden = Object.entries(before?.since ?? {}).filter(([moduleId]) => !shown.has(moduleId));
  const own = modulesFor(rules.catalogue, person).flatMap((module): readonly [string, Since][] => {
    const { moduleId } = module;
    const since = keptStart(moduleId, before ? sinceOf(moduleId) : 'start', input);
    const dueOn = dueDateOf(rules.catalogue, module, person, since === 'start' ? undefined : since);
    if (dueOn === undefined) return [];
    const anew = isUntold(moduleId, input) ? anewFrom(dueOn, module.dueAfterDays ?? 0, input) : undefined;
    return [[moduleId, anew ?? since]];
  });
  const since = Object.fromEntries([...hidden, ...own]);
  const was = decideWas(since, input, today);
  const firstOn = countedFrom(rules.catalogue, person, undefined);
  return { since, firstOn, ...(Object.keys(was).length > 0 && { was }) };
}

/** The start of before, as a day of its own, for a module that something was told of by it. */
function keptStart(moduleId: string, since: Since, { person, before, reminders, rules }: AssignedInput): Since {
  const firstOn = before?.firstOn;
  if (firstOn === undefined || (since !== 'start' && since > firstOn)) return since;
  if (countedFrom(rules.catalogue, person, since === 'start' ? undefined : since) >= firstOn) return since;
  const { dueAfterDays = 0 } = rules.catalogue.modules.find((each) => each.moduleId === moduleId) ?? {};
  const dueOn = addDays(firstOn, dueAfterDays);
  // A later date is one that a leader has agreed to.
  const toldByIt = reminders.filter(({ deadlineOn }) => deadlineOn >= dueOn);
  return isTold(toldByIt, { moduleId, cycle: firstCycle }, person.employedOn, rules.calendar.zone) ? firstOn : since;
}

/** Since when a module was the person's that is so again, because a leader has taken the exemption back. */
const liftedSince = (moduleId: string, { before }: AssignedInput): Since | undefined =>
  before?.was?.[moduleId]?.find(({ isExempt }) => isExempt)?.since;

/** What was said of each module before it was said otherwise. */
function decideWas(
  since: Assigned['since'],
  { person, before }: AssignedInput,
  today: LocalDate,
): Readonly<Record<string, Was[]>> {
  const moduleIds = new Set([before?.was ?? {}, before?.since ?? {}, since].flatMap(Object.keys));
  const all = [...moduleIds].map((moduleId): [string, Was[]] => {
    const kept = (before?.was?.[moduleId] ?? []).flatMap(({ isExempt: isFlagged, ...was }) => {
      if (!isFlagged) return [was];
      // It holds again as if nothing had been; or it is not the person's for another reason now.
      if (since[moduleId] === was.since) return [];
      return [isExempt(person, moduleId) ? { ...was, isExempt: true as const } : was];
    });
    // Until the first planning everything was so from the start.
    const last = before ? before.since[moduleId] : 'start';
    const isAhead = since[moduleId] !== 'start' && (since[moduleId] ?? today) > today;
    if (last === since[moduleId] || (last === undefined && !isAhead)) return [moduleId, kept];
    const isDropped = since[moduleId] === undefined && isExempt(person, moduleId);
    const why = { ...(isDropped && { isExempt: true as const }), ...(isAhead && { isAhead: true as const }) };
    // One that comes now is the person's from today, whatever later day its date is counted from.
    return [moduleId, [...kept, { since: last ?? today, until: today, ...why }]];
  });
  return Object.fromEntries(all.filter(([, was]) => was.length > 0));
}

/** The dates of the first time round of a module that has a deadline; `undefined` when it has none. */
export function firstDates(
  { catalogue, policy, calendar }: ReminderRules,
  module: Module,
  person: Person,
  since: LocalDate | undefined,
): Omit<ModuleDates, 'isDone'> | undefined {
  const deadlineOn = dueDateOf(catalogue, module, person, since);
  if (deadlineOn === undefined) return undefined;
  const from = countedFrom(catalogue, person, since);
  // A module that comes years after the unit began introduces nobody; one that is counted from when something can first be told does.
  const firstAt = () => sendTimeOn(countedFrom(catalogue, person, undefined), policy, withoutOwnPause(calendar));
  const introduced = isIntroduced(catalogue, person) && from <= localDateAt(firstAt(), calendar.zone);
  return { moduleId: module.moduleId, cycle: firstCycle, countedFrom: from, deadlineOn, isIntroduced: introduced };
}

/** A renewal has a date of its own. */
function isUntold(moduleId: string, { person, progress, reminders, rules }: AssignedInput): boolean {
  const stored = progress.get(moduleId)?.value;
  if (stored?.state === 'completed' || stored?.renewal) return false;
  return !isTold(reminders, { moduleId, cycle: firstCycle }, person.employedOn, rules.calendar.zone);
}
