/** Loaded into a service under test before it starts: tells its own memory when it is asked, after a thorough clearing up. */
process.on('message', (question) => {
  if (question !== 'memory') return;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
// Left behind by a test run that was killed, it ends.
process.on('disconnect', () => process.exit());
process.channel?.unref();
