import { isFailure } from '../../core/failure.ts';
import type { Module } from '../catalogue/module.ts';
import { toArray } from '../people/person-store.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import type { GroupSession } from './group-session.ts';
import type { GroupStore } from './group-store.ts';

export type RegisterPresent = {
  /** From the form, so that sending it twice registers once. */
  sessionId: string;
  module: Module;
  leaderId: string;
  /** Each is somebody whom this leader may tick; at most a page of the roster. */
  personIds: readonly string[];
};

/** `used-up`: the form has registered others before, and none of these. */
export type RegisterPresentResult = { outcome: 'registered' | 'registered-before' | 'used-up' | 'not-yours' };

/** A session that is over when it begins: people without a device, told by their leader. A job records it as it does every other. */
export async function registerPresent(
  { groups, queue }: { groups: GroupStore; queue: Pick<WorkQueue, 'send'> },
  { sessionId, module, leaderId, personIds }: RegisterPresent,
  now: Date,
): Promise<RegisterPresentResult> {
  const session: GroupSession = {
    ...{ sessionId, moduleId: module.moduleId, moduleVersion: module.version, startedBy: leaderId, ledBy: leaderId },
    ...{ startedAt: now, endedAt: now, state: 'closing', stage: module.group.stages.length - 1 },
  };
  const attendees = personIds.map((personId) => ({ personId, at: now, tickedBy: leaderId }));
  await groups.createHint({ sessionId, createdAt: now });
  try {
    await groups.createSession(session, attendees);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    const there = (await groups.getSession(sessionId))?.value;
    if (there?.startedBy !== leaderId) return { outcome: 'not-yours' };
    const registered = new Set((await toArray(groups.listAttendees(sessionId))).map(({ personId }) => personId));
    return { outcome: personIds.every((personId) => registered.has(personId)) ? 'registered-before' : 'used-up' };
  }
  // When this fails the tick queues it within a minute.
  await queue.send({ kind: 'attendance', sessionId }).catch(() => undefined);
  return { outcome: 'registered' };
}
