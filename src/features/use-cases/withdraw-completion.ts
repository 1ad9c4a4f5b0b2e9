import type { TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { createRow, type PersonStore, replaceRow } from '../people/person-store.ts';
import { progressRow, withdrawnRow } from '../progress/progress-rows.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';
import type { DueStore } from '../reminders/due-store.ts';
import { resumeReminders } from '../reminders/resume-reminders.ts';

export type WithdrawCompletionNeeds = { people: PersonStore; due: DueStore; zone: TimeZone };

/** `nothing-to-withdraw`: not done, taken back before, or done by the person's own presses. */
export type WithdrawCompletionResult = { outcome: 'withdrawn' | 'nothing-to-withdraw' };

/**
 * "Jeg var ikke med": takes back what a leader has registered. The person is on the card where they were, its reminders come as if it had
 * never been registered, and the proof stays, with a row that says that it does not hold.
 */
export async function withdrawCompletion(
  needs: WithdrawCompletionNeeds,
  personId: string,
  moduleId: string,
  now: Date,
): Promise<WithdrawCompletionResult> {
  return retryOnConflict(async () => {
    const stored = await readModuleProgress(needs.people, personId, moduleId);
    if (stored?.value.state !== 'completed' || stored.value.tickedBy === undefined) {
      return { outcome: 'nothing-to-withdraw' };
    }
    const { cycle, moduleVersion, startedAt, completedAt, renewal, left } = stored.value;
    const about = { moduleId, cycle, moduleVersion, startedAt, ...(renewal && { renewal }) };
    const open = { ...about, position: 0, ...left, answers: {}, withdrawnAt: now };
    const reminders = await resumeReminders(needs, personId, { moduleId, cycle, completedAt }, now);
    await needs.people.commit({
      personId,
      writes: [
        replaceRow(progressRow, { state: 'started', ...open }, stored.etag),
        createRow(withdrawnRow, { moduleId, completedAt, withdrawnAt: now }),
        ...reminders,
      ],
    });
    return { outcome: 'withdrawn' };
  });
}
