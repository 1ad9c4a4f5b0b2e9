import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { createRow, type PersonStore, replaceRow } from '../people/person-store.ts';
import { firstCycle, type Progress } from '../progress/progress.ts';
import { doneKey, doneRow, progressRow } from '../progress/progress-rows.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';
import { endReminders } from '../reminders/schedule-reminders.ts';

/** What a session says of one person. The time is that of the session's end, the same for all and at every try. */
export type GroupCompletion = {
  moduleId: string;
  moduleVersion: number;
  startedAt: Date;
  completedAt: Date;
  tickedBy?: string;
};

export type CompleteInGroupResult = {
  /** `recorded-before`: by an earlier try, whatever the person has said of it since. */
  outcome: 'completed' | 'already-completed' | 'recorded-before';
};

/**
 * The group form of a completion: progress, proof and the end of the reminders in one transaction. The key of the proof is decided by
 * the session, so doing it again changes nothing, also where the person has had it taken back.
 */
export async function completeInGroup(
  { people }: { people: PersonStore },
  personId: string,
  { moduleId, moduleVersion, startedAt, completedAt, tickedBy }: GroupCompletion,
): Promise<CompleteInGroupResult> {
  return retryOnConflict(async () => {
    const [stored, proof] = await Promise.all([
      readModuleProgress(people, personId, moduleId),
      people.get(personId, doneRow, doneKey({ completedAt, moduleId })),
    ]);
    if (proof) return { outcome: 'recorded-before' };
    if (stored?.value.state === 'completed') return { outcome: 'already-completed' };
    const { cycle = firstCycle, renewal } = stored?.value ?? {};
    const done = {
      ...{ moduleId, cycle, moduleVersion, completedAt, form: 'group' as const },
      ...(tickedBy !== undefined && { tickedBy }),
    };
    const began = { startedAt: stored?.value.startedAt ?? startedAt, ...(renewal && { renewal }) };
    const progress: Progress = { state: 'completed', ...done, ...began };
    const ended = await endReminders({ people }, personId, { moduleId, cycle }, completedAt);
    const write = stored ? replaceRow(progressRow, progress, stored.etag) : createRow(progressRow, progress);
    await people.commit({ personId, writes: [write, createRow(doneRow, done), ...ended] });
    return { outcome: 'completed' };
  });
}
