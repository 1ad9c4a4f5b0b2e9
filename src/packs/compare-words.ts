import type { Locale } from '../core/locale.ts';
import type { ContentProblem } from './content-problem.ts';
import type { DialogueStructure, DialogueWords } from './dialogue-schema.ts';
import type { ModuleStructure, ModuleWords } from './module-schema.ts';
import type { YamlFile } from './read-yaml.ts';

export type WordsByLocale = Readonly<Record<Locale, YamlFile<ModuleWords>>>;
type Path = readonly string[];

/** The words that module.yaml asks for, as paths in a language file. Title and summary are held by the schema. */
function expectedPaths(structure: ModuleStructure): readonly Path[] {
  return [
    ...structure.cards.map(({ id }) => ['cards', id]),
    ...structure.links.map(({ id }) => ['links', id]),
    ...structure.quiz.flatMap((question) => [
      ['quiz', question.id],
      ...question.options.map(({ id }) => ['quiz', question.id, 'options', id]),
    ]),
    ...structure.dialogues.flatMap(expectedOfDialogue),
    ...structure.reflection.map((id) => ['reflection', id]),
    ...structure.inShort.map((id) => ['inShort', id]),
    ...(structure.material === undefined ? [] : [['material']]),
    ...structure.group.questions.map(({ id }) => ['group', id]),
  ];
}

/** The words that stand in a language file. */
function presentPaths(words: ModuleWords): readonly Path[] {
  return [
    ...(words.material === undefined ? [] : [['material']]),
    ...(['cards', 'links', 'reflection', 'inShort', 'group'] as const).flatMap((part) =>
      Object.keys(words[part]).map((id) => [part, id]),
    ),
    ...Object.entries(words.quiz).flatMap(([id, { options }]) => [
      ['quiz', id],
      ...Object.keys(options).map((optionId) => ['quiz', id, 'options', optionId]),
    ]),
    ...Object.entries(words.dialogues).flatMap(([id, dialogue]) => presentInDialogue(id, dialogue)),
  ];
}

const expectedOfDialogue = ({ id, nodes, ends }: DialogueStructure): readonly Path[] => [
  ['dialogues', id],
  ...nodes.flatMap((node) => [
    ['dialogues', id, 'nodes', node.id],
    ...node.replies.map((reply) => ['dialogues', id, 'nodes', node.id, 'replies', reply.id]),
  ]),
  ...ends.map((end) => ['dialogues', id, 'ends', end.id]),
];

const presentInDialogue = (id: string, { nodes, ends }: DialogueWords): readonly Path[] => [
  ['dialogues', id],
  ...Object.entries(nodes).flatMap(([nodeId, { replies }]) => [
    ['dialogues', id, 'nodes', nodeId],
    ...Object.keys(replies).map((replyId) => ['dialogues', id, 'nodes', nodeId, 'replies', replyId]),
  ]),
  ...Object.keys(ends).map((endId) => ['dialogues', id, 'ends', endId]),
];

/** What is missing makes the module unusable in that language; what is too much is only told. */
export function compareWords(
  structure: YamlFile<ModuleStructure>,
  words: YamlFile<ModuleWords>,
): { missing: readonly ContentProblem[]; surplus: readonly ContentProblem[] } {
  const expected = expectedPaths(structure.value);
  const present = presentPaths(words.value);
  const missing = without(expected, present).map((path) => ({
    file: words.file,
    line: words.lineOf(path.slice(0, -1)),
    message: `${path.join('.')} has no words`,
    remedy: `Write them, or take ${path.at(-1)} out of ${structure.file}.`,
  }));
  const surplus = without(present, expected).map((path) => ({
    file: words.file,
    line: words.lineOf(path),
    message: `${path.join('.')} is not in ${structure.file}`,
    remedy: 'Add its id there, or delete the words.',
  }));
  return { missing, surplus };
}

/** Ids that stand twice in module.yaml, where each must name one thing. */
export function findRepeatedIds({ file, value, lineOf }: YamlFile<ModuleStructure>): readonly ContentProblem[] {
  const seen = new Set<string>();
  const problems: ContentProblem[] = [];
  for (const path of expectedPaths(value)) {
    const name = path.join('.');
    if (seen.has(name)) {
      const line = lineOf([path[0] ?? '']);
      problems.push({ file, line, message: `${name} stands twice`, remedy: 'Give each its own id.' });
    }
    seen.add(name);
  }
  return problems;
}

/** The paths of `all` that are not in `others`, without those that lie under a path already told. */
function without(all: readonly Path[], others: readonly Path[]): readonly Path[] {
  const known = new Set(others.map((path) => path.join('.')));
  const told = new Set<string>();
  return all.filter((path) => {
    const name = path.join('.');
    const isUnderTold = path.some((_, depth) => told.has(path.slice(0, depth).join('.')));
    if (known.has(name) || isUnderTold) return false;
    told.add(name);
    return true;
  });
}
