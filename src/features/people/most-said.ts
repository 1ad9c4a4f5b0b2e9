/** What is said most often; of two said as often, the first of the alphabet. */
export function mostSaid<T extends string>(said: readonly T[]): T | undefined {
  const counts = Map.groupBy(said, (text) => text);
  const [first] = [...counts].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return first?.[0];
}
