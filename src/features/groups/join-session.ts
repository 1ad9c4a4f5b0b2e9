import { type Catalogue, findModule } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { GroupSession } from './group-session.ts';
import type { GroupStore } from './group-store.ts';

/** `was-with`: the session has ended, and the person was there. `too-late`: it has ended without. */
export type JoinResult =
  | { outcome: 'joined' | 'already-with' | 'was-with' | 'too-late'; module: Module }
  | { outcome: 'gone' };

/** "Jeg er med". A second press, or the same one delivered again, changes nothing. Nobody joins when the module has been taken away. */
export async function joinSession(
  { groups, catalogue }: { groups: GroupStore; catalogue: Catalogue },
  sessionId: string,
  personId: string,
  now: Date,
): Promise<JoinResult> {
  const session = (await groups.getSession(sessionId))?.value;
  const module = session?.chat && findModule(catalogue, session.moduleId);
  if (!module) return { outcome: 'gone' };
  if (session.state !== 'open') {
    const isWith = session.state !== 'cancelled' && (await groups.getAttendee(sessionId, personId)) !== undefined;
    return { outcome: isWith ? 'was-with' : 'too-late', module };
  }
  const written = await groups.createAttendee(sessionId, { personId, at: now });
  return { outcome: written === 'created' ? 'joined' : 'already-with', module };
}

/** `ended`: it is over, and what was recorded stands. */
export type LeaveResult = { outcome: 'left' | 'ended'; session: GroupSession } | { outcome: 'gone' };

/** "Jeg måtte gå": no row is left. */
export async function leaveSession(
  { groups }: { groups: GroupStore },
  sessionId: string,
  personId: string,
): Promise<LeaveResult> {
  const session = (await groups.getSession(sessionId))?.value;
  if (!session?.chat) return { outcome: 'gone' };
  if (session.state !== 'open') return { outcome: 'ended', session };
  await groups.deleteAttendee(sessionId, personId);
  return { outcome: 'left', session };
}
