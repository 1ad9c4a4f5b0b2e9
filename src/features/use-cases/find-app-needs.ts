import { isFailure } from '../../core/failure.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { type AppNeed, appNeedOf } from '../people/app-need.ts';
import { conversationRow, profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { listEverybody } from '../reminders/repair-due.ts';

/** One of the staff list, by name for whoever looks after the app. `unreadable`: the rows of the person cannot be read, so nobody is named. */
export type StaffNeed = { displayName: string; need: AppNeed | 'unreadable'; aadObjectId?: string };

/** Storage calls at once; the service is at work beside it. */
const atOnce = 8;

/** Everybody of the staff list, once each, and whether they are to be given the app today. Throws Failure `unavailable` or `throttled`. */
export async function findAppNeeds(
  needs: { people: PersonStore; units: UnitStore; alsoUninstalled: boolean },
  today: LocalDate,
): Promise<readonly StaffNeed[]> {
  const found: StaffNeed[] = [];
  // By our own ids, and not by unit: then the first who are tried are of all units.
  const everybody = [...new Set(await toArray(listEverybody(needs.units)))].toSorted();
  const places = new Map(everybody.map((personId, at) => [personId, at]));
  await inParallel(places, atOnce, async ([personId, at]) => {
    const one = await findOne(needs, personId, today);
    if (one) found[at] = one;
  });
  return found.filter(Boolean);
}

/** `undefined` for somebody who is being forgotten: in the index and nowhere else. */
async function findOne(
  { people, alsoUninstalled }: { people: PersonStore; alsoUninstalled: boolean },
  personId: string,
  today: LocalDate,
): Promise<StaffNeed | undefined> {
  try {
    const [profile, conversation] = await Promise.all([
      people.get(personId, profileRow),
      people.get(personId, conversationRow),
    ]);
    if (!profile) return undefined;
    const { displayName, aadObjectId } = profile.value;
    const need = appNeedOf(profile.value, conversation?.value, today, alsoUninstalled);
    return { displayName, need, ...(need === 'wanted' && { aadObjectId }) };
  } catch (error) {
    if (!isFailure(error, 'bug')) throw error;
    return { displayName: '', need: 'unreadable' };
  }
}
