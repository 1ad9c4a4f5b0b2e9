import type { GuideContent } from '../features/guide/guide.ts';
import type { GuideProblem } from '../features/guide/guide-problem.ts';
import { lintGuide } from '../features/guide/lint.ts';
import { buildGuide } from './build-guide.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import { contactsFileSchema, lawsFileSchema, levelsFileSchema, toolsFileSchema } from './guide-facts-schema.ts';
import { type GuideEntry, guideFileSchema, guidePartSchema, type StepEntry } from './guide-schema.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** The first file of the guide; it names the others. */
export const guideFile = 'guides/worried.yaml';

type StepFile = YamlFile<{ steps: readonly StepEntry[] }>;

/**
 * Reads the guide with all that its cards show, and checks that no path in it can lead a person wrong.
 * `packVersion` goes into every card: a card from another version starts again.
 */
export async function loadGuide(packFolder: string, packVersion: string): Promise<Checked<GuideContent>> {
  const [contacts, laws, levels, tools, guide] = await Promise.all([
    readYaml(packFolder, 'contacts.yaml', contactsFileSchema),
    readYaml(packFolder, 'laws.yaml', lawsFileSchema),
    readYaml(packFolder, 'levels.yaml', levelsFileSchema),
    readYaml(packFolder, 'tools.yaml', toolsFileSchema),
    readYaml(packFolder, guideFile, guideFileSchema),
  ]);
  const parts = await readParts(packFolder, guide.value?.value);
  const unread = [contacts, laws, levels, tools, guide, ...parts].flatMap(({ problems }) => problems);
  if (!contacts.value || !laws.value || !levels.value || !tools.value || !guide.value || unread.length > 0) {
    return { value: undefined, problems: unread };
  }

  const stepFiles = [guide.value, ...parts.flatMap(({ value }) => value ?? [])];
  const content = buildGuide({
    packVersion,
    guide: guide.value.value,
    steps: stepFiles.flatMap(({ value }) => value.steps),
    contacts: contacts.value.value.contacts,
    laws: laws.value.value.laws,
    levels: levels.value.value,
    tools: tools.value.value.tools,
  });
  const problems = [
    ...findDoubles('contacts', [contacts.value]),
    ...findDoubles('laws', [laws.value]),
    ...findDoubles('levels', [levels.value]),
    ...findDoubles('tools', [tools.value]),
    ...findDoubles('entries', [guide.value]),
    ...findDoubles('steps', stepFiles),
    ...lintGuide(content).map(toContentProblem(guide.value, stepFiles)),
  ];
  return { value: problems.length === 0 ? content : undefined, problems };
}

/** Every file of the guide that has steps, as written. */
export async function readGuideFiles(packFolder: string): Promise<readonly Checked<StepFile>[]> {
  const guide = await readYaml(packFolder, guideFile, guideFileSchema);
  return [guide, ...(await readParts(packFolder, guide.value?.value))];
}

async function readParts(packFolder: string, guide: GuideEntry | undefined): Promise<readonly Checked<StepFile>[]> {
  return Promise.all(
    (guide?.include ?? []).map((name) => readYaml(packFolder, `guides/${name}.yaml`, guidePartSchema)),
  );
}

/** Two entries of one id: the later would silently take the place of the earlier. */
function findDoubles<List extends string>(
  list: List,
  files: readonly YamlFile<Readonly<Record<List, readonly { id: string }[]>>>[],
): ContentProblem[] {
  const seen = new Set<string>();
  return files.flatMap(({ file, value, lineOf }) =>
    value[list].flatMap(({ id }, index) => {
      const isNew = !seen.has(id);
      seen.add(id);
      if (isNew) return [];
      const remedy = 'Give each its own id, or delete one of them.';
      return [{ file, line: lineOf([list, index]), message: `the id ${id} is used twice`, remedy }];
    }),
  );
}

const toContentProblem =
  (guide: YamlFile<GuideEntry>, files: readonly StepFile[]) =>
  ({ stepId, message, remedy }: GuideProblem): ContentProblem => {
    const home = files.find(({ value }) => value.steps.some(({ id }) => id === stepId));
    if (!home) return { file: guide.file, line: 1, message: `${guide.value.id}: ${message}`, remedy };
    const line = home.lineOf(['steps', home.value.steps.findIndex(({ id }) => id === stepId)]);
    return { file: home.file, line, message: `${guide.value.id}/${stepId}: ${message}`, remedy };
  };
