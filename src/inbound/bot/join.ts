import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { isFromOutside, isSameTenant, type MemberDirectory } from '../../features/people/member-directory.ts';
import { type JoinNeeds, joinByUserName } from '../../features/use-cases/join-by-user-name.ts';
import type { Identified } from './identify.ts';
import type { Turn } from './turn.ts';

export type JoinTurnNeeds = JoinNeeds & { members: MemberDirectory; telemetry: Telemetry; zone: TimeZone };

/**
 * Who somebody is whom we did not know. `joined`: one of the staff list after all. `member`: of our tenant, no guest, and not in the list.
 * `guest`: from outside. `not-told`: Teams answers, and does not say. `failed`: no answer, or not in time.
 */
type Outcome = 'joined' | 'member' | 'guest' | 'not-told' | 'failed';

/** `not-asked`: somebody whom we know, or could not read. Never throws. */
export type Join = (identified: Identified, turn: Turn, now: Date) => Promise<Outcome | 'not-asked'>;

/** What one answer may wait for. What was begun goes on, so the next turn finds it done. */
const deadlineMs = 700;

/**
 * So long an answer counts. Who is not in the list is asked about again after a while: the staff list may have come. Where Teams does not
 * say, it may say so in another chat; that, and a failure, is kept only so that Teams, asking for a pause, is not asked at each message. Who has
 * joined and is unknown again has another name in the list.
 */
const countsForMs: Readonly<Record<Outcome, number>> = {
  ...{ joined: 0, member: 10 * 60_000, guest: 10 * 60_000 },
  ...{ 'not-told': 10_000, failed: 10_000 },
};
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
    if (!member) return 'not-told';
    if (isFromOutside(member, tenantId)) return 'guest';
    if (member.aadObjectId.toLowerCase() !== aadObjectId) return 'not-told';
    const joined = await joinByUserName(needs, member, { today: localDateAt(now, needs.zone), now });
    if (joined === 'joined') return joined;
    // Whose tenant is not named may be of any.
    return isSameTenant(member.tenantId, tenantId) ? 'member' : 'not-told';
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
    const age = Math.abs(now.getTime() - (known?.at ?? 0));
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
    if (actor.kind !== 'unknown' || actor.reason !== 'not-in-roster') return 'not-asked';
    // Who is in no Entra at all has no row of any list.
    if (!aadObjectId) return 'not-told';
    try {
      return await withDeadline(askOnce(turn, aadObjectId, now), deadlineMs, 'asking Teams who somebody is');
    } catch {
      return 'failed';
    }
  };
}
