import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Module } from '../catalogue/module.ts';
import type { GroupSession } from './group-session.ts';
import type { GroupStore } from './group-store.ts';

type Needs = { groups: GroupStore };

/** `not-leading`: somebody else moves this meeting on. `ended`: it is over. Nothing was changed in either case. */
export type LeadResult = { outcome: 'done' | 'not-leading' | 'ended'; session: GroupSession } | { outcome: 'gone' };

/** To an absolute part of the plan, so that the same press delivered twice moves once. One that is not there is the nearest. */
export async function moveStage(
  needs: Needs,
  press: { sessionId: string; personId: string; stage: number; module: Module },
): Promise<LeadResult> {
  const last = press.module.group.stages.length - 1;
  const stage = Math.min(Math.max(press.stage, 0), last);
  return change(needs, press, (session) => (session.stage === stage ? session : { ...session, stage }));
}

/** Ends the meeting; attendance is recorded afterwards, by a job. */
export async function endSession(
  needs: Needs,
  press: { sessionId: string; personId: string },
  now: Date,
): Promise<LeadResult> {
  return change(needs, press, (session) => ended(session, now));
}

/** Calls the meeting off: nothing is recorded of anybody. */
export async function cancelSession(
  needs: Needs,
  press: { sessionId: string; personId: string },
  now: Date,
): Promise<LeadResult> {
  return change(needs, press, (session) => ({ ...session, state: 'cancelled', endedAt: now }));
}

/** For somebody who may lead: the one who began had to go. */
export async function takeOver(needs: Needs, press: { sessionId: string; personId: string }): Promise<LeadResult> {
  const { personId } = press;
  return changeOpen(needs, press.sessionId, (session) => ({ ...session, ledBy: personId }));
}

/** A meeting that nobody has ended in time. */
export async function endForgotten(needs: Needs, sessionId: string, now: Date): Promise<LeadResult> {
  return changeOpen(needs, sessionId, (session) => ended(session, now));
}

const ended = (session: GroupSession, now: Date): GroupSession => ({ ...session, state: 'closing', endedAt: now });

function change(
  needs: Needs,
  { sessionId, personId }: { sessionId: string; personId: string },
  decide: (session: GroupSession) => GroupSession,
): Promise<LeadResult> {
  return changeOpen(needs, sessionId, (session) => (session.ledBy === personId ? decide(session) : undefined));
}

/** `decide` answers `undefined` for somebody who may not, and the same object when nothing changes. */
async function changeOpen(
  { groups }: Needs,
  sessionId: string,
  decide: (session: GroupSession) => GroupSession | undefined,
): Promise<LeadResult> {
  return retryOnConflict(async () => {
    const stored = await groups.getSession(sessionId);
    if (!stored?.value.chat) return { outcome: 'gone' };
    const session = stored.value;
    if (session.state !== 'open') return { outcome: 'ended', session };
    const changed = decide(session);
    if (!changed) return { outcome: 'not-leading', session };
    if (changed !== session) await groups.replaceSession(changed, stored.etag);
    return { outcome: 'done', session: changed };
  });
}
