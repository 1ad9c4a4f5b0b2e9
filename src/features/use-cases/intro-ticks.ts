import { addDays, instantOf, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Membership, Person } from '../people/person.ts';
import { memberRow } from '../people/person-rows.ts';
import { createRow, type PersonStore, replaceRow, toArray } from '../people/person-store.ts';
import { type IntroTick, introTickRow } from '../progress/intro-tick.ts';

export type IntroTickNeeds = { people: PersonStore; zone: TimeZone };

/** What is ticked of somebody's introduction. Who comes back is introduced anew: ticks of an employment that has ended do not count. */
export async function readIntroTicks({ people, zone }: IntroTickNeeds, person: Person): Promise<readonly IntroTick[]> {
  const [ticks, memberships] = await Promise.all([
    toArray(people.list(person.personId, introTickRow)),
    toArray(people.list(person.personId, memberRow)),
  ]);
  const over = formerOver(
    person,
    memberships.map(({ value }) => value),
    zone,
  );
  return ticks.flatMap(({ value }) => (over && value.at < over ? [] : [value]));
}

/** Gives the tick that counts: this one, or the first. */
export function keepFirstTick(needs: IntroTickNeeds, person: Person, tick: IntroTick): Promise<IntroTick> {
  const { personId } = person;
  return retryOnConflict(async () => {
    const stored = await needs.people.get(personId, introTickRow, tick.stepId);
    const first = stored && (await readIntroTicks(needs, person)).find(({ stepId }) => stepId === tick.stepId);
    if (first) return first;
    const write = stored ? replaceRow(introTickRow, tick, stored.etag) : createRow(introTickRow, tick);
    await needs.people.commit({ personId, writes: [write] });
    return tick;
  });
}

/**
 * Pure: when the employment before this one was over, or when this one was told of, where that was sooner: leaders prepare. `undefined` where there
 * was none. A first day that is moved ends nothing, nor does a night outside the list.
 */
function formerOver(person: Person, memberships: readonly Membership[], zone: TimeZone): Date | undefined {
  const told = memberships.toSorted((a, b) => (a.knownAt?.getTime() ?? 0) - (b.knownAt?.getTime() ?? 0));
  const at = told.findLastIndex((membership) => isFormer(membership, person));
  const endsOn = told[at]?.work?.endsOn;
  if (endsOn === undefined) return undefined;
  const over = instantOf(addDays(endsOn, 1), '00:00', zone);
  const toldAt = told[at + 1]?.knownAt;
  return toldAt && toldAt < over ? toldAt : over;
}

/** Begun, and ended before the first day of now. */
const isFormer = ({ work }: Membership, { employedOn }: Person): boolean =>
  work?.endsOn !== undefined && work.employedOn <= work.endsOn && work.endsOn < employedOn;
