import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Expression } from 'adaptive-expressions';

import { z } from 'zod';
import { Failure } from '../core/failure.ts';
import { GlobalSettings, Template } from './templating-library.ts';

/** Fills a template with data. Throws Failure `bug` when the template binds a field that is not there. */
export type Expand = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * The templating library writes a missing field as a literal `${path}` into the card. Its hook is global and an exception in it is
 * swallowed, so it only takes notes; expanding is synchronous, so the notes belong to the expansion that is running.
 */
let missing: string[] = [];
GlobalSettings.getUndefinedFieldValueSubstitutionString = (field) => {
  missing.push(field);
  return '';
};

const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });

/** By the name of the card. */
export type Templates = ReadonlyMap<string, Expand>;

/** Every `*.json` in the folder by its name without `.json`, compiled once. Throws Failure `bug` that names the file that is wrong. */
export async function compileTemplates(folder: string): Promise<Templates> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const compiled = await Promise.all(
    files.map(async (file) => {
      const name = path.basename(file, '.json');
      return [name, compileTemplate(name, await readFile(path.join(folder, file), 'utf8'))] as const;
    }),
  );
  return new Map(compiled);
}

/** Compiles the text of `cards/<name>.json`. */
export function compileTemplate(name: string, text: string): Expand {
  const file = `cards/${name}.json`;
  let template: Template;
  try {
    const json: unknown = JSON.parse(text);
    checkBindings(json);
    template = new Template(json);
  } catch (cause) {
    throw new Failure('bug', `${file} does not compile: ${messageOf(cause)}; mend the template`, { cause });
  }
  return (data) => expand(file, template, data);
}

function expand(file: string, template: Template, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  missing = [];
  let card: unknown;
  try {
    card = template.expand({ $root: data });
  } catch (cause) {
    throw new Failure('bug', `${file} cannot be filled: ${messageOf(cause)}; mend the view or the template`, { cause });
  }
  if (missing.length > 0) {
    const fields = [...new Set(missing)].join(', ');
    throw new Failure('bug', `${file} binds ${fields}, which the view does not give; add it to the view's data`);
  }
  return cardSchema.parse(card);
}

/** The library accepts an unknown function and fails only when it is called; the parser of the expressions refuses it now. */
function checkBindings(node: unknown): void {
  if (typeof node === 'string' && node.includes('${')) {
    if (/\$\{[^}]*$/.test(node)) throw new Error(`"${node}" has no closing brace`);
    Expression.parse(`\`${node}\``);
  }
  if (typeof node !== 'object' || node === null) return;
  for (const value of Object.values(node)) checkBindings(value);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
