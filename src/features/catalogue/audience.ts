import type { Person, Role, Sector } from '../people/person.ts';

/** Who something is meant for. An empty list is everybody. */
export type Audience = { sectors: readonly Sector[]; roles: readonly Role[] };

export function isInAudience({ sectors, roles }: Audience, person: Pick<Person, 'sector' | 'roles'>): boolean {
  const sectorFits = sectors.length === 0 || sectors.includes(person.sector);
  return sectorFits && (roles.length === 0 || roles.some((role) => person.roles.includes(role)));
}
