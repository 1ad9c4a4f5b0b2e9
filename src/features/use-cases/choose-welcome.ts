import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type OwnModule, readOwnModules } from '../progress/own-modules.ts';

/** How long somebody is met as new: the probation that the longest priority deadline fits well inside. */
const newHireDays = 60;

export type Welcome = { kind: 'front-page' } | { kind: 'onboarding'; open: readonly OwnModule[] };

/**
 * A new hire with priority modules left is met with those, the earliest due date first; everybody else with the front page.
 * Throws Failure `unavailable` when progress cannot be read.
 */
export async function chooseWelcome(
  needs: { people: PersonStore; catalogue: Catalogue },
  person: Person,
  today: LocalDate,
): Promise<Welcome> {
  if (daysBetween(person.employedOn, today) > newHireDays) return { kind: 'front-page' };
  const own = await readOwnModules(needs, person, today);
  const open = own
    .filter(({ module, standing }) => module.isPriority && standing !== 'done')
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  return open.length > 0 ? { kind: 'onboarding', open } : { kind: 'front-page' };
}
