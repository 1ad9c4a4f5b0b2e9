import type { Person, Role, Sector } from '../people/person.ts';

/** Who something is meant for. An empty list is everybody. */
export type Audience = { sectors: readonly Sector[]; roles: readonly Role[] };

/** Whoever leads an area is a leader too, though the staff list gives them the one role only. */
export function isInAudience({ sectors, roles }: Audience, person: Pick<Person, 'sector' | 'roles'>): boolean {
  const sectorFits = sectors.length === 0 || sectors.includes(person.sector);
  const isMeant = (role: Role): boolean =>
    person.roles.includes(role) || (role === 'leader' && person.roles.includes('area-leader'));
  return sectorFits && (roles.length === 0 || roles.some(isMeant));
}
