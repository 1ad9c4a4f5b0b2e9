/** Runs `run` for every item, at most `limit` at once. The first error stops the taking of new items and is thrown. */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const shared = iterate(items);
  const take = async () => {
    for await (const item of shared) await run(item);
  };
  await Promise.all(Array.from({ length: limit }, take));
}

async function* iterate<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* items;
}
