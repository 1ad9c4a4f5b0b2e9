import { type Locale, locales } from '../../core/locale.ts';
import { notWritten } from '../../features/catalogue/unwritten.ts';
import type { Outline } from '../../packs/outlines-schema.ts';

/** The four files of a module as its outline gives them, by name. The words are still to be written. */
export function moduleFiles(outline: Outline): ReadonlyMap<string, string> {
  return new Map([
    ['module.yaml', structureOf(outline)],
    ...locales.map((locale): [string, string] => [`${locale}.yaml`, wordsOf(outline, locale)]),
  ]);
}

function structureOf({ minutes, level, areas, audience, owner, links, cards }: Outline): string {
  return [
    '# Structure only. The words stand in nb.yaml, nn.yaml and en.yaml, by the same ids. How to: docs/write-a-module.md.',
    'version: 1',
    `minutes: ${minutes}`,
    `level: ${level} # 1: everybody, 2: those with more responsibility, 3: those who go deep`,
    `areas: [${areas.join(', ')}]`,
    `audience: { sectors: [${audience.sectors.join(', ')}], roles: [${audience.roles.join(', ')}] } # empty: everybody`,
    '# Nobody sees the module before somebody has approved it.',
    'hiddenUntilApproved: true',
    '',
    'approval:',
    '  status: utkast',
    `  owner: ${quoted(owner)}`,
    '',
    '# Each fact has a source that somebody has read, and the day: { source: "…", verifiedAt: 2026-11-20 }',
    'sources: []',
    '',
    links.length === 0 ? 'links: []' : 'links:',
    ...links.map(({ id, url, source, verifiedAt }) => `  - ${flow({ id, url, source, verifiedAt })}`),
    '',
    'cards:',
    ...cards.map(({ id }) => `  - { id: ${id} }`),
    '',
    'quiz: []',
    'passShare: 0.8',
    '',
    'reflection: []',
    'group:',
    '  minutes: 45',
    '  opening: 5',
    '  questions: []',
    '  case: 30',
    '  closing: 10',
    '',
  ].join('\n');
}

function wordsOf({ title, summary, links, cards }: Outline, locale: Locale): string {
  return [
    `title: ${quoted(title[locale])}`,
    `summary: ${quoted(summary[locale])}`,
    '',
    'cards:',
    ...cards.flatMap(({ id, heading }) => [
      `  ${id}:`,
      `    heading: ${quoted(heading[locale])}`,
      `    text: ${quoted(notWritten)}`,
    ]),
    '',
    'case:',
    ...['title', 'text', 'ask'].map((part) => `  ${part}: ${quoted(notWritten)}`),
    ...(links.length === 0 ? [] : ['', 'links:', ...links.map(({ id, label }) => `  ${id}: ${quoted(label[locale])}`)]),
    '',
  ].join('\n');
}

/** JSON strings are YAML strings. */
const quoted = (text: string): string => JSON.stringify(text);

const flow = (values: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(values)
    .map(([key, value]) => `${key}: ${key === 'verifiedAt' ? value : quoted(value)}`)
    .join(', ')} }`;
