import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './support/source-files.ts';

/** What a municipality takes over as its own: nobody there would notice that a file it names is gone. */
const documents = [
  'docs/personvern/dpia.md',
  'docs/personvern/ros.md',
  'docs/sikkerhet/trusselmodell.md',
  'docs/sikkerhet/hendelseslogg.md',
];
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

describe.each(documents)('%s', (file) => {
  const text = read(file);

  it('names only files that there are', () => {
    const named = [...text.matchAll(/`((?:src|test|content|docs)\/[^`\s]+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it('links only to what there is', () => {
    const linked = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    expect(linked.filter((link) => !existsSync(path.join(root, path.dirname(file), link)))).toEqual([]);
  });

  it('names only commands that there are', () => {
    const named = [...text.matchAll(/`npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('says that it is a draft, of when, and what the municipality decides', () => {
    expect(text).toMatch(/\*\*Utkast, \d{1,2}\. \p{L}+ 20\d\d\.\*\*/u);
    expect(text).toContain('Kommunen avgjør');
  });
});
