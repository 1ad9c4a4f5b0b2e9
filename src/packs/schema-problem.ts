import { type core, z } from 'zod';

type Issue = core.$ZodIssue;
/** What a schema says of a value, in words for whoever wrote it. */
export type Said = { keys: readonly PropertyKey[]; message: string; remedy: string };

/** `schema` and `value`: of the whole file, for what is known there and what was written. */
export function schemaProblem(issue: Issue, { schema, value }: { schema: z.ZodType; value: unknown }): Said {
  const name = issue.path.map(String).join('.') || 'the file';
  const written = valueAt(value, issue.path);
  if (issue.code === 'invalid_union') return ofUnion(issue, { schema, value }, name);
  if (issue.code === 'unrecognized_keys') return unknownKey(issue, schema);
  const [message, remedy] = wordsFor(issue, written);
  return { keys: issue.path, message: `${name}${message.startsWith(':') ? '' : ' '}${message}`, remedy };
}

type Words = readonly [message: string, remedy: string];

function wordsFor(issue: Issue, written: unknown): Words {
  if (issue.code !== 'custom' && written === undefined) return ['is missing', 'Write it.'];
  if (issue.code !== 'custom' && written === null) return ['is empty', 'Write it, or take the line away.'];
  if (isOwn(issue)) return [`: ${issue.message}`, ownRemedy(issue)];
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, written);
    case 'invalid_value':
      return [`is ${quote(written)}, which cannot stand here`, `Write ${oneOf(issue.values.map(String))}.`];
    case 'too_small':
      return ['is too small', limitRemedy(issue.origin, `at least ${issue.minimum}`)];
    case 'too_big':
      return ['is too large', limitRemedy(issue.origin, `at most ${issue.maximum}`)];
    default:
      return ['is not written as it has to be', correct];
  }
}

function typeWords(expected: string, written: unknown): Words {
  if (expected === 'string' && typeof written === 'number') {
    return ['is a number, not a text', `Set it in quotation marks: "${written}".`];
  }
  return [`is ${kindOf(written)}, not ${kinds[expected] ?? expected}`, wanted(expected)];
}

function ownRemedy(issue: Issue): string {
  if (issue.message === 'is empty') return 'Write the text.';
  if (issue.code === 'too_small') return limitRemedy(issue.origin, `at least ${issue.minimum}`);
  return issue.code === 'too_big' ? limitRemedy(issue.origin, `at most ${issue.maximum}`) : correct;
}

const correct = 'Correct it; content/README.md tells what may stand here.';

/** A message that one of our own schemas has, and not the library. */
const isOwn = ({ message }: Issue): boolean => !/^(?:Invalid|Too |Unrecognized)/.test(message);

function limitRemedy(origin: string, limit: string): string {
  if (origin === 'string') return `Write ${limit} characters.`;
  return origin === 'array' || origin === 'set' ? `Write ${limit} in the list.` : `Write ${limit}.`;
}

/** Of the ways in which a value may be written, the one that it comes closest to. */
function ofUnion(issue: core.$ZodIssueInvalidUnion, of: { schema: z.ZodType; value: unknown }, name: string): Said {
  const ways = issue.errors.map((errors) =>
    errors.map((one): Issue => ({ ...one, path: [...issue.path, ...one.path] })),
  );
  const values = ways.flatMap((errors) => (errors[0]?.code === 'invalid_value' ? errors[0].values.map(String) : []));
  const written = quote(valueAt(of.value, issue.path));
  if (values.length > 0 && ways.every((errors) => errors.length === 1)) {
    return {
      keys: issue.path,
      message: `${name} is ${written}, which cannot stand here`,
      remedy: `Write ${oneOf(values)}.`,
    };
  }
  if ('options' in issue && Array.isArray(issue.options)) {
    const remedy = `Write ${oneOf(issue.options.map(String))}.`;
    return { keys: issue.path, message: `${name} is ${written}, which cannot stand here`, remedy };
  }
  const closest = ways.flat().sort((one, other) => closeness(other) - closeness(one))[0];
  return closest
    ? schemaProblem(closest, of)
    : { keys: issue.path, message: `${name} cannot be read`, remedy: correct };
}

const closeness = ({ code, path }: Issue): number => path.length * 2 + (code === 'invalid_type' ? 0 : 1);

function unknownKey(issue: core.$ZodIssueUnrecognizedKeys, schema: z.ZodType): Said {
  const key = issue.keys[0] ?? '';
  const place = issue.path.length > 0 ? issue.path.map(String).join('.') : 'this file';
  const known = knownKeys(issue.path.reduce<z.ZodType | undefined>(below, schema));
  const remedy = known.length > 0 ? `Is it misspelt? Known here: ${known.join(', ')}.` : 'Correct it, or take it away.';
  // The key stands below the path that the issue names.
  return { keys: [...issue.path, key], message: `${key} is not known in ${place}`, remedy };
}

/** The schema of what is kept under `key`; `undefined` where that cannot be told. */
function below(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return asType(inner.shape[String(key)]);
  if (inner instanceof z.ZodArray) return asType(inner.element);
  if (inner instanceof z.ZodRecord) return asType(inner.valueType);
  if (inner instanceof z.ZodTuple) return asType(inner.def.items[Number(key)] ?? inner.def.rest);
  return undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrapped(asType(schema.def.innerType));
  }
  return schema instanceof z.ZodPipe ? unwrapped(asType(schema.in)) : schema;
}

const asType = (schema: unknown): z.ZodType | undefined => (schema instanceof z.ZodType ? schema : undefined);

function knownKeys(schema: z.ZodType | undefined): readonly string[] {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );
}

const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false' },
  ...{ array: 'a list', tuple: 'a list', object: 'lines with names', record: 'lines with names' },
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'lines with names';
  return quote(value);
}

function wanted(expected: string): string {
  const kind = kinds[expected];
  if (kind === 'a list') return 'Write each on a line of its own that begins with "- ".';
  if (kind === 'lines with names') return 'Write each as "name: value" on a line of its own, further in.';
  return kind ? `Write ${kind}.` : correct;
}

const quote = (value: unknown): string => (typeof value === 'object' ? kindOf(value) : `"${String(value)}"`);

const oneOf = (values: readonly string[]): string =>
  values.length > 1 ? `one of: ${values.join(', ')}` : (values[0] ?? 'something else');
