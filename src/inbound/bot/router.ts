import type { Message } from '../../core/card.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { canDo } from '../../features/people/permissions.ts';
import type { Action, ActionContext, Reply } from './action.ts';

/** Why somebody gets a kind card instead of what they pressed. */
export type NoticeReason =
  | { reason: 'old-card' }
  | { reason: 'invalid-input' }
  | { reason: 'not-permitted' }
  | { reason: 'not-in-roster' }
  | { reason: 'storage-unavailable' }
  | { reason: 'only-in-private' }
  | { reason: 'failed'; referenceCode: string };

export type RouterNeeds = {
  telemetry: Telemetry;
  notice(reason: NoticeReason, locale: Locale, now: Date): Message;
};

export type Route = (context: ActionContext, verb: string, data: unknown) => Promise<Reply>;

/** Finds the action for a verb and runs it behind its permission and schema. Always answers, never throws. */
export function createRouter(needs: RouterNeeds, actions: readonly Action[]): Route {
  const byVerb = new Map<string, Action>();
  for (const action of actions) {
    if (byVerb.has(action.verb)) throw new Failure('bug', `two actions answer ${action.verb}; rename one of them`);
    byVerb.set(action.verb, action);
  }
  return async (context, verb, data) => {
    const refuse = (reason: NoticeReason): Reply => ({
      place: 'replace',
      message: needs.notice(reason, context.locale, context.now),
    });
    const action = byVerb.get(verb);
    if (!action) {
      needs.telemetry.record({ event: 'unknown-verb' });
      return refuse({ reason: 'old-card' });
    }
    if (context.turn.conversation.kind !== 'personal' && !action.worksInGroups)
      return refuse({ reason: 'only-in-private' });
    const refusal = refusalOf(context, action);
    if (refusal) {
      if (refusal.reason === 'not-permitted') recordRefusal(needs.telemetry, context, verb);
      return refuse(refusal);
    }
    try {
      const reply = await action.run(context, data);
      return 'invalid' in reply ? refuse({ reason: 'invalid-input' }) : reply;
    } catch (error) {
      const referenceCode = newId().slice(0, 6);
      const kind = error instanceof Failure ? error.kind : 'bug';
      needs.telemetry.record({ event: 'turn-failed', referenceCode, kind, at: verb });
      return refuse(kind === 'unavailable' ? { reason: 'storage-unavailable' } : { reason: 'failed', referenceCode });
    }
  };
}

function refusalOf({ actor }: ActionContext, action: Action): NoticeReason | undefined {
  if (canDo(actor, action.permission)) return undefined;
  if (actor.kind === 'unknown') return { reason: actor.reason };
  return { reason: 'not-permitted' };
}

function recordRefusal(telemetry: Telemetry, { actor }: ActionContext, verb: string): void {
  const personId = actor.kind === 'person' ? actor.person.personId : undefined;
  telemetry.record({ event: 'permission-refused', verb, personId });
}
