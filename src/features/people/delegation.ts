import type { LocalDate } from '../../core/local-date.ts';
import { type Followed, withRightsOn } from './permissions.ts';
import { isWorking, type Person, type PersonOn } from './person.ts';
import { profileRow } from './person-rows.ts';
import type { PersonStore } from './person-store.ts';

/** One unit that somebody follows for its leader, until and with the last day. */
export type Delegation = NonNullable<Person['delegated']>[number];

/** Those whose last day has not passed. */
export const liveDelegations = ({ delegated = [] }: Person, today: LocalDate): readonly Delegation[] =>
  delegated.filter(({ until }) => until >= today);

/** Pure: a delegation holds while who gave it leads the unit, and who has it works in a unit of theirs. Nobody passes on what they were given. */
export function isHeld({ unitId }: Delegation, giver: Person, person: Person, today: LocalDate): boolean {
  if (!isWorking(giver, today)) return false;
  return giver.leads.includes(unitId) && giver.leads.includes(person.unitId);
}

type Held = Delegation & Pick<Followed, 'giver'>;

/** Those that hold today, each with who gave it. Reads who gave them, and nothing for nearly everybody. */
export async function heldDelegations(
  { people }: { people: PersonStore },
  person: Person,
  today: LocalDate,
): Promise<readonly Held[]> {
  const live = liveDelegations(person, today);
  const givers = new Map<string, Person | undefined>();
  for (const { by } of live) if (!givers.has(by)) givers.set(by, (await people.get(by, profileRow))?.value);
  return live.flatMap((delegation) => {
    const giver = givers.get(delegation.by);
    return giver && isHeld(delegation, giver, person, today) ? [{ ...delegation, giver }] : [];
  });
}

/** Somebody with all the rights of a day: the own ones, those of the roster, and what leaders have asked them to follow meanwhile. */
export const readRightsOn = async (
  needs: { people: PersonStore },
  person: Person,
  today: LocalDate,
): Promise<PersonOn> => withRightsOn(person, today, await heldDelegations(needs, person, today));
