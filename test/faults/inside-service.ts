import { canary } from './canary-word.ts';

/** Loaded into a service under test before it starts: does there what cannot be brought about from outside, when it is asked. */
const answers: Readonly<Record<string, () => object>> = {
  /** Its own memory, after a thorough clearing up. */
  memory() {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed };
  },
  /** As a library does. */
  speak() {
    for (const method of ['error', 'warn', 'log'] as const) console[method](canary, new Error(canary), { canary });
    return {};
  },
  /** As a fault does that nobody catches. */
  throw() {
    setImmediate(() => {
      throw new TypeError(`${canary} 912 34 956 Bearer eyJ`);
    });
    return {};
  },
};
process.on('message', (question) => {
  const answer = answers[String(question)];
  if (answer) process.send?.(answer());
});
// Left behind by a test run that was killed, it ends.
process.on('disconnect', () => process.exit());
process.channel?.unref();
