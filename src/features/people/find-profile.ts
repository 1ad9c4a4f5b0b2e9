import { isFailure } from '../../core/failure.ts';
import type { Person } from './person.ts';
import { profileRow } from './person-rows.ts';
import type { PersonStore } from './person-store.ts';

/**
 * For a round over everybody: `undefined` also where the profile cannot be read, which the nightly repair tells. It concerns one person, and
 * the others are not held up by it. Throws Failure `unavailable` or `throttled`.
 */
export async function findProfile(people: Pick<PersonStore, 'get'>, personId: string): Promise<Person | undefined> {
  try {
    return (await people.get(personId, profileRow))?.value;
  } catch (error) {
    if (!isFailure(error, 'bug')) throw error;
    return undefined;
  }
}
