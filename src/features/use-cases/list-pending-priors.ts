import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readLeaderView } from '../digests/leader-view.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { type PendingPrior, priorsFor } from '../digests/unit-status.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { readPriors } from '../progress/prior.ts';

type Needs = { people: PersonStore; units: UnitStore; catalogue: Catalogue; zone: TimeZone };

/** People read at a time. */
const readsAtOnce = 16;

/**
 * All that waits for this leader's answer, in every unit that the leader leads, the oldest first. Of most people one short list is
 * read, since most ask for nothing. Throws Failure `unavailable` or `throttled`.
 */
export async function listPendingPriors(
  needs: Needs,
  leader: Person,
  today: LocalDate,
): Promise<readonly PendingPrior[]> {
  const members = await mapWithLimit([...new Set(leader.leads)], readsAtOnce, async (unitId) =>
    (await toArray(needs.units.listMembers(unitId))).map((personId) => ({ personId, unitId })),
  );
  const asking = await mapWithLimit(members.flat(), readsAtOnce, (member) => readAsking(needs, member, today));
  return priorsFor(leader.personId, asking.flat()).toSorted(
    (a, b) => a.prior.askedAt.getTime() - b.prior.askedAt.getTime(),
  );
}

async function readAsking(needs: Needs, { personId, unitId }: { personId: string; unitId: string }, today: LocalDate) {
  const priors = await readPriors(needs, personId);
  if (![...priors.values()].some(({ state }) => state === 'waiting')) return [];
  const person = (await needs.people.get(personId, profileRow))?.value;
  // A member row is an index: who has moved or left is passed over.
  if (!person || person.unitId !== unitId || !isEmployed(person, today)) return [];
  return [await readLeaderView(needs, needs.catalogue, person, today, needs.zone)];
}
