import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const setup = { setupFiles: ['test/support/fixed-seed.ts', 'test/support/parse-yaml-once.ts'] };
const shared = { environment: 'node' as const, testTimeout: 20_000, hookTimeout: 60_000, ...setup };
/** One process for many files: all of the code is read once and not anew for each, which was a third of the time. */
const together = { isolate: false };
const azurite = { globalSetup: ['test/support/azurite-setup.ts'] };

export default defineConfig({
  test: {
    sequence: { seed: 20261123, sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...{ ...shared, ...together },
          name: 'unit',
          include: ['test/{core,features,packs,views,inbound/bot,inbound/jobs}/**/*.test.ts'],
        },
      },
      // What these set for a whole process, such as the way out, is nobody else's.
      { test: { ...shared, name: 'edges', include: ['test/{inbound/http,outbound,tools}/**/*.test.ts'] } },
      { test: { ...shared, name: 'guards', include: ['test/*.test.ts'] } },
      { test: { ...shared, ...azurite, ...together, name: 'contracts', include: ['test/contracts/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          ...{ ...azurite, ...together },
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          ...azurite,
          name: 'faults',
          include: ['test/faults/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      // What is answered within two seconds: with nothing beside it that computes.
      {
        test: {
          ...shared,
          ...azurite,
          name: 'deadlines',
          include: ['test/faults/deadlines/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'proof',
          include: ['test/**/*.proof.ts'],
          ...azurite,
          fileParallelism: false,
          // R1 in full takes more than an hour on a small machine.
          testTimeout: 3 * 3_600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
