import { localDateAt } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { isRemindable, modulesFor } from '../catalogue/catalogue.ts';
import { countedAnew } from '../progress/next-round.ts';
import { dueOnOf } from '../progress/own-modules.ts';
import type { Progress } from '../progress/progress.ts';
import type { ProgressByModule } from '../progress/read-progress.ts';
import { anewFrom } from './counted-anew.ts';
import type { AssignedInput } from './decide-assigned.ts';
import { isTold } from './is-told.ts';

/**
 * Pure: the progress, where each open renewal whose date has passed before anything was told of it, or before which nothing can be told, is
 * counted anew, as is done of a first time round. What has not changed is the same value.
 */
export function redateRenewals(input: AssignedInput): ProgressByModule {
  const { person, progress, reminders, rules, now } = input;
  const { catalogue, calendar } = rules;
  const today = localDateAt(now, calendar.zone);
  if (!isRemindable(catalogue, person, today)) return progress;
  const redated = modulesFor(catalogue, person).flatMap((module): [string, Versioned<Progress>][] => {
    const { moduleId, renewal: asked } = module;
    const row = progress.get(moduleId);
    if (!asked || row?.value.state !== 'started' || !row.value.renewal) return [];
    const { value, etag } = row;
    const { cycle, renewal } = row.value;
    const dueOn = dueOnOf(catalogue, module, person, { stored: value, since: undefined });
    const from = dueOn && anewFrom(dueOn, asked.withinDays, input);
    if (from === undefined) return [];
    if (isTold(reminders, { moduleId, cycle }, person.employedOn, calendar.zone)) return [];
    return [
      [moduleId, { value: { ...value, renewal: countedAnew(renewal, asked.withinDays, { from, today }) }, etag }],
    ];
  });
  return redated.length === 0 ? progress : new Map([...progress, ...redated]);
}
