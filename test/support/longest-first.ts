import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, measured on a clean clone with two processors. Vitest knows no durations there and begins with the
 * biggest file: then one of these begins last, and all processors but one wait for it.
 */
const longest = [
  'test/faults/trials.test.ts',
  'test/faults/played-trials.test.ts',
  'test/faults/attendance-kills.test.ts',
  'test/e2e/workbench.test.ts',
  'test/e2e/diploma.test.ts',
  'test/e2e/npm-start.test.ts',
  'test/journeys/hostile.test.ts',
  'test/journeys/rollups.test.ts',
  'test/journeys/area-digest.test.ts',
  'test/journeys/same-press-twice.test.ts',
  'test/contracts/content-export.test.ts',
  'test/contracts/azurite.test.ts',
  'test/contracts/lost-answers.test.ts',
  'test/contracts/app-install.test.ts',
];

/** Vitest's own order, but within each project the longest files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).sort((one, other) => rank(one) - rank(other)),
    );
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? longest.length : place;
}
