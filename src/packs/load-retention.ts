import path from 'node:path';
import type { Retention } from '../features/people/retention.ts';
import type { ContentProblem } from './content-problem.ts';
import { fileExists } from './file-exists.ts';
import { readYaml } from './read-yaml.ts';
import { retentionSchema } from './retention-schema.ts';

export const retentionFile = 'retention.yaml';

/** Without the file the defaults hold. One that cannot be read gives none: better kept too long than deleted by a slip of the pen. */
export async function loadRetention(
  folder: string,
): Promise<{ retention: Retention | undefined; problems: readonly ContentProblem[] }> {
  if (!(await fileExists(path.join(folder, retentionFile)))) {
    return { retention: retentionSchema.parse({}), problems: [] };
  }
  const { value, problems } = await readYaml(folder, retentionFile, retentionSchema);
  return { retention: value?.value, problems };
}
