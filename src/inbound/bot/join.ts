import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { MemberDirectory } from '../../features/people/member-directory.ts';
import { type JoinNeeds, joinByUserName } from '../../features/use-cases/join-by-user-name.ts';
import type { Identified } from './identify.ts';
import type { Turn } from './turn.ts';

export type JoinTurnNeeds = JoinNeeds & { members: MemberDirectory; telemetry: Telemetry; zone: TimeZone };

/** Whether somebody whom we did not know is one of the staff list after all. Never throws. */
export type Join = (identified: Identified, turn: Turn, now: Date) => Promise<boolean>;

/** What one answer may wait for. What was begun goes on, so the next turn finds it done. */
const deadlineMs = 700;
/** Who is nobody is asked about again after a while: the staff list may have come. */
const nobodyForMs = 10 * 60_000;
/** So many are remembered as nobody at a time, in memory only. */
const mostRemembered = 5000;

/**
 * Asks Teams once for the user name of an account that we do not know, and holds it against the staff list. Many turns of one account at a time
 * are one question.
 */
export function createJoin(needs: JoinTurnNeeds): Join {
  const asked = new Map<string, { at: number; work: Promise<boolean> }>();

  async function ask(turn: Turn, aadObjectId: string, now: Date): Promise<boolean> {
    const { conversationId, serviceUrl, tenantId } = turn.conversation;
    const member = await needs.members.read({ conversationId, serviceUrl, teamsId: turn.from.teamsId });
    if (!member || member.isGuest || member.aadObjectId.toLowerCase() !== aadObjectId) return false;
    if (member.tenantId !== undefined && member.tenantId !== tenantId) return false;
    return (await joinByUserName(needs, member, { today: localDateAt(now, needs.zone), now })) === 'joined';
  }

  async function askAndTell(turn: Turn, aadObjectId: string, now: Date): Promise<boolean> {
    try {
      return await ask(turn, aadObjectId, now);
    } catch (error) {
      const kind = error instanceof Failure ? error.kind : 'bug';
      needs.telemetry.record({ event: 'background-failed', at: 'join', kind });
      return false;
    }
  }

  return async ({ actor }, turn, now) => {
    const aadObjectId = turn.from.aadObjectId?.toLowerCase();
    if (actor.kind !== 'unknown' || actor.reason !== 'not-in-roster' || !aadObjectId) return false;
    const known = asked.get(aadObjectId);
    const isFresh = known !== undefined && now.getTime() - known.at < nobodyForMs;
    if (asked.size >= mostRemembered) asked.clear();
    const work = isFresh ? known.work : askAndTell(turn, aadObjectId, now);
    if (!isFresh) asked.set(aadObjectId, { at: now.getTime(), work });
    try {
      return await withDeadline(work, deadlineMs, 'asking Teams who somebody is');
    } catch {
      return false;
    }
  };
}
