import { isForSome, isInAudience } from '../catalogue/audience.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person, Role, Sector } from '../people/person.ts';
import type { UnitStore } from '../people/unit-store.ts';

/** Whom somebody who leads a meeting of a unit has in front of them, whatever the one who leads is. */
const staffRoles: readonly Role[] = ['employee', 'mentor', 'bti-contact'];
/** They meet people of all services. */
const everywhere: readonly Role[] = ['coordinator', 'area-leader'];

/**
 * Pure: whether somebody may run a meeting about a module: one that is for themselves, or for staff of the services that they lead or
 * work in. So a leader runs the module for assistants, and a contact at a school does not run the one for leaders. Levels and
 * exemptions are about who has to take it, not about who may talk of it.
 */
export function mayRun({ audience }: Module, person: Person, sectors: readonly Sector[]): boolean {
  if (isInAudience(audience, person) || person.roles.some((role) => everywhere.includes(role))) return true;
  return [person.sector, ...sectors].some((sector) => isForSome(audience, { sector, roles: [...staffRoles] }));
}

/** The modules that somebody may run a meeting about, in the order of the pack. Throws Failure `unavailable` or `throttled`. */
export async function modulesToRun(
  { catalogue, units }: { catalogue: Catalogue; units: UnitStore },
  person: Person,
): Promise<readonly Module[]> {
  const led = await Promise.all(person.leads.map((unitId) => units.getUnit(unitId)));
  const sectors = led.flatMap((unit) => unit?.sector ?? []);
  return catalogue.modules.filter((module) => mayRun(module, person, sectors));
}
