import path from 'node:path';
import type { Word } from '../features/find/word.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import { fileExists } from './file-exists.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { type WordsFile, wordsFileSchema } from './words-schema.ts';

const wordsFile = 'words.yaml';

/** The list of words, as written; `undefined` where the pack has none or it cannot be read. */
export async function readWordsFile(packFolder: string): Promise<Checked<YamlFile<WordsFile>>> {
  if (!(await fileExists(path.join(packFolder, wordsFile)))) return { value: undefined, problems: [] };
  return readYaml(packFolder, wordsFile, wordsFileSchema);
}

/** Reads what the words mean. A pack need not have any. A word that stands twice is told, and the first one holds. */
export async function loadWords(packFolder: string): Promise<Checked<readonly Word[]>> {
  const { value, problems } = await readWordsFile(packFolder);
  if (!value) return { value: undefined, problems };
  const { version, approval, words } = value.value;
  const isFirst = (id: string, at: number): boolean => words.findIndex((other) => other.id === id) === at;
  const doubles = words.flatMap(({ id }, at): ContentProblem[] => {
    if (isFirst(id, at)) return [];
    const remedy = 'Give each its own id, or put the two together.';
    return [{ file: wordsFile, line: value.lineOf(['words', at]), message: `the id ${id} is used twice`, remedy }];
  });
  return {
    value: words
      .filter(({ id }, at) => isFirst(id, at))
      .map(({ id: wordId, entry, modules, tools, laws, approval: own, ...word }) => ({
        ...{ wordId, version, ...word },
        ...(entry !== undefined && { entryId: entry }),
        ...{ moduleIds: modules, toolIds: tools, lawIds: laws, approval: own ?? approval },
      })),
    problems: doubles,
  };
}
