import type { Person, PersonOn, Role, Sector } from '../people/person.ts';

/** Who something is meant for. An empty list, or none, is everybody. `profiles`: by the municipality's own words for the work, in roster.yaml. */
export type Audience = { sectors: readonly Sector[]; roles: readonly Role[]; profiles?: readonly string[] };

/** Whoever leads an area is a leader too, though the staff list gives them the one role only. Who has not begun learns for the work to come. */
export function isInAudience(
  { sectors, roles, profiles = [] }: Audience,
  person: Pick<PersonOn, 'sector' | 'roles' | 'rolesToCome' | 'profiles'>,
): boolean {
  const sectorFits = sectors.length === 0 || sectors.includes(person.sector);
  const profileFits = profiles.length === 0 || (person.profiles ?? []).some((profile) => profiles.includes(profile));
  const own = person.rolesToCome ?? person.roles;
  const isMeant = (role: Role): boolean => own.includes(role) || (role === 'leader' && own.includes('area-leader'));
  return sectorFits && profileFits && (roles.length === 0 || roles.some(isMeant));
}

/** Whether it may be meant for some who work so, of whom more is not known: where there are several, there may be all profiles among them. */
export const isForSome = ({ sectors, roles }: Audience, work: Pick<Person, 'sector' | 'roles'>): boolean =>
  isInAudience({ sectors, roles }, work);
