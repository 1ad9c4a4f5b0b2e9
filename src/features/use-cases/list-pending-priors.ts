import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type PendingPrior, priorsFor, readUnitStatus } from '../digests/unit-status.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';

/** All that waits for this leader's answer, in every unit that the leader leads. Throws Failure `unavailable` or `throttled`. */
export async function listPendingPriors(
  needs: { people: PersonStore; units: UnitStore; catalogue: Catalogue; zone: TimeZone },
  leader: Person,
  today: LocalDate,
): Promise<readonly PendingPrior[]> {
  const pending: PendingPrior[] = [];
  // One unit after the other, as the digest does.
  for (const unitId of new Set(leader.leads)) {
    const { people } = await readUnitStatus(needs, needs.catalogue, unitId, today, needs.zone);
    pending.push(...priorsFor(leader.personId, people));
  }
  return pending.toSorted((a, b) => a.prior.askedAt.getTime() - b.prior.askedAt.getTime());
}
