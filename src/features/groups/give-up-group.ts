import { isFailure } from '../../core/failure.ts';
import { isOver } from './group-session.ts';
import type { GroupStore } from './group-store.ts';

/**
 * What is done when a job of a meeting failed too often: nothing more is tried by itself. A card that cannot be written keeps nobody from
 * having the meeting recorded, so its hint stays until the session is over. One that cannot be read cannot be recorded either.
 */
export async function giveUpGroup(
  groups: Pick<GroupStore, 'getSession' | 'deleteHint'>,
  { kind, sessionId }: { kind: 'group-card' | 'attendance'; sessionId: string },
): Promise<void> {
  if (kind === 'attendance' || (await isDone(groups, sessionId))) await groups.deleteHint(sessionId);
}

async function isDone(groups: Pick<GroupStore, 'getSession'>, sessionId: string): Promise<boolean> {
  try {
    const session = (await groups.getSession(sessionId))?.value;
    return !session || isOver(session);
  } catch (error) {
    if (!isFailure(error, 'bug')) throw error;
    return true;
  }
}
