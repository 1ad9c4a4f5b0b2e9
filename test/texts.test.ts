import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../src/core/locale.ts';
import { countWords } from '../src/packs/count-words.ts';
import { readPlaceholders } from '../src/packs/icu.ts';
import { loadTexts } from '../src/packs/load-texts.ts';
import { contentFolder } from './support/content-strings.ts';

/** Guard: every sentence that the code asks for is written in every language, and nothing is written that nobody asks for. */

const root = path.resolve(import.meta.dirname, '..');
const { texts, problems } = await loadTexts(contentFolder);

type Use = { key: string; values: readonly string[] | undefined; at: string };

const sources = ['src/views', 'src/inbound'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
);

const uses = sources.flatMap(findUses);
const used = new Set(uses.map(({ key }) => key));

/** Calls of `t` in a file: the key, and the names of the values when they are written out on the spot. */
function findUses(file: string): Use[] {
  const code = readFileSync(path.join(root, file), 'utf8');
  return [...code.matchAll(/(?<![\w$])t\(\s*'([^']+)'(?:,\s*(\{[^{}]*\}))?/g)].map((match) => ({
    key: match[1] ?? '',
    values: match[2] === undefined ? undefined : namesIn(match[2]),
    at: `${file}:${code.slice(0, match.index).split('\n').length}`,
  }));
}

/** The names in `{ a, b: 1 }`; nothing certain is known of one that spreads. */
function namesIn(object: string): readonly string[] | undefined {
  if (object.includes('...')) return undefined;
  return [...object.matchAll(/(?:^\{|,)\s*(\w+)(?=\s*[:,}])/g)].map((match) => match[1] ?? '').sort();
}

function placeholdersOf(key: string): readonly string[] {
  const read = readPlaceholders(texts.nb.get(key) ?? '');
  return 'names' in read ? read.names : [];
}

describe('the texts', () => {
  test('are looked for in code that asks for many', () => {
    expect(used.size).toBeGreaterThan(50);
  });

  test('can be read, are never empty, and have the same keys and placeholders in every language', () => {
    expect(problems).toEqual([]);
    const [nb, ...others] = locales.map((locale) => [...texts[locale].keys()].sort());
    for (const other of others) expect(other).toEqual(nb);
  });

  test('are asked for by a key written out, so that this guard sees it', () => {
    const hidden = sources.flatMap((file) => {
      const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
      return lines.flatMap((line, at) =>
        /(?<![\w$])t\((?!\s*'|\s*$|key: string)/.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [],
      );
    });
    expect(hidden).toEqual([]);
  });

  test.each(locales)('have every key that is asked for, in %s', (locale) => {
    const missing = uses.filter(({ key }) => !texts[locale].has(key)).map(({ key, at }) => `${at}: ${key}`);
    expect(missing).toEqual([]);
  });

  test('are all asked for', () => {
    expect([...texts.nb.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  test('are given the values that they name', () => {
    const wrong = uses
      .filter(({ key, values }) => texts.nb.has(key) && values !== undefined)
      .filter(({ key, values }) => placeholdersOf(key).some((name) => !values?.includes(name)))
      .map(({ key, at }) => `${at}: ${key} names ${placeholdersOf(key).join(', ')}`);
    expect(wrong).toEqual([]);
  });

  test('are given values wherever they name any', () => {
    const bare = uses
      .filter(({ key, at, values }) => values === undefined && placeholdersOf(key).length > 0 && isBare(key, at))
      .map(({ key, at }) => `${at}: ${key} names ${placeholdersOf(key).join(', ')}`);
    expect(bare).toEqual([]);
  });

  test.each(locales)('are short: at most 60 words each, in %s', (locale) => {
    const long = [...texts[locale]].filter(([, text]) => countWords(text) > 60).map(([key]) => key);
    expect(long).toEqual([]);
  });
});

/** Whether the call ends right after the key. */
function isBare(key: string, at: string): boolean {
  const [file = ''] = at.split(':');
  return readFileSync(path.join(root, file), 'utf8').includes(`t('${key}')`);
}
