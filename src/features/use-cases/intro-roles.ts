import type { LocalDate } from '../../core/local-date.ts';
import { areNamesShown, type Catalogue } from '../catalogue/catalogue.ts';
import type { IntroTicker } from '../catalogue/intro-plan.ts';
import { isMentorOf } from '../people/mentee.ts';
import { canSeeUnit } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { readLeadersOn } from './find-leaders.ts';

type Units = Pick<UnitStore, 'getUnit'>;

/**
 * All that somebody is to a new hire, the leader before the mentor; nothing for a stranger. The new hire is nothing else: nobody signs for
 * themselves as leader. Of a new hire who leads the own unit, whoever leads the unit above is leader too. Throws Failure `unavailable` or
 * `throttled`.
 */
export async function introRolesOf(units: Units, viewer: Person, newHire: Person): Promise<readonly IntroTicker[]> {
  if (viewer.personId === newHire.personId) return ['self'];
  const over = viewer.leads.length === 0 ? [newHire.unitId] : await unitsOver(units, newHire);
  return [
    ...(leadsAny(viewer, over) ? ['leader' as const] : []),
    ...(isMentorOf(viewer, newHire) ? ['mentor' as const] : []),
  ];
}

const leadsAny = (viewer: Person, unitIds: readonly string[]): boolean =>
  unitIds.some((unitId) => canSeeUnit(viewer, unitId));

/** The unit of somebody and, for as long as they lead it themselves, the one above. As the staff list has it: who stands in for a leader leads none. */
async function unitsOver(units: Units, { unitId, leads }: Person): Promise<readonly string[]> {
  const over: string[] = [];
  let at: string | undefined = unitId;
  while (at !== undefined && !over.includes(at)) {
    over.push(at);
    at = leads.includes(at) ? (await units.getUnit(at))?.parentId : undefined;
  }
  return over;
}

/** Who sees the introduction of somebody, beside themselves. */
export type IntroSeers = { leader: boolean; mentorName?: string };

/** `intro`: as it was read, with its mentor. Throws Failure `unavailable` or `throttled`. */
export async function readIntroSeers(
  needs: { people: PersonStore; units: UnitStore; catalogue: Catalogue },
  { person: newHire, mentorName }: { person: Person; mentorName?: string },
  today: LocalDate,
): Promise<IntroSeers> {
  const [leaders, over] = await Promise.all([
    areNamesShown(needs.catalogue, today) ? readLeadersOn(needs, today) : [],
    unitsOver(needs.units, newHire),
  ]);
  const leader = leaders.some((each) => each.personId !== newHire.personId && leadsAny(each, over));
  return { leader, ...(mentorName !== undefined && { mentorName }) };
}
