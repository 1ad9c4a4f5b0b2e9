import { localDateAt } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { isRemindable, modulesFor } from '../catalogue/catalogue.ts';
import { countedAnew } from '../progress/next-round.ts';
import { dueOnOf } from '../progress/own-modules.ts';
import type { Progress } from '../progress/progress.ts';
import type { ProgressByModule } from '../progress/read-progress.ts';
import type { AssignedInput } from './decide-assigned.ts';
import { isTold } from './is-told.ts';

/**
 * Pure: the progress, where each open renewal whose date has passed before anything was told of it is counted from today, as is done of a first
 * time round. What has not changed is the same value.
 */
export function redateRenewals({ person, progress, reminders, rules, now }: AssignedInput): ProgressByModule {
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
    if (dueOn === undefined || dueOn >= today) return [];
    if (isTold(reminders, { moduleId, cycle }, person.employedOn, calendar.zone)) return [];
    return [[moduleId, { value: { ...value, renewal: countedAnew(renewal, asked.withinDays, today) }, etag }]];
  });
  return redated.length === 0 ? progress : new Map([...progress, ...redated]);
}
