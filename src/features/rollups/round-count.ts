/** No published number is smaller than this, nor the difference between any two: of fewer people a count would tell who. */
const fewestTold = 5;

/**
 * The multiple of five just below or just above. `roundsUpFrom` is 1–5 and belongs to the cell: it is the same every month. So a count that
 * stays the same is told the same, one that grows is never told to shrink, and a whole number of fives is told as it is.
 */
export function roundCount(count: number, roundsUpFrom: number): number {
  const rest = count % fewestTold;
  return count - rest + (rest >= roundsUpFrom ? fewestTold : 0);
}

/**
 * From which rest a cell is rounded up: as good as by lot over the cells, so that the errors even out in a sum. It is no secret; whoever
 * knows it learns no more. The cells of one unit (`place` 0, 1, …) differ, so that its people do not all go the same way.
 */
export function roundsUpFrom(cell: string, place = 0): number {
  return 1 + ((spread(cell) + 2 * place) % fewestTold);
}

/** FNV-1a, 32 bits: the same on every machine, for ever. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/**
 * Shares out `total`, a whole number of fives, in fives, as near to the weights as may be; what is left goes to the largest rest, and of
 * equal rests to the first. Weights that are whole fives and sum to `total` come out as they are.
 */
export function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum / fewestTold);
  const fives = exact.map(Math.floor);
  const left = Math.round(total / fewestTold - fives.reduce((all, five) => all + five, 0));
  const restOf = (index: number): number => (exact[index] ?? 0) - (fives[index] ?? 0);
  const first = weights.map((_, index) => index).toSorted((a, b) => restOf(b) - restOf(a) || a - b);
  const more = new Set(first.slice(0, left));
  return fives.map((five, index) => fewestTold * (five + (more.has(index) ? 1 : 0)));
}
