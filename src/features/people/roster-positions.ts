import { addDays, type LocalDate } from '../../core/local-date.ts';
import { isEmployed } from './person.ts';
import type { RowPerson } from './read-roster-row.ts';
import type { RosterProblem } from './roster.ts';

/**
 * Pure. Who has several positions stands there several times: one of them counts, and the others are noted; but rights come of all that are
 * held today. Two people with one object id are nobody that we can know.
 */
export function withoutTwice(read: readonly RowPerson[], today: LocalDate) {
  const problems: RosterProblem[] = [];
  const people: RowPerson[] = [];
  for (const rows of Map.groupBy(read, ({ upn }) => upn).values()) {
    const inOrder = rows.toSorted((a, b) => byMainPosition(a, b, today));
    const [main, ...others] = inOrder;
    if (!main) continue;
    people.push(withRights(withEmployment(main, inOrder), rows, today));
    const different = others.filter((other) => compare(textOf(main), textOf(other)) !== 0);
    problems.push(...different.map(({ row }) => ({ row, problem: 'twice', severity: 'noted' }) as const));
  }
  const byId = Map.groupBy(people, ({ aadObjectId, upn }) => aadObjectId ?? upn);
  const refused = [...byId.values()].filter((same) => same.length > 1).flat();
  for (const { row } of refused) {
    problems.push({ row, column: 'objectId', problem: 'same-id-as-another', severity: 'refused' });
  }
  const alike = new Set(refused);
  const kept = people.filter((person) => !alike.has(person)).toSorted((x, y) => compare(x.upn, y.upn));
  return { people: kept, refused, problems };
}

/** What one has today comes before what one will get, and that before what is over. Of what is over, the last: it says when somebody left. */
function byMainPosition(a: RowPerson, b: RowPerson, today: LocalDate): number {
  const [when, whenOther] = [a, b].map((position) => standingOf(position, today));
  if (when === 'ended' && whenOther === 'ended' && a.endsOn !== b.endsOn) return compare(lastDay(b), lastDay(a));
  return (
    standings.indexOf(when ?? 'ended') - standings.indexOf(whenOther ?? 'ended') ||
    compare(a.employedOn, b.employedOn) ||
    compare(a.unitId, b.unitId) ||
    compare(textOf(a), textOf(b))
  );
}

const standings = ['held', 'coming', 'ended'] as const;

function standingOf(position: RowPerson, today: LocalDate): (typeof standings)[number] {
  if (!isEmployed(position, today)) return 'ended';
  return position.employedOn > today ? 'coming' : 'held';
}

/** A weekend, a holiday: so far apart two positions are still one employment. */
const mostDaysBetween = 31;
/** Later than any that a list can hold. */
const never: LocalDate = '9999-12-31';
type Period = Pick<RowPerson, 'employedOn' | 'endsOn'>;
const lastDay = ({ endsOn = never }: Period): LocalDate => endsOn;
const endWithPause = ({ endsOn }: Period): LocalDate =>
  endsOn === undefined ? never : addDays(endsOn, mostDaysBetween);

/**
 * The first and the last day are those of the employment: from one position to the next without a real break. Whoever has taught for ten
 * years and gets one more position is not new, and whose position ends on Friday has not left when another begins on Monday.
 */
function withEmployment(main: RowPerson, positions: readonly RowPerson[]): RowPerson {
  const linked = new Set([main]);
  for (const one of linked) {
    for (const other of positions) if (isLinked(one, other)) linked.add(other);
  }
  const [employedOn = main.employedOn] = [...linked].map((position) => position.employedOn).toSorted();
  const last = [...linked].map(lastDay).toSorted().at(-1) ?? never;
  const { endsOn: _, ...rest } = main;
  return { ...rest, employedOn, ...(last !== never && { endsOn: last }) };
}

/** Who teaches in one position and coordinates in another may do what both may. Unit, kind of service and profile are those of the main one. */
function withRights(main: RowPerson, positions: readonly RowPerson[], today: LocalDate): RowPerson {
  const held = positions.filter((position) => standingOf(position, today) === 'held');
  if (held.length < 2) return main;
  const roles = allOf(held.flatMap((position) => position.roles)).filter((role) => role !== 'employee');
  const answersFor = allOf(held.flatMap((position) => position.answersFor ?? []));
  return {
    ...main,
    roles: ['employee', ...roles],
    leads: allOf(held.flatMap(({ leads }) => leads)),
    actsFor: withLastDays(held.flatMap(({ actsFor }) => actsFor)),
    ...(main.answersFor && { answersFor }),
  };
}

const allOf = <T extends string>(words: readonly T[]): readonly T[] => [...new Set(words)].toSorted();

/** Each unit once, with the latest of its last days. */
function withLastDays(actsFor: RowPerson['actsFor']): RowPerson['actsFor'] {
  const inOrder = actsFor.toSorted((a, b) => compare(a.unitId, b.unitId) || compare(b.until, a.until));
  return inOrder.filter(({ unitId }, at) => inOrder[at - 1]?.unitId !== unitId);
}

/** Whether one of them goes on as the other. */
export const isLinked = (a: Period, b: Period): boolean =>
  a.employedOn <= endWithPause(b) && b.employedOn <= endWithPause(a);

const textOf = ({ row: _, ...rest }: RowPerson): string => JSON.stringify(rest, Object.keys(rest).toSorted());
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
