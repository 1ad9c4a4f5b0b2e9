import { withDeadline } from '../../core/deadline.ts';
import { isFailure } from '../../core/failure.ts';
import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { toArray } from '../people/person-store.ts';
import type { Retention } from '../people/retention.ts';
import type { Unit } from '../people/unit-store.ts';
import { type PublishedDay, publishPastDay } from './publish-past-day.ts';
import type { ReadFiguresNeeds } from './read-figures.ts';
import { readPastDay } from './read-past-day.ts';
import { firstDayOf, monthOf } from './release-month.ts';

export type StatusAtNeeds = ReadFiguresNeeds & {
  municipality: { name: string };
  /** Absent: nothing is ever deleted. */
  retention?: Retention;
  /** How long somebody waits for the answer to a press: less than whoever runs the press does. */
  patienceMs: number;
};

/** `units`: told of a first of a month only. */
export type StatusAt = PublishedDay & { on: LocalDate; units: 'told' | 'first-of-month-only' };

export type StatusAtResult =
  | ({ outcome: 'told' } & StatusAt)
  /** The day is not over: what is done later that day would change a number that was told. */
  | { outcome: 'not-yet' }
  /** The municipality had not begun. */
  | { outcome: 'before-start'; startsOn: LocalDate }
  /** Of who had left, rows are deleted: the numbers would be too small. `oldest`: the first day of which nothing is. */
  | { outcome: 'rows-gone'; oldest: LocalDate }
  /** So few units that the whole of each day would tell of one of them day by day. `first`: a day that may be told. */
  | { outcome: 'month-only'; first: LocalDate }
  /** So many people that it takes longer than one waits. It goes on; asked again, it may be there. */
  | { outcome: 'counting'; on: LocalDate };

/** `until-told`: nobody waits for the answer to a press, so it takes the time that it takes. */
export type ReadStatusAt = (on: LocalDate, now: Date, wait?: 'until-told') => Promise<StatusAtResult>;

const keptMs = 10 * 60_000;
const mostKept = 6;
const fewestUnits = 3;
const readsAtOnce = 12;

type Kept = { begun: number; told: Promise<PublishedDay> };

/**
 * Reads the status of past days. Counting everybody takes a while, so one count is for all who ask of a day in the next minutes, also for the
 * file. Throws Failure `unavailable` or `throttled`.
 */
export function createReadStatusAt(needs: StatusAtNeeds): ReadStatusAt {
  const kept = new Map<LocalDate, Kept>();
  const dayOn = (on: LocalDate, now: number): Promise<PublishedDay> => {
    const known = kept.get(on);
    if (known && Math.abs(now - known.begun) < keptMs) return known.told;
    const told = readDay(needs, on);
    kept.delete(on);
    kept.set(on, { begun: now, told });
    // Also where nobody waits for it any more.
    told.catch(() => kept.delete(on));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return told;
  };
  return async (on, now, wait) => {
    const refusal = refuse(needs, on, localDateAt(now, needs.zone));
    if (refusal) return refusal;
    const day = dayOn(on, now.getTime());
    const told = wait ? await day : await settledWithin(day, needs.patienceMs);
    return told ? tell(on, told) : { outcome: 'counting', on };
  };
}

function refuse(
  { catalogue, retention }: Pick<StatusAtNeeds, 'catalogue' | 'retention'>,
  on: LocalDate,
  today: LocalDate,
): StatusAtResult | undefined {
  if (on >= today) return { outcome: 'not-yet' };
  if (on < catalogue.startsOn) return { outcome: 'before-start', startsOn: catalogue.startsOn };
  const oldest = retention && addDays(today, -retention.afterLeavingDays);
  return oldest !== undefined && on < oldest ? { outcome: 'rows-gone', oldest } : undefined;
}

/**
 * The units of any day would tell, with those of the day after, what one person did that day. So they are told once a month, as the roll-ups
 * are, and the whole municipality for any day, where it is more than a unit, and than one beside that of who asks.
 */
function tell(on: LocalDate, { rows, fewUnits }: PublishedDay): StatusAtResult {
  const first = firstDayOf(monthOf(on));
  if (on === first) return { outcome: 'told', on, rows, fewUnits, units: 'told' };
  const units = rows.filter(({ level }) => level === 'unit' || level === 'own-staff');
  if (units.length < fewestUnits) return { outcome: 'month-only', first };
  return { outcome: 'told', on, rows: rows.slice(0, 1), fewUnits: 0, units: 'first-of-month-only' };
}

async function readDay(needs: StatusAtNeeds, on: LocalDate): Promise<PublishedDay> {
  const units = await toArray(needs.units.listUnits());
  const [byUnit, staffed] = await Promise.all([readPastDay(needs, on), readStaffed(needs, units)]);
  return publishPastDay(needs.municipality.name, units, byUnit, staffed);
}

async function readStaffed({ units: store }: StatusAtNeeds, units: readonly Unit[]): Promise<ReadonlySet<string>> {
  const found = await mapWithLimit(units, readsAtOnce, async ({ unitId }) => {
    const members = await toArray(store.listMembers(unitId));
    return members.length > 0 ? [unitId] : [];
  });
  return new Set(found.flat());
}

async function settledWithin<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let failed = false;
  work.catch(() => {
    failed = true;
  });
  try {
    return await withDeadline(work, ms, 'counting a past day');
  } catch (error) {
    if (failed || !isFailure(error, 'unavailable')) throw error;
    return undefined;
  }
}
