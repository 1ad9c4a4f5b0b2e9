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

type Outcome = 'joined' | 'nobody' | 'failed';
/**
 * So long an answer counts. Who is nobody is asked about again after a while: the staff list may have come. A failure is no answer, and
 * is kept only so that Teams, asking for a pause, is not asked at each message. Who has joined and is unknown again has another name in the list.
 */
const countsForMs: Readonly<Record<Outcome, number>> = { joined: 0, nobody: 10 * 60_000, failed: 10_000 };
type Asked = { outcome: Outcome | 'waiting'; at: number; work: Promise<Outcome> };
/** So many are remembered at a time, in memory only. */
const mostRemembered = 5000;

/**
 * Asks Teams once for the user name of an account that we do not know, and holds it against the staff list. Many turns of one account at a time
 * are one question.
 */
export function createJoin(needs: JoinTurnNeeds): Join {
  const asked = new Map<string, Asked>();

  async function ask(turn: Turn, aadObjectId: string, now: Date): Promise<Outcome> {
    const { conversationId, serviceUrl, tenantId } = turn.conversation;
    const member = await needs.members.read({ conversationId, serviceUrl, teamsId: turn.from.teamsId });
    if (!member || member.isGuest || member.aadObjectId.toLowerCase() !== aadObjectId) return 'nobody';
    if (member.tenantId !== undefined && member.tenantId !== tenantId) return 'nobody';
    return joinByUserName(needs, member, { today: localDateAt(now, needs.zone), now });
  }

  async function askAndTell(turn: Turn, aadObjectId: string, now: Date): Promise<Outcome> {
    try {
      return await ask(turn, aadObjectId, now);
    } catch (error) {
      const kind = error instanceof Failure ? error.kind : 'bug';
      needs.telemetry.record({ event: 'background-failed', at: 'join', kind });
      return 'failed';
    }
  }

  function askOnce(turn: Turn, aadObjectId: string, now: Date): Promise<Outcome> {
    const known = asked.get(aadObjectId);
    const age = now.getTime() - (known?.at ?? 0);
    if (known && (known.outcome === 'waiting' || age < countsForMs[known.outcome])) return known.work;
    if (asked.size >= mostRemembered) asked.clear();
    const entry: Asked = { outcome: 'waiting', at: now.getTime(), work: askAndTell(turn, aadObjectId, now) };
    asked.set(aadObjectId, entry);
    void entry.work.then((outcome) => {
      entry.outcome = outcome;
    });
    return entry.work;
  }

  return async ({ actor }, turn, now) => {
    const aadObjectId = turn.from.aadObjectId?.toLowerCase();
    if (actor.kind !== 'unknown' || actor.reason !== 'not-in-roster' || !aadObjectId) return false;
    try {
      return (
        (await withDeadline(askOnce(turn, aadObjectId, now), deadlineMs, 'asking Teams who somebody is')) === 'joined'
      );
    } catch {
      return false;
    }
  };
}
