import { Failure } from '../core/failure.ts';
import type { RosterRules } from '../features/people/roster.ts';
import { formatProblem } from './content-problem.ts';
import { readYaml } from './read-yaml.ts';
import { rosterSchema } from './roster-schema.ts';

export const rosterFile = 'roster.yaml';

/** How the HR system's file is read. Throws Failure `invalid` that names file and line: guessing would give people the wrong rights. */
export async function loadRoster(folder: string): Promise<RosterRules> {
  const { value, problems } = await readYaml(folder, rosterFile, rosterSchema);
  if (value) return value.value;
  throw new Failure('invalid', problems.map(formatProblem).join('\n'));
}
