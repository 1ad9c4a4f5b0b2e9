import { isForPerson } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { readModuleProgress } from './read-module-progress.ts';
import { whileNotDue } from './stands-for.ts';

/** Whether the module is for the person, or was done before they changed work: what is finished is kept. Throws Failure `unavailable` or `throttled`. */
export async function isStillTheirs(people: PersonStore, person: Person, module: Module): Promise<boolean> {
  if (isForPerson(module, person)) return true;
  const stored = await readModuleProgress(people, person.personId, module.moduleId);
  return whileNotDue(stored?.value)?.state === 'completed';
}
