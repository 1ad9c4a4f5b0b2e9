/**
 * Somebody who holds every published number of every month, knows the rule, and subtracts everything from everything. What they know is a
 * system of linear inequalities over counts that are not negative; `narrow` asks it for the least and the most that a sum can be.
 */
export type Sum = Readonly<Record<string, number>>;
/** `terms` lies between these. */
export type Knowledge = { terms: Sum; atLeast: number; atMost: number };
export type Interval = { least: number; most: number };

export function narrow(target: Sum, known: readonly Knowledge[]): Interval {
  const names = [...new Set([target, ...known.map(({ terms }) => terms)].flatMap(Object.keys))];
  const rows = known.flatMap(({ terms, atLeast, atMost }) => [
    ...(atMost < Number.POSITIVE_INFINITY ? [{ weights: names.map((name) => terms[name] ?? 0), bound: atMost }] : []),
    ...(atLeast > Number.NEGATIVE_INFINITY
      ? [{ weights: names.map((name) => -(terms[name] ?? 0)), bound: -atLeast }]
      : []),
  ]);
  const weights = names.map((name) => target[name] ?? 0);
  const most = maximise(weights, rows);
  const least = -maximise(
    weights.map((weight) => -weight),
    rows,
  );
  // People are whole: the sum is a whole number within these.
  return { least: Math.ceil(least - tiny), most: Math.floor(most + tiny) };
}

/** What must not be known: that a group is of one to four people. */
export const isFew = ({ least, most }: Interval): boolean => least >= 1 && most <= 4;

type Row = { weights: readonly number[]; bound: number };
const tiny = 1e-7;

/** Rows say: the variable in the basis, and these parts of the free ones, are together the last number. `goal` is such a row too. */
type Table = { rows: number[][]; goal: number[]; basis: number[]; free: number[] };

/** The simplex method in two phases, with Bland's rule, which cannot go round in circles. Throws when nothing fits what is known. */
function maximise(weights: readonly number[], known: readonly Row[]): number {
  const helper = weights.length;
  const table: Table = {
    rows: known.map(({ weights: row, bound }) => [...row, -1, bound]),
    goal: [...weights.map(() => 0), 1, 0],
    basis: known.map((_, index) => helper + 1 + index),
    free: [...weights.map((_, index) => index), helper],
  };
  findStart(table, helper);
  const dropped = table.free.indexOf(helper);
  for (const row of table.rows) row.splice(dropped, 1);
  table.free.splice(dropped, 1);
  table.goal = table.free.map((variable) => -(weights[variable] ?? 0)).concat(0);
  for (const [variable, weight] of weights.entries()) {
    const row = table.rows[table.basis.indexOf(variable)];
    if (row) addTimes(table.goal, row, weight);
  }
  return climb(table) ? (table.goal.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
}

/** The first phase: makes the helper, which stands for all that does not fit, as small as can be. */
function findStart(table: Table, helper: number): void {
  const bounds = table.rows.map((row) => row.at(-1) ?? 0);
  const lowest = bounds.indexOf(Math.min(...bounds));
  if ((bounds[lowest] ?? 0) >= 0) return;
  pivot(table, lowest, table.free.indexOf(helper));
  climb(table);
  if (Math.abs(table.goal.at(-1) ?? 0) > tiny) throw new Error('nothing fits all that is known');
  const stays = table.basis.indexOf(helper);
  if (stays < 0) return;
  const row = table.rows[stays] ?? [];
  pivot(
    table,
    stays,
    row.findIndex((cell, at) => at < table.free.length && Math.abs(cell) > tiny),
  );
}

/** `false` where there is no end to it. */
function climb(table: Table): boolean {
  for (;;) {
    const rising = table.free.filter((_, at) => (table.goal[at] ?? 0) < -tiny);
    if (rising.length === 0) return true;
    const enters = table.free.indexOf(Math.min(...rising));
    const leaves = findLeaving(table, enters);
    if (leaves === undefined) return false;
    pivot(table, leaves, enters);
  }
}

function findLeaving({ rows, basis }: Table, enters: number): number | undefined {
  const steps = rows.map((row) => {
    const cell = row[enters] ?? 0;
    return cell > tiny ? (row.at(-1) ?? 0) / cell : Number.POSITIVE_INFINITY;
  });
  const shortest = Math.min(...steps);
  if (shortest === Number.POSITIVE_INFINITY) return undefined;
  const even = basis.filter((_, index) => (steps[index] ?? 0) <= shortest + tiny);
  return basis.indexOf(Math.min(...even));
}

function pivot({ rows, goal, basis, free }: Table, leaves: number, enters: number): void {
  const row = rows[leaves] ?? [];
  const by = row[enters] ?? 1;
  row[enters] = 1;
  for (const [at, cell] of row.entries()) row[at] = cell / by;
  for (const other of [...rows, goal]) {
    const factor = other[enters] ?? 0;
    if (other === row || factor === 0) continue;
    other[enters] = 0;
    addTimes(other, row, -factor);
  }
  [basis[leaves], free[enters]] = [free[enters] ?? 0, basis[leaves] ?? 0];
}

function addTimes(to: number[], row: readonly number[], times: number): void {
  for (const [at, cell] of row.entries()) to[at] = (to[at] ?? 0) + times * cell;
}
