import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Preferences } from './person.ts';
import { preferencesRow } from './person-rows.ts';
import { createRow, type PersonStore, replaceRow } from './person-store.ts';

/** What somebody may say yes and no to; what is not named stays as it is. */
export type PreferenceChange = Pick<Partial<Preferences>, 'nudges' | 'followUps'>;

/** Keeps what was chosen, and gives all that is chosen now. The same again changes nothing. */
export async function changePreferences(
  needs: { people: PersonStore },
  personId: string,
  change: PreferenceChange,
): Promise<Preferences> {
  return retryOnConflict(async () => {
    const stored = await needs.people.get(personId, preferencesRow);
    const before: Preferences = stored?.value ?? { nudges: 'on' };
    const { nudges = before.nudges, followUps = before.followUps } = change;
    if (nudges === before.nudges && followUps === before.followUps) return before;
    const after = { ...before, nudges, ...(followUps && { followUps }) };
    const write = stored ? replaceRow(preferencesRow, after, stored.etag) : createRow(preferencesRow, after);
    await needs.people.commit({ personId, writes: [write] });
    return after;
  });
}
