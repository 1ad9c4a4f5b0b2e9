import type { Versioned } from '../../core/versioned.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Progress } from './progress.ts';
import { progressRow } from './progress-rows.ts';

/** By moduleId. */
export type ProgressByModule = ReadonlyMap<string, Versioned<Progress>>;

/** The same without what writing takes: enough for whatever only looks. */
export type SeenProgress = ReadonlyMap<string, Pick<Versioned<Progress>, 'value'>>;

/** A person's state in every module begun; of several times round, the latest. Throws Failure `unavailable` or `throttled`. */
export async function readProgress(needs: { people: PersonStore }, personId: string): Promise<ProgressByModule> {
  const latest = new Map<string, Versioned<Progress>>();
  for await (const stored of needs.people.list(personId, progressRow)) {
    const seen = latest.get(stored.value.moduleId);
    if (!seen || seen.value.cycle < stored.value.cycle) latest.set(stored.value.moduleId, stored);
  }
  return latest;
}
