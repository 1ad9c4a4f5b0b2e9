import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type LineCounter,
  type Node,
  visit,
} from 'yaml';
import type { ZodType } from 'zod';
import type { Checked, ContentProblem } from './content-problem.ts';
import { parseYaml } from './parse-yaml.ts';
import { schemaProblem } from './schema-problem.ts';

/** A parsed file that still knows on which line each value stands; with `offset`, the line of that character of a text. */
export type YamlFile<T> = { file: string; value: T; lineOf(keys: readonly PropertyKey[], offset?: number): number };

/** Reads `file` in the pack folder and checks it. Every problem names file, line and remedy; `value` is there only without problems. */
export async function readYaml<T>(
  packFolder: string,
  file: string,
  schema: ZodType<T>,
  /** `words`: a file of words only, where a # after a text is a part of it that YAML would drop. */
  kind?: 'words',
): Promise<Checked<YamlFile<T>>> {
  const text = await readText(packFolder, file);
  if (typeof text !== 'string') return failed(text);
  const { document, lines } = parseYaml(text);
  const [broken] = document.errors;
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1;
    return failed({
      file,
      line,
      message: firstLine(broken.message),
      remedy: 'Mend the YAML: check indentation, colons and quotes.',
    });
  }
  const lineOf = (keys: readonly PropertyKey[], offset = 0): number =>
    lineAt(document, lines, keys) + linesInto(document, keys, offset);
  const written: unknown = document.toJS();
  const cut = kind === 'words' ? cutTexts(file, text, { document, lines }) : [];
  if (cut.length > 0) return { value: undefined, problems: cut };
  const result = schema.safeParse(written);
  if (result.success) return { value: { file, value: result.data, lineOf }, problems: [] };
  return {
    value: undefined,
    problems: result.error.issues.map((issue) => {
      const { keys, message, remedy } = schemaProblem(issue, { schema, value: written });
      return { file, line: lineOf(keys), message, remedy };
    }),
  };
}

/** A file of another encoding would be read with a mark in place of every æ, ø and å. */
async function readText(packFolder: string, file: string): Promise<string | ContentProblem> {
  const bytes = await readFile(path.join(packFolder, file)).catch(() => undefined);
  if (!bytes) {
    const remedy = 'Create it, or take the reference to it away.';
    return { file, line: 1, message: 'the file cannot be read', remedy };
  }
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const message = 'the file is not UTF-8, so letters such as æ, ø and å are lost';
  return { file, line: lineOfBadByte(bytes), message, remedy: utf8 };
}

const utf8 = 'Save the file as UTF-8: in Windows Notepad, “Save as” and choose UTF-8 under Encoding.';

/** The first line that is not. A line break is the same byte in both encodings, and part of no other letter. */
const lineOfBadByte = (bytes: Buffer): number => {
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1 || 1;
};

/** Texts without quotes that a # cuts short. */
function cutTexts(file: string, text: string, at: { document: Document; lines: LineCounter }): ContentProblem[] {
  const problems: ContentProblem[] = [];
  // Most files have none: no walk through the whole document.
  if (!/\S[ \t]+#/.test(text)) return problems;
  visit(at.document, {
    Scalar(key, { type, range }) {
      if (key === 'key' || type !== 'PLAIN' || !range) return;
      if (!/^[ \t]+#/.test(text.slice(range[1]).split('\n', 1)[0] ?? '')) return;
      const { line } = at.lines.linePos(range[0]);
      const message = 'the text ends at the #, and what stands after it is lost';
      problems.push({ file, line, message, remedy: 'Set the whole text in quotation marks.' });
    },
  });
  return problems;
}

/** The line of the deepest part of `keys` that exists: where its key stands, or the item of a list begins. */
function lineAt(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number {
  const path = keys.map((key) => (typeof key === 'number' ? key : String(key)));
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = keyNode(document, path.slice(0, depth)) ?? nodeAt(document, path.slice(0, depth));
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** How many lines below its key a character stands. Only `|` keeps the lines of a text; any other text is told by where it begins. */
function linesInto(document: Document, keys: readonly PropertyKey[], offset: number): number {
  const node = nodeAt(document, keys);
  if (!isScalar<string>(node) || node.type !== 'BLOCK_LITERAL') return 0;
  return offset === 0 ? 1 : node.value.slice(0, offset).split('\n').length;
}

function keyNode(document: Document, path: readonly PropertyKey[]): Node | undefined {
  const parent = resolved(document, nodeAt(document, path.slice(0, -1)));
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key : undefined;
}

/** What is written once (`&name`) and repeated (`*name`) stands where it is written: there it is mended. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    const parent = resolved(document, node);
    node = isCollection(parent) ? parent.get(key, true) : undefined;
  }
  return isNode(node) ? node : undefined;
}

/** Looking up a name walks through the whole document, and lines are asked for by the hundred. */
const sources = new WeakMap<Alias, unknown>();

function resolved(document: Document, node: unknown): unknown {
  if (!isAlias(node)) return node;
  if (!sources.has(node)) sources.set(node, node.resolve(document));
  return sources.get(node);
}

const failed = (problem: ContentProblem): Checked<never> => ({ value: undefined, problems: [problem] });

const firstLine = (text: string): string => (text.split('\n')[0] ?? text).replace(/:$/, '');
