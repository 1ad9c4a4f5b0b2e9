import type { Message } from '../../core/card.ts';
import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import type { AuditStore } from '../../features/people/audit-store.ts';
import { type Actor, canDo, mayAskToBeAdded, mayBeAnybody } from '../../features/people/permissions.ts';
import type { Action, ActionContext, Reply } from './action.ts';
import { actionDeadlineMs } from './action-deadline.ts';
import { keepRefusal } from './keep-refusal.ts';
import { leavesNoTrace } from './traceless.ts';
import type { Turn } from './turn.ts';

/** Why somebody gets a kind card instead of what they pressed. */
export type NoticeReason =
  | { reason: 'old-card' }
  | { reason: 'invalid-input' }
  | { reason: 'not-permitted' }
  | { reason: 'not-in-roster'; asks?: true }
  | { reason: 'not-checked' }
  | { reason: 'guest' }
  | { reason: 'storage-unavailable' }
  | { reason: 'only-in-private' }
  | { reason: 'failed'; referenceCode: string };

export type RouterNeeds = {
  telemetry: Telemetry;
  /** Where refusals are kept. */
  audit: Pick<AuditStore, 'create'>;
  notice(reason: NoticeReason, locale: Locale, now: Date): Message;
};

export type Route = (context: ActionContext, verb: string, data: unknown) => Promise<Reply>;

/**
 * Whether what somebody wrote may be taken for a verb that few have. Who could not be read just now may be one of the few, and is told
 * that rather than something else.
 */
export function createMayAsk(actions: readonly Action[]): (actor: Actor, verb: string) => boolean {
  const permissions = new Map(actions.map(({ verb, permission }) => [verb, permission]));
  return (actor, verb) => {
    const permission = permissions.get(verb);
    return permission !== undefined && (mayBeAnybody(actor) || canDo(actor, permission));
  };
}

/** Finds the action for a verb and runs it behind its permission and schema. Always answers, never throws. */
export function createRouter(needs: RouterNeeds, actions: readonly Action[]): Route {
  const byVerb = new Map<string, Action>();
  for (const action of actions) {
    if (byVerb.has(action.verb)) throw new Failure('bug', `two actions answer ${action.verb}; rename one of them`);
    byVerb.set(action.verb, action);
  }
  return async (context, verb, data) => {
    const asked = byVerb.get(verb);
    const isUnknown = context.actor.kind === 'unknown' && context.actor.reason !== 'storage-unavailable';
    const isInstead = asked?.forUnknown !== undefined && isUnknown && !canDo(context.actor, asked.permission);
    const action = isInstead ? byVerb.get(asked.forUnknown ?? '') : asked;
    const refusal = action ? refusalOf(context, action) : ({ reason: 'old-card' } as const);
    await recordRefusal(needs, context, action, refusal);
    const answer = action && !refusal ? await run(needs.telemetry, action, context, data) : refusal;
    if (answer && 'message' in answer) return answer;
    const reason = answer ?? { reason: 'old-card' };
    return { place: 'replace', message: needs.notice(reason, context.locale, context.now) };
  };
}

async function run(
  telemetry: Telemetry,
  action: Action,
  context: ActionContext,
  data: unknown,
): Promise<Reply | NoticeReason> {
  try {
    const reply = await withDeadline(action.run(context, data), actionDeadlineMs, action.verb);
    return 'invalid' in reply ? { reason: 'invalid-input' } : reply;
  } catch (error) {
    const referenceCode = newId().slice(0, 6);
    const kind = error instanceof Failure ? error.kind : 'bug';
    telemetry.record({ event: 'turn-failed', referenceCode, kind, at: placeOf(action) });
    return kind === 'unavailable' ? { reason: 'storage-unavailable' } : { reason: 'failed', referenceCode };
  }
}

/** That somebody asked the guide is told nowhere, also not by what failed. */
const placeOf = ({ verb }: Action): string => (leavesNoTrace(verb) ? 'turn' : verb);

/** A press on the search field carries words too: its verb is not what came of them. */
const isPressOn = (turn: Turn, { verb }: Action): boolean => turn.kind === 'action' && turn.verb === verb;

function refusalOf({ actor, turn }: ActionContext, action: Action): NoticeReason | undefined {
  if (turn.conversation.kind !== 'personal' && !action.worksInGroups) return { reason: 'only-in-private' };
  if (canDo(actor, action.permission)) return undefined;
  if (actor.kind === 'unknown') return { reason: actor.reason, ...(mayAskToBeAdded(actor) && { asks: true }) };
  return { reason: actor.kind === 'guest' ? 'guest' : 'not-permitted' };
}

/**
 * Only a press asked for just this. What somebody wrote was taken for it, rightly or not, and an entry about a person must not come of
 * that.
 */
async function recordRefusal(
  needs: RouterNeeds,
  { actor, now, turn }: ActionContext,
  action: Action | undefined,
  refusal: NoticeReason | undefined,
): Promise<void> {
  const { telemetry } = needs;
  if (!action) telemetry.record({ event: 'unknown-verb' });
  const isRefused = refusal?.reason === 'not-permitted' || refusal?.reason === 'guest';
  if (!action || !isRefused || leavesNoTrace(action.verb)) return;
  if (!isPressOn(turn, action)) return;
  const personId = actor.kind === 'person' ? actor.person.personId : undefined;
  await keepRefusal(needs, { verb: action.verb, personId }, now);
}
