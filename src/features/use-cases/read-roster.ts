import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import { isMadeFor } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { roundOfMeeting } from '../progress/next-round.ts';
import type { Progress } from '../progress/progress.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';

/** People read at a time. */
const readsAtOnce = 16;

/**
 * Of which modules the list may leave out who has them: those whose status the leader sees anyway. Of all others who has taken them is
 * nobody's business (`what-leader-sees`), so everybody is listed, and a tick for who has it changes nothing.
 */
export const listsWhoLacks = ({ isPriority }: Pick<Module, 'isPriority'>): boolean => isPriority;

/** Whom of a unit the leader may tick, by name, without the leader who asks: an own press is what counts for oneself. */
export async function readRoster(
  { people, units, zone }: { people: PersonStore; units: UnitStore; zone: TimeZone },
  { unitId, module, leaderId }: { unitId: string; module: Module; leaderId: string },
  today: LocalDate,
): Promise<readonly Person[]> {
  const members = await toArray(units.listMembers(unitId));
  const found = await mapWithLimit([...new Set(members)], readsAtOnce, async (personId) => {
    if (personId === leaderId) return [];
    const [profile, progress] = await Promise.all([
      people.get(personId, profileRow),
      listsWhoLacks(module) ? readModuleProgress(people, personId, module.moduleId) : undefined,
    ]);
    const person = profile?.value;
    // A member row is an index: who has moved or left is passed over.
    if (!person || person.unitId !== unitId || !isEmployed(person, today) || person.employedOn > today) return [];
    if (!isMadeFor(module, person)) return [];
    return lacks(module, progress?.value, today, zone) ? [person] : [];
  });
  return found.flat().toSorted((a, b) => byName.compare(a.displayName, b.displayName));
}

/** Who is soon to take it again has that done by the meeting. */
const lacks = (module: Module, progress: Progress | undefined, today: LocalDate, zone: TimeZone): boolean =>
  progress?.state !== 'completed' || roundOfMeeting(module, progress, today, zone) !== undefined;

const byName = new Intl.Collator('nb');
