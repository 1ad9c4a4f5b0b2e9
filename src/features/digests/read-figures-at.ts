import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { pastDay } from '../people/member-history.ts';
import { memberRow, profileRow } from '../people/person-rows.ts';
import { type PersonRow, type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { doneRow, progressRow, withdrawnRow } from '../progress/progress-rows.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { listEverybody } from '../reminders/repair-due.ts';
import type { Figures } from './figures.ts';
import { type PersonHistory, type StandingAt, standingAt } from './status-at.ts';

export type ReadFiguresNeeds = { people: PersonStore; units: UnitStore; catalogue: Catalogue; zone: TimeZone };

/** People at a time: five reads each, beside those of whoever writes to the bot meanwhile. */
const atOnce = 12;

/**
 * How many stood how in each unit at the end of a day, from everybody's own rows. Of no person more is kept than one count. Throws Failure
 * `unavailable` or `throttled`.
 */
export async function readFiguresAt(needs: ReadFiguresNeeds, on: LocalDate): Promise<ReadonlyMap<string, Figures>> {
  const byUnit = new Map<string, Figures>();
  const seen = new Set<string>();
  const day = pastDay(on, needs.zone);
  await inParallel(listEverybody(needs.units), atOnce, async (personId) => {
    if (seen.has(personId)) return;
    seen.add(personId);
    const history = await readHistory(needs.people, personId);
    const counted = history && standingAt(history, day, needs);
    if (counted) count(byUnit, counted);
  });
  return byUnit;
}

async function readHistory(people: PersonStore, personId: string): Promise<PersonHistory | undefined> {
  const rows = async <T>(row: PersonRow<T>): Promise<readonly T[]> =>
    (await toArray(people.list(personId, row))).map(({ value }) => value);
  const [profile, memberships, progress, done, withdrawn] = await Promise.all([
    people.get(personId, profileRow),
    ...([rows(memberRow), rows(progressRow), rows(doneRow), rows(withdrawnRow)] as const),
  ]);
  return profile && { profile: profile.value, memberships, progress, done, withdrawn };
}

function count(byUnit: Map<string, Figures>, { unitId, standing }: StandingAt): void {
  const { people, ...rest } = byUnit.get(unitId) ?? { people: 0, done: 0, late: 0, open: 0 };
  byUnit.set(unitId, { people: people + 1, ...rest, [standing]: rest[standing] + 1 });
}
