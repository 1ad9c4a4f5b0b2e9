import { Failure } from '../../core/failure.ts';
import type { Part } from './parts.ts';

/** Have a command and reports of their own, `npm run trials`. */
export const trialsFile = 'test/faults/trials.proof.ts';

export const trialIds = [
  ...['R1', 'R1b', 'R2b', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R8b', 'R8c', 'R10', 'R11', 'R13', '401'],
] as const;
export type TrialId = (typeof trialIds)[number];

/** As `npm run trials` names them. */
const trialSizes = ['full', 'tenth', 'fortieth', 'short'] as const;
export type TrialSizeName = (typeof trialSizes)[number];

/**
 * One part for each trial of a size, those with an id in `chosen` or all: a long run that is cut keeps what was shown until then.
 * Throws Failure `invalid` for an id or a size that is none.
 */
export function trialParts(size: string, chosen: readonly string[]): readonly Part[] {
  if (!trialSizes.some((each) => each === size))
    throw new Failure('invalid', `There is no size ${size}; give one of ${trialSizes.join(', ')}`);
  const ids: readonly string[] = trialIds;
  const wrong = chosen.find((id) => !ids.includes(id));
  if (wrong) throw new Failure('invalid', `There is no trial ${wrong}; give some of ${ids.join(', ')}`);
  return ids
    .filter((id) => chosen.length === 0 || chosen.includes(id))
    .map((id) => ({
      name: `${id}, ${size}`,
      command: [
        ...['vitest', 'run', '--project', 'proof', '--reporter', 'dot', '-t', `^trials ${size} > ${id}:`],
        trialsFile,
      ],
      needs: trialsFile,
    }));
}
