import path from 'node:path';
import type { LocalPhrases } from '../features/guide/triage.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import { fileExists } from './file-exists.ts';
import { phrasesFileSchema } from './phrases-schema.ts';
import { readYaml } from './read-yaml.ts';

const file = 'phrases.yaml';

/** Reads the municipality's own phrases. A pack need not have any. Each is of its own id. */
export async function loadPhrases(packFolder: string): Promise<Checked<readonly LocalPhrases[]>> {
  if (!(await fileExists(path.join(packFolder, file)))) return { value: [], problems: [] };
  const { value, problems } = await readYaml(packFolder, file, phrasesFileSchema);
  if (!value) return { value: undefined, problems };
  const { phrases } = value.value;
  const doubles = phrases.flatMap(({ id }, index): ContentProblem[] => {
    if (phrases.findIndex((other) => other.id === id) === index) return [];
    const remedy = 'Give each its own id, or put the phrases together.';
    return [{ file, line: value.lineOf(['phrases', index]), message: `the id ${id} is used twice`, remedy }];
  });
  if (doubles.length > 0) return { value: undefined, problems: doubles };
  return { value: phrases.map(({ any, ...rest }): LocalPhrases => ({ ...rest, phrases: any })), problems: [] };
}
