import type { LocalDate } from '../../core/local-date.ts';
import { type PersonHistory, standingAt } from '../digests/status-at.ts';
import { pastDay } from '../people/member-history.ts';
import { memberRow, profileRow } from '../people/person-rows.ts';
import { type PersonRow, type PersonStore, toArray } from '../people/person-store.ts';
import { readAssigned } from '../progress/assigned.ts';
import { doneRow, progressRow, withdrawnRow } from '../progress/progress-rows.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { listEverybody } from '../reminders/repair-due.ts';
import { type Cells, noCells } from './figures.ts';
import type { ReadFiguresNeeds } from './read-figures.ts';

/** People at a time: six reads each, beside those of whoever writes to the bot meanwhile. */
const atOnce = 12;

/**
 * The true counts of each unit at the end of a day, from everybody's own rows. Of no person more is kept than one count. Throws Failure
 * `unavailable` or `throttled`.
 */
export async function readPastDay(needs: ReadFiguresNeeds, on: LocalDate): Promise<ReadonlyMap<string, Cells>> {
  const byUnit = new Map<string, Cells>();
  const seen = new Set<string>();
  const day = pastDay(on, needs.zone);
  await inParallel(listEverybody(needs.units), atOnce, async (personId) => {
    if (seen.has(personId)) return;
    seen.add(personId);
    const history = await readHistory(needs.people, personId);
    const counted = history && standingAt(history, day, needs);
    if (!counted) return;
    const { unitId, standing } = counted;
    const cells = byUnit.get(unitId) ?? noCells;
    byUnit.set(unitId, { ...cells, [standing]: cells[standing] + 1 });
  });
  return byUnit;
}

async function readHistory(people: PersonStore, personId: string): Promise<PersonHistory | undefined> {
  const rows = async <T>(row: PersonRow<T>): Promise<readonly T[]> =>
    (await toArray(people.list(personId, row))).map(({ value }) => value);
  const [profile, assigned, memberships, progress, done, withdrawn] = await Promise.all([
    people.get(personId, profileRow),
    readAssigned(people, personId),
    ...([rows(memberRow), rows(progressRow), rows(doneRow), rows(withdrawnRow)] as const),
  ]);
  return profile && { profile: profile.value, assigned, memberships, progress, done, withdrawn };
}
