import { newId } from '../../core/ids.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { toArray } from '../people/person-store.ts';
import type { ChangedBy, ContentChange } from './content-change.ts';
import type { ContentStore } from './content-store.ts';
import type { ChangeDecision } from './decide-change.ts';

/** Reads what was changed of `subject`, decides, and adds the change; again when somebody else was first. Throws `unavailable` or `throttled`. */
export async function changeContent(
  needs: { content: ContentStore },
  subject: string,
  { by, at }: { by: ChangedBy; at: Date },
  decide: (changes: readonly ContentChange[]) => ChangeDecision | Promise<ChangeDecision>,
): Promise<ChangeDecision> {
  return retryOnConflict(async () => {
    const changes = await toArray(needs.content.listOf(subject));
    const decision = await decide(changes);
    if (decision.outcome === 'changed') {
      await needs.content.append({ ...decision.change, changeId: newId(), at, by }, changes.length);
    }
    return decision;
  });
}
