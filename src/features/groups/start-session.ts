import { isFailure } from '../../core/failure.ts';
import type { Module } from '../catalogue/module.ts';
import type { GroupSession } from './group-session.ts';
import type { GroupStore } from './group-store.ts';

export type StartSession = {
  /** From the card that was pressed, so that a second press finds the session of the first. */
  sessionId: string;
  module: Module;
  startedBy: string;
  chat: NonNullable<GroupSession['chat']>;
};

/** `not-yours`: the id names a session that somebody else has begun, or that was begun elsewhere. */
export type StartSessionResult =
  | { outcome: 'started' | 'already-started'; session: GroupSession }
  | { outcome: 'not-yours' };

/** The hint comes first: a crash leaves one too many, never a session that nobody ends. */
export async function startSession(
  { groups }: { groups: GroupStore },
  { sessionId, module, startedBy, chat }: StartSession,
  now: Date,
): Promise<StartSessionResult> {
  const session: GroupSession = {
    ...{ sessionId, moduleId: module.moduleId, moduleVersion: module.version, startedBy, ledBy: startedBy, chat },
    ...{ startedAt: now, state: 'open', stage: 0 },
  };
  await groups.createHint({ sessionId, createdAt: now });
  try {
    await groups.createSession(session, []);
    return { outcome: 'started', session };
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    const there = (await groups.getSession(sessionId))?.value;
    const isSame = there?.startedBy === startedBy && there.chat?.activityId === chat.activityId;
    return there && isSame ? { outcome: 'already-started', session: there } : { outcome: 'not-yours' };
  }
}
