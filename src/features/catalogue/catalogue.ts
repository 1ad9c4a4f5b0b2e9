import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { Person } from '../people/person.ts';
import type { Module } from './module.ts';

/** The municipality's modules in the order of the pack. Read once at start; never changes while running. */
export type Catalogue = {
  readonly modules: readonly Module[];
  /** The day the municipality began. Nobody's deadline is counted from before it. */
  readonly startsOn: LocalDate;
};

export function findModule(catalogue: Catalogue, moduleId: string): Module | undefined {
  return catalogue.modules.find((module) => module.moduleId === moduleId);
}

/** Whether the module is meant for this person's sector and roles. */
export function isForPerson(module: Module, person: Person): boolean {
  const { sectors, roles } = module.audience;
  const sectorFits = sectors.length === 0 || sectors.includes(person.sector);
  return sectorFits && (roles.length === 0 || roles.some((role) => person.roles.includes(role)));
}

export function modulesFor(catalogue: Catalogue, person: Person): readonly Module[] {
  return catalogue.modules.filter((module) => isForPerson(module, person));
}

/** The date a priority module should be done: counted from the first day of employment, or from the day the municipality began. */
export function dueDateOf(catalogue: Catalogue, module: Module, person: Person): LocalDate | undefined {
  if (!module.isPriority || module.dueAfterDays === undefined) return undefined;
  return addDays(countedFrom(catalogue, person), module.dueAfterDays);
}

/** The day that a person's deadlines and reminders are counted from. */
export function countedFrom(catalogue: Catalogue, person: Person): LocalDate {
  return person.employedOn > catalogue.startsOn ? person.employedOn : catalogue.startsOn;
}
