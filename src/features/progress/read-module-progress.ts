import type { Versioned } from '../../core/versioned.ts';
import type { PersonStore } from '../people/person-store.ts';
import { firstCycle, type Progress } from './progress.ts';
import { progressKey, progressRow } from './progress-rows.ts';

/**
 * A person's state in one module; of several times round, the latest. The next one is begun only when the one before is completed, so
 * the first that is not completed is the latest.
 */
export async function readModuleProgress(
  people: PersonStore,
  personId: string,
  moduleId: string,
): Promise<Versioned<Progress> | undefined> {
  let latest: Versioned<Progress> | undefined;
  for (let cycle = firstCycle; ; cycle += 1) {
    const stored = await people.get(personId, progressRow, progressKey(moduleId, cycle));
    if (!stored) return latest;
    if (stored.value.state !== 'completed') return stored;
    latest = stored;
  }
}
