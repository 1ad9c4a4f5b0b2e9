import { withDeadline } from '../../../core/deadline.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { applyAllChanges } from '../../../features/content/apply-all-changes.ts';
import type { ContentStore } from '../../../features/content/content-store.ts';
import { moduleStates } from '../../../features/content/module-state.ts';
import type { WholeContent } from '../../../features/content/whole-content.ts';
import { waitingFor, waitingThings } from '../../../features/owners/waiting-things.ts';
import { type Actor, canDo } from '../../../features/people/permissions.ts';
import { toArray } from '../../../features/people/person-store.ts';

export type CountWaitingNeeds = { content: ContentStore; baseContent: WholeContent; zone: TimeZone };

const countDeadlineMs = 400;

/** How many changes this person may be the second person for; `undefined` for others than those who look after content, and when storage is late. */
export async function countWaiting(needs: CountWaitingNeeds, actor: Actor, now: Date): Promise<number | undefined> {
  if (actor.kind !== 'person' || !canDo(actor, 'content.manage')) return undefined;
  const dateOf = (at: Date) => localDateAt(at, needs.zone);
  try {
    const changes = await withDeadline(toArray(needs.content.list()), countDeadlineMs, 'counting what waits');
    // How many wait does not hang on the words of workbooks, so they are not read.
    const content = applyAllChanges(needs.baseContent, changes, { dateOf, texts: new Map() });
    const inFiles = { contacts: needs.baseContent.contacts, dateOf };
    const states = moduleStates(needs.baseContent.modules, changes, dateOf);
    return waitingFor(actor.person, waitingThings(content, { changes, states }, dateOf(now), inFiles)).length;
  } catch {
    return undefined;
  }
}
