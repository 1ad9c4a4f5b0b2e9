import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, visit } from 'yaml';

export const contentFolder = path.resolve(import.meta.dirname, '../../content');

/** A string that the municipality has written, and where. Comments are not content. */
export type ContentString = { file: string; key: string; text: string };

/** Every string in every YAML file of content/. */
export function readContentStrings(): readonly ContentString[] {
  return readdirSync(contentFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => stringsIn(file.replaceAll(path.sep, '/')));
}

function stringsIn(file: string): ContentString[] {
  const found: ContentString[] = [];
  visit(parseDocument(readFileSync(path.join(contentFolder, file), 'utf8')), {
    Pair: (_, { key, value }) => {
      if (isText(value)) found.push({ file, key: isText(key) ? key.value : '', text: value.value });
    },
    Seq: (_, { items }) => {
      for (const item of items) if (isText(item)) found.push({ file, key: '', text: item.value });
    },
  });
  return found;
}

const isText = (node: unknown): node is { value: string } =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
