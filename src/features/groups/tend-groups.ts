import { isFailure } from '../../core/failure.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import { longestMs, nextEventAt } from './group-session.ts';
import type { GroupHint, GroupStore } from './group-store.ts';
import { endForgotten } from './lead-session.ts';

export type TendGroupsNeeds = {
  groups: GroupStore;
  queue: Pick<WorkQueue, 'send'>;
  /** A hint or a session that cannot be read: nothing is done for that one, and the others are not held up. */
  tellUnreadable?(): void;
};

/** Longer than it takes to create a session after its hint. */
const strayAfterMs = 10 * 60_000;

/**
 * Once a minute: ends what nobody has ended in four hours, and queues whatever each session may still need, so that nothing hangs on
 * a message that was lost. Answers how many sessions were looked after. Throws Failure `unavailable` or `throttled`.
 */
export async function tendGroups(needs: TendGroupsNeeds, now: Date): Promise<number> {
  let found = 0;
  for await (const hint of needs.groups.listHints(needs.tellUnreadable)) {
    found += 1;
    await tend(needs, hint, now).catch((error: unknown) => {
      if (!isFailure(error, 'bug')) throw error;
      needs.tellUnreadable?.();
    });
  }
  return found;
}

async function tend(needs: TendGroupsNeeds, { sessionId, createdAt }: GroupHint, now: Date): Promise<void> {
  const { groups, queue } = needs;
  const session = (await groups.getSession(sessionId))?.value;
  if (!session) {
    if (now.getTime() - createdAt.getTime() > strayAfterMs) await groups.deleteHint(sessionId);
    return;
  }
  const isForgotten = session.state === 'open' && now.getTime() - session.startedAt.getTime() >= longestMs;
  if (isForgotten) await endForgotten(needs, sessionId, now);
  const kind = isForgotten || session.state === 'closing' ? 'attendance' : 'group-card';
  await queue.send(kind === 'attendance' ? { kind: 'attendance', sessionId } : { kind: 'group-card', sessionId });
}

/** When the next session ends or is recorded by itself, after `after`. */
export async function nextGroupAt(groups: GroupStore, after: Date): Promise<Date | undefined> {
  let soonest: Date | undefined;
  for await (const { sessionId } of groups.listHints()) {
    const session = (await groups.getSession(sessionId))?.value;
    const at = session && nextEventAt(session);
    if (at && at > after && (!soonest || at < soonest)) soonest = at;
  }
  return soonest;
}
