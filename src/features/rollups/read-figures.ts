import { addDays, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { begunOn, type Catalogue } from '../catalogue/catalogue.ts';
import { type LeaderView, type Overall, readLeaderView } from '../digests/leader-view.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { readAssigned, wasAssignedOn } from '../progress/assigned.ts';
import { doneKey, doneRow, withdrawnRow } from '../progress/progress-rows.ts';
import type { Area } from './areas.ts';
import type { AlikePeople, AreaFigures, Standing, UnitFigures } from './figures.ts';

export type ReadFiguresNeeds = { people: PersonStore; units: UnitStore; catalogue: Catalogue; zone: TimeZone };

/** People read at a time, as in the status of a unit. */
const readsAtOnce = 16;

/** Within six weeks of the first day. */
const hireDays = 42;

type Read = { view: LeaderView; hire?: 'in-time' | 'not-in-time' };

/**
 * What is true of an area today, from the people's own rows, as their leaders see them. `quarter`: also of those who began to work in it,
 * all of them more than six weeks ago, in a unit that had begun. Throws Failure `unavailable` or `throttled`.
 */
export async function readAreaFigures(
  needs: ReadFiguresNeeds,
  { areaId, unitIds }: Area,
  today: LocalDate,
  quarter?: Quarter,
): Promise<AreaFigures> {
  const units: UnitFigures[] = [];
  const hires: Read['hire'][] = [];
  for (const unitId of unitIds) {
    const members = await toArray(needs.units.listMembers(unitId));
    // One that was merged away, or that only has units below it, has not too few: it has nobody, as the staff list says.
    if (members.length === 0) continue;
    const all = await mapWithLimit([...new Set(members)], readsAtOnce, (personId) =>
      readOne(needs, { personId, unitId, today, quarter }),
    );
    const counted = all.flatMap((one) => one ?? []);
    units.push({ unitId, alike: groupAlike(counted.map(({ view }) => view)) });
    hires.push(...counted.map(({ hire }) => hire));
  }
  if (!quarter) return { areaId, units };
  const count = (hire: Read['hire']): number => hires.filter((each) => each === hire).length;
  const newHires = { quarter: quarter.name, inTime: count('in-time'), notInTime: count('not-in-time') };
  return { areaId, units, newHires };
}

async function readOne(
  needs: ReadFiguresNeeds,
  asked: { personId: string; unitId: string; today: LocalDate; quarter: Quarter | undefined },
): Promise<Read | undefined> {
  const { personId, unitId, today, quarter } = asked;
  const person = (await needs.people.get(personId, profileRow))?.value;
  if (!person || person.unitId !== unitId || !isEmployed(person, today)) return undefined;
  const view = await readLeaderView(needs, needs.catalogue, person, today, needs.zone);
  if (view.tenure === 'starts-later' || view.overall === 'none') return undefined;
  const isHire = quarter && quarter.from <= person.employedOn && person.employedOn <= quarter.to;
  return isHire ? { view, hire: await readHire(needs, person, view) } : { view };
}

/**
 * From the proofs, which stay when a module is to be taken again. Asked for are the modules that were theirs on the first day at work: who
 * began before the unit did could do none in time, and who had none has nothing to be in time with, so neither is told of.
 */
async function readHire(needs: ReadFiguresNeeds, person: Person, { modules }: LeaderView): Promise<Read['hire']> {
  if (person.employedOn < begunOn(needs.catalogue, person)) return undefined;
  const [done, withdrawn, assigned] = await Promise.all([
    toArray(needs.people.list(person.personId, doneRow)),
    toArray(needs.people.list(person.personId, withdrawnRow)),
    readAssigned(needs.people, person.personId),
  ]);
  const asked = modules.filter(({ moduleId }) => wasAssignedOn(assigned, moduleId, person.employedOn));
  if (asked.length === 0) return undefined;
  const gone = new Set(withdrawn.map(({ value }) => doneKey(value)));
  const last = addDays(person.employedOn, hireDays);
  const inTime = new Set(
    done
      .filter(({ value }) => !gone.has(doneKey(value)) && localDateAt(value.completedAt, needs.zone) <= last)
      .map(({ value }) => value.moduleId),
  );
  return asked.every(({ moduleId }) => inTime.has(moduleId)) ? 'in-time' : 'not-in-time';
}

const standingOf: Readonly<Record<Exclude<Overall, 'none'>, Standing>> = {
  done: 'done',
  late: 'late',
  'on-the-way': 'onTheWay',
  'not-started': 'notStarted',
};

function groupAlike(views: readonly LeaderView[]): readonly AlikePeople[] {
  const groups = new Map<string, AlikePeople>();
  for (const { overall, modules } of views) {
    if (overall === 'none') continue;
    const states = modules.map(
      ({ moduleId, standing }) => [moduleId, standing === 'done' ? 'done' : 'missing'] as const,
    );
    const key = JSON.stringify([overall, states]);
    const group = groups.get(key) ?? { standing: standingOf[overall], modules: Object.fromEntries(states), count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
}

/** `name` is `2026-Q3`; from and to are the first and the last day. */
export type Quarter = { name: string; from: LocalDate; to: LocalDate };
