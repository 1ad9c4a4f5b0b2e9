import { locales } from '../core/locale.ts';
import type { Module } from '../features/catalogue/module.ts';
import { buildModule } from './build-module.ts';
import { findBrokenWays } from './check-dialogues.ts';
import { compareWords, findRepeatedIds, type WordsByLocale } from './compare-words.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import { type ModuleStructure, moduleStructureSchema, moduleWordsSchema } from './module-schema.ts';
import type { PackFile, PackModule } from './pack-schema.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** A module together with the files that it was read from, so that later checks can name a line. */
export type LoadedModule = { module: Module; structure: YamlFile<ModuleStructure>; words: WordsByLocale };
export type LoadedModules = { modules: readonly LoadedModule[]; problems: readonly ContentProblem[] };

/** Reads the modules that pack.yaml names, in its order. A broken one is left out and reported; the others stand. */
export async function loadModules(folder: string, pack: PackFile): Promise<LoadedModules> {
  const unique = pack.modules.filter((entry, at, all) => all.findIndex(({ id }) => id === entry.id) === at);
  const loaded = await Promise.all(unique.map((entry) => loadModule(folder, entry, pack.obligation)));
  return {
    modules: loaded.flatMap(({ value }) => value ?? []),
    problems: loaded.flatMap(({ problems }) => problems),
  };
}

async function loadModule(
  folder: string,
  entry: PackModule,
  obligation: PackFile['obligation'],
): Promise<Checked<LoadedModule>> {
  const fileOf = (name: string): string => `modules/${entry.id}/${name}.yaml`;
  const [structure, nb, nn, en] = await Promise.all([
    readYaml(folder, fileOf('module'), moduleStructureSchema),
    readYaml(folder, fileOf('nb'), moduleWordsSchema, 'words'),
    readYaml(folder, fileOf('nn'), moduleWordsSchema, 'words'),
    readYaml(folder, fileOf('en'), moduleWordsSchema, 'words'),
  ]);
  const unread = [structure, nb, nn, en].flatMap(({ problems }) => problems);
  if (!structure.value || !nb.value || !nn.value || !en.value) return { value: undefined, problems: unread };

  const words: WordsByLocale = { nb: nb.value, nn: nn.value, en: en.value };
  const { blocking, told } = findGaps(structure.value, words);
  if (blocking.length > 0) return { value: undefined, problems: [...blocking, ...told] };
  const module = buildModule(entry, obligation, structure.value.value, words);
  return { value: { module, structure: structure.value, words }, problems: told };
}

/** What makes the module unusable, and what is only told. */
function findGaps(
  structure: YamlFile<ModuleStructure>,
  words: WordsByLocale,
): Record<'blocking' | 'told', ContentProblem[]> {
  const compared = locales.map((locale) => compareWords(structure, words[locale]));
  return {
    blocking: [
      ...findRepeatedIds(structure),
      ...findUnknownLinks(structure),
      ...findBrokenWays(structure),
      ...compared.flatMap(({ missing }) => missing),
    ],
    told: compared.flatMap(({ surplus }) => surplus),
  };
}

function findUnknownLinks({ file, value, lineOf }: YamlFile<ModuleStructure>): ContentProblem[] {
  const known = new Set(value.links.map(({ id }) => id));
  const unknownIn = (what: string, ids: readonly string[], keys: readonly (string | number)[]): ContentProblem[] =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        ...{ file, line: lineOf(keys), message: `${what} names the link ${id}, which does not exist` },
        remedy: 'Add it under links, with url, source and verifiedAt.',
      }));
  return [
    ...value.cards.flatMap((card, at) => unknownIn(`the card ${card.id}`, card.links, ['cards', at, 'links'])),
    ...unknownIn('learnMore', value.learnMore, ['learnMore']),
  ];
}
