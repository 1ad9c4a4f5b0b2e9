import path from 'node:path';
import { locales } from '../../core/locale.ts';
import type { Checked, ContentProblem } from '../content-problem.ts';
import { fileExists } from '../file-exists.ts';
import { readGuideFiles } from '../load-guide.ts';
import type { LoadedModule } from '../load-modules.ts';
import { readWordsFile } from '../load-words.ts';
import { readYaml } from '../read-yaml.ts';
import { checkPassage } from './check-passage.ts';
import { listedPassages } from './listed-passages.ts';
import { modulePassages, stepPassages, wordPassages } from './passage.ts';
import { type PlainLanguageRules, plainLanguageSchema } from './plain-language-schema.ts';

const rulesFile = 'plain-language.yaml';

/**
 * Whether the modules, the guide, the list of words and what is listed beside them are written in plain language, by the limits and words of `plain-language.yaml`. A text that
 * several steps share is told once. A pack without that file is not held against any. What cannot be read is told when it is loaded.
 */
export async function checkPlainLanguage(
  folder: string,
  modules: readonly LoadedModule[],
): Promise<readonly ContentProblem[]> {
  const rules = await readPlainLanguage(folder);
  if (!rules.value) return rules.problems;
  const { value } = rules;
  const steps = (await readGuideFiles(folder)).flatMap((file) => file.value ?? []);
  const words = (await readWordsFile(folder)).value;
  const problems = [
    ...(await listedPassages(folder)),
    ...locales.flatMap((locale) => [
      ...modules.flatMap((module) => modulePassages(module, locale)),
      ...steps.flatMap((file) => stepPassages(file, locale)),
      ...(words ? wordPassages(words, locale) : []),
    ]),
  ].flatMap((passage) => checkPassage(passage, value));
  return [...Map.groupBy(problems, placeOf).values()].flatMap(([first]) => first ?? []);
}

/** The limits and words of the pack; no value where it has none, or where they cannot be read. */
export async function readPlainLanguage(folder: string): Promise<Checked<PlainLanguageRules>> {
  if (!(await fileExists(path.join(folder, rulesFile)))) return { value: undefined, problems: [] };
  const { value, problems } = await readYaml(folder, rulesFile, plainLanguageSchema);
  return { value: value?.value, problems };
}

/** The place and what is wrong there, without the name of the step that came upon it. */
const placeOf = ({ file, line, message }: ContentProblem): string =>
  `${file}:${line}: ${message.replace(/^.*?: /, '')}`;
