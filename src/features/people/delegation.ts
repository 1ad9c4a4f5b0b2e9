import type { LocalDate } from '../../core/local-date.ts';
import { withRightsOn } from './permissions.ts';
import { isEmployed, type Person } from './person.ts';
import { profileRow } from './person-rows.ts';
import type { PersonStore } from './person-store.ts';

/** One unit that somebody follows for its leader, until and with the last day. */
export type Delegation = NonNullable<Person['delegated']>[number];

/** Those whose last day has not passed. */
export const liveDelegations = ({ delegated = [] }: Person, today: LocalDate): readonly Delegation[] =>
  delegated.filter(({ until }) => until >= today);

/** Pure: a delegation holds while who gave it leads the unit, and who has it works in a unit of theirs. Nobody passes on what they were given. */
export function isHeld({ unitId }: Delegation, giver: Person | undefined, person: Person, today: LocalDate): boolean {
  if (!giver || !isEmployed(giver, today)) return false;
  return giver.leads.includes(unitId) && giver.leads.includes(person.unitId);
}

/** Those that hold today. Reads who gave them, and nothing for nearly everybody. */
export async function heldDelegations(
  { people }: { people: PersonStore },
  person: Person,
  today: LocalDate,
): Promise<readonly Delegation[]> {
  const live = liveDelegations(person, today);
  const givers = new Map<string, Person | undefined>();
  for (const { by } of live) if (!givers.has(by)) givers.set(by, (await people.get(by, profileRow))?.value);
  return live.filter((delegation) => isHeld(delegation, givers.get(delegation.by), person, today));
}

/** Somebody with all the rights of a day: the own ones, those of the roster, and what leaders have asked them to follow meanwhile. */
export async function readRightsOn(needs: { people: PersonStore }, person: Person, today: LocalDate): Promise<Person> {
  const held = await heldDelegations(needs, person, today);
  return withRightsOn(
    person,
    today,
    held.map(({ unitId }) => unitId),
  );
}
