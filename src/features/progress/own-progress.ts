import type { LocalDate } from '../../core/local-date.ts';
import { type Catalogue, certificatesFor, policiesFor } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type OwnCertificate, readOwnCertificates } from './certificate.ts';
import { type OwnModule, readOwnModules } from './own-modules.ts';
import { type OwnPolicy, readOwnPolicies } from './policy-reads.ts';

/** All that a person sees of own progress. */
export type OwnProgress = {
  own: readonly OwnModule[];
  policies: readonly OwnPolicy[];
  certificates: readonly OwnCertificate[];
};

/** Throws Failure `unavailable` or `throttled`. */
export async function readOwnProgress(
  needs: { people: PersonStore; catalogue: Catalogue },
  person: Person,
  today: LocalDate,
): Promise<OwnProgress> {
  const { catalogue } = needs;
  const [own, policies, certificates] = await Promise.all([
    readOwnModules(needs, person, today),
    readOwnPolicies(needs, person.personId, policiesFor(catalogue, person)),
    readOwnCertificates(needs, person.personId, certificatesFor(catalogue, person), today),
  ]);
  return { own, policies, certificates };
}
