import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Locale, locales } from '../core/locale.ts';
import type { ContentProblem } from './content-problem.ts';
import { type FlatWord, flatten, type WordTree } from './flatten.ts';
import { type Placeholders, readPlaceholders } from './icu.ts';
import type { Texts } from './pack.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** `placed`: each text with where it stands, for later checks. */
export type LoadedTexts = { texts: Texts; placed: readonly Placed[]; problems: readonly ContentProblem[] };

/** Words stand at dotted paths, so a dot inside a key would make two paths one. */
const keySchema = z.string().regex(/^[A-Za-z0-9-]+$/, 'is no key (write letters, digits and hyphens)');

const treeSchema: z.ZodType<WordTree> = z.lazy(() =>
  z.record(keySchema, z.union([z.string().trim().min(1, 'is empty'), treeSchema])),
);

/** One text in one language, and where it stands. */
export type Placed = {
  key: string;
  locale: Locale;
  text: string;
  placeholders: Placeholders;
  file: string;
  line: number;
};
type TextFile = { locale: Locale; yaml: YamlFile<WordTree> };

/**
 * Reads `text/<feature>/{nb,nn,en}.yaml`. A text that is no ICU message is left out and reported. Missing languages are reported;
 * with no folder at all there are no texts.
 */
export async function loadTexts(folder: string): Promise<LoadedTexts> {
  const features = await listFolders(path.join(folder, 'text'));
  const read = await Promise.all(features.map((feature) => readFeature(folder, feature)));
  const placed = read.flatMap(({ placed }) => placed);
  const problems = read.flatMap(({ problems }) => problems);
  const broken = new Map(placed.flatMap((one) => findBroken(one)));
  const sound = placed.filter((one) => !broken.has(one));
  const inLanguage = (locale: Locale): ReadonlyMap<string, string> =>
    new Map(sound.filter((one) => one.locale === locale).map(({ key, text }) => [key, text]));
  const texts: Texts = { nb: inLanguage('nb'), nn: inLanguage('nn'), en: inLanguage('en') };
  return {
    texts,
    placed: sound,
    problems: [...problems, ...broken.values(), ...findMissing(placed), ...findOtherPlaceholders(sound)],
  };
}

async function readFeature(folder: string, feature: string): Promise<{ placed: Placed[]; problems: ContentProblem[] }> {
  const files = await Promise.all(
    locales.map(async (locale) => ({
      locale,
      read: await readYaml(folder, `text/${feature}/${locale}.yaml`, treeSchema, 'words'),
    })),
  );
  const sound: TextFile[] = files.flatMap(({ locale, read }) => (read.value ? [{ locale, yaml: read.value }] : []));
  return {
    placed: sound.flatMap(({ locale, yaml }) => flatten(yaml.value).map((word) => place(feature, locale, yaml, word))),
    problems: files.flatMap(({ read }) => read.problems),
  };
}

function place(feature: string, locale: Locale, yaml: YamlFile<WordTree>, { path: keys, text }: FlatWord): Placed {
  const key = [feature, ...keys].join('.');
  return { key, locale, text, placeholders: readPlaceholders(text), file: yaml.file, line: yaml.lineOf(keys) };
}

function findBroken(one: Placed): [Placed, ContentProblem][] {
  if ('names' in one.placeholders) return [];
  const message = `${one.key} is no ICU message (${one.placeholders.error})`;
  return [[one, { file: one.file, line: one.line, message, remedy: 'Check braces, plural forms and quotes.' }]];
}

/** Every key stands in every language. A file that is not there at all has been told already. */
function findMissing(placed: readonly Placed[]): ContentProblem[] {
  const files = new Set(placed.map(({ file }) => file));
  return [...Map.groupBy(placed, ({ key }) => key).values()].flatMap((ones) => {
    const [first] = ones;
    if (!first) return [];
    return locales
      .filter((locale) => !ones.some((one) => one.locale === locale))
      .map((locale) => first.file.replace(/[^/]+$/, `${locale}.yaml`))
      .filter((file) => files.has(file))
      .map((file) => ({
        file,
        line: 1,
        message: `${first.key} is missing (it stands in ${first.file}:${first.line})`,
        remedy: 'Write it in this language too.',
      }));
  });
}

/** A text has the same placeholders as the first language that has it. */
function findOtherPlaceholders(sound: readonly Placed[]): ContentProblem[] {
  return [...Map.groupBy(sound, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    first ? others.flatMap((one) => comparePlaceholders(first, one)) : [],
  );
}

function comparePlaceholders(first: Placed, one: Placed): ContentProblem[] {
  const expected = namesOf(first);
  const found = namesOf(one);
  if (expected === found) return [];
  const message = `${one.key} has the placeholders ${found || 'none'}, but ${first.file} has ${expected || 'none'}`;
  return [{ file: one.file, line: one.line, message, remedy: 'Use the same placeholders in every language.' }];
}

function namesOf({ placeholders }: Placed): string {
  return 'names' in placeholders ? placeholders.names.map((name) => `{${name}}`).join(' ') : '';
}

async function listFolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
