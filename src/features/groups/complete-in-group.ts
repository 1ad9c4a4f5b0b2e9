import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Module } from '../catalogue/module.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { StoredProgress } from '../progress/change-progress.ts';
import { draftOf } from '../progress/decide-completion.ts';
import { placedAt, positionNow } from '../progress/keep-place.ts';
import { type CompletedProgress, roundOfMeeting } from '../progress/next-round.ts';
import { firstCycle, type Progress, type Renewal } from '../progress/progress.ts';
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
  /** As the pack has it now; absent when it has been taken away. */
  module?: Module;
};

export type CompleteInGroupResult = {
  /** `recorded-before`: by an earlier try, whatever the person has said of it since. */
  outcome: 'completed' | 'already-completed' | 'recorded-before';
};

/**
 * The group form of a completion: progress, proof and the end of the reminders in one transaction. The key of the proof is decided by
 * the session, so doing it again changes nothing, also where the person has had it taken back. Who is soon to take the module again has
 * done that too: else the meeting would be forgotten on the day that the renewal opens.
 */
export async function completeInGroup(
  { people, zone }: { people: PersonStore; zone: TimeZone },
  personId: string,
  completion: GroupCompletion,
): Promise<CompleteInGroupResult> {
  const { moduleId, moduleVersion, startedAt, completedAt, tickedBy } = completion;
  return retryOnConflict(async () => {
    const [stored, proof] = await Promise.all([
      readModuleProgress(people, personId, moduleId),
      people.get(personId, doneRow, doneKey({ completedAt, moduleId })),
    ]);
    if (proof) return { outcome: 'recorded-before' };
    const round = roundToComplete(stored, completion, zone);
    if (!round) return { outcome: 'already-completed' };
    const { cycle, renewal } = round;
    const done = {
      ...{ moduleId, cycle, moduleVersion, completedAt, form: 'group' as const },
      ...(tickedBy !== undefined && { tickedBy }),
    };
    const left = tickedBy === undefined ? undefined : cardOf(stored?.value, completion.module);
    const began = { startedAt: round.startedAt ?? startedAt, ...(renewal && { renewal }) };
    const progress: Progress = { state: 'completed', ...done, ...began, ...(left && { left }) };
    const draft = draftOf(completion.module, moduleVersion, localDateAt(completedAt, zone));
    const ended = await endReminders({ people }, personId, { moduleId, cycle }, completedAt);
    await people.commit({
      personId,
      writes: [...round.writes(progress), createRow(doneRow, { ...done, ...draft }), ...ended],
    });
    return { outcome: 'completed' };
  });
}

/** Answers are gone with a completion, so of who was at the questions the last card is kept. */
function cardOf(stored: Progress | undefined, module: Module | undefined): CompletedProgress['left'] {
  if (stored?.state !== 'started' || !module) return undefined;
  const { position, path } = placedAt(module, stored, Math.min(positionNow(module, stored), module.cards.length - 1));
  return position === 0 ? undefined : { position, ...(path && { path }) };
}

type Round = {
  cycle: number;
  renewal?: Renewal;
  startedAt?: Date;
  writes(progress: Progress): readonly PersonWrite[];
};

/** The time round that the meeting completes: the one under way, or the next one of who has done the module and is soon to take it again. */
function roundToComplete(
  stored: StoredProgress,
  { completedAt, module }: GroupCompletion,
  zone: TimeZone,
): Round | undefined {
  if (!stored) return { cycle: firstCycle, writes: (progress) => [createRow(progressRow, progress)] };
  const { value, etag } = stored;
  if (value.state === 'started') {
    return { ...value, writes: (progress) => [replaceRow(progressRow, progress, etag)] };
  }
  const next = module && roundOfMeeting(module, value, localDateAt(completedAt, zone), zone);
  // The one before is written as it is, so that it is not taken back meanwhile.
  return (
    next && {
      ...next,
      writes: (progress) => [replaceRow(progressRow, value, etag), createRow(progressRow, progress)],
    }
  );
}
