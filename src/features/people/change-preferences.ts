import type { LocalDate } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Preferences } from './person.ts';
import { preferencesRow } from './person-rows.ts';
import { createRow, type PersonStore, replaceRow } from './person-store.ts';

/** What somebody may say yes and no to; what is not named stays as it is. */
export type PreferenceChange = Pick<Partial<Preferences>, 'nudges' | 'followUps'> & {
  /** The second word of each takes the choice back. */
  locale?: Locale | 'as-teams';
  window?: 'morning' | 'afternoon' | 'all-day';
  pausedUntil?: LocalDate | 'not';
};

/** Keeps what was chosen, and gives all that is chosen now. The same again changes nothing. */
export async function changePreferences(
  needs: { people: PersonStore },
  personId: string,
  change: PreferenceChange,
): Promise<Preferences> {
  return retryOnConflict(async () => {
    const stored = await needs.people.get(personId, preferencesRow);
    const before: Preferences = stored?.value ?? { nudges: 'on' };
    const after = preferencesAfter(before, change);
    if (JSON.stringify(after) === JSON.stringify(preferencesAfter(before, {}))) return before;
    const write = stored ? replaceRow(preferencesRow, after, stored.etag) : createRow(preferencesRow, after);
    await needs.people.commit({ personId, writes: [write] });
    return after;
  });
}

/** Pure. */
function preferencesAfter(before: Preferences, change: PreferenceChange): Preferences {
  const { nudges = before.nudges, followUps = before.followUps } = change;
  const { locale = before.locale, window = before.window, pausedUntil = before.pausedUntil } = change;
  return {
    nudges,
    ...(followUps && { followUps }),
    ...(locale && locale !== 'as-teams' && { locale }),
    ...(window && window !== 'all-day' && { window }),
    ...(pausedUntil && pausedUntil !== 'not' && { pausedUntil }),
  };
}
