import type { TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Module } from '../catalogue/module.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type CompleteModuleResult, decideCompletion } from '../progress/decide-completion.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';
import { endReminders } from '../reminders/schedule-reminders.ts';

export type CompleteModuleNeeds = { people: PersonStore; zone: TimeZone };

/**
 * Completes a module and ends its reminders in one transaction. Two presses at once leave one completion: the second meets the
 * first one's etag, reads again and finds it completed.
 */
export async function completeModule(
  needs: CompleteModuleNeeds,
  personId: string,
  module: Module,
  now: Date,
): Promise<CompleteModuleResult> {
  return retryOnConflict(async () => {
    const progress = await readModuleProgress(needs.people, personId, module.moduleId);
    const { writes, ...result } = decideCompletion(module, progress, now, needs.zone);
    if (!progress || result.outcome !== 'completed') return result;
    const ended = await endReminders(needs, personId, progress.value, now);
    await needs.people.commit({ personId, writes: [...writes, ...ended] });
    return result;
  });
}
