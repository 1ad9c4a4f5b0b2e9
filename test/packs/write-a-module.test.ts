import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { roles, sectors } from '../../src/features/people/person.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import type { ContentProblem } from '../../src/packs/content-problem.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack, isOfLanguage } from '../support/copy-pack.ts';

/** Of the module; the example is in bokmål, and stands for all three languages. */
const saidOf = (problems: readonly ContentProblem[]) =>
  problems.filter((one) => one.file.startsWith('modules/') && !isOfLanguage(one)).map(({ message }) => message);

const root = path.resolve(import.meta.dirname, '../..');
const guide = await readFile(path.join(root, 'docs/write-a-module.md'), 'utf8');

/** The example's own file of that name. */
const example = (file: string): string => new RegExp('```yaml ' + `${file}\n([^]*?)` + '```').exec(guide)?.[1] ?? '';

test('the module in "Slik skriver du en modul" passes the check as it stands, with nothing to see to but that it is a draft', async () => {
  const put = example('nb.yaml');
  const edits = ['nb', 'nn', 'en'].map((locale) => ({ file: `modules/uro/${locale}.yaml`, put }));
  const rules = await readFile(path.join(contentFolder, 'plain-language.yaml'), 'utf8');
  const folder = await copyPack({ file: 'modules/uro/module.yaml', put: example('module.yaml') }, ...edits, {
    file: 'plain-language.yaml',
    put: rules,
  });
  const { problems, counts } = await checkPack(folder, new Date('2026-11-23T09:00:00Z'));
  expect(counts.modules).toBe(1);
  expect(saidOf(problems)).toEqual(['nobody has approved the module']);
});

test('so do the course and its link, put where they say', async () => {
  const label = '\n  rutinen: Les mer hos Bufdir\n';
  const nb = example('nb.yaml').replace(label, `${label}  kurset: Kurs om overganger\n`);
  const edits = ['nb', 'nn', 'en'].map((locale) => ({ file: `modules/uro/${locale}.yaml`, put: nb }));
  const structure = example('module.yaml').replace(/\nlinks:\n.*\n/, () => `\n${example('lær mer i module.yaml')}`);
  const folder = await copyPack({ file: 'modules/uro/module.yaml', put: structure }, ...edits);
  const { problems } = await checkPack(folder, new Date('2026-11-23T09:00:00Z'));
  expect(saidOf(problems)).toEqual(['nobody has approved the module']);
});

test('so do the lines for a module that is in use', async () => {
  const nb = example('nb.yaml').replace('\ncards:\n', '\nmaterial: Møt foreldrene alt i januar.\n\ncards:\n');
  const edits = ['nb', 'nn', 'en'].map((locale) => ({ file: `modules/uro/${locale}.yaml`, put: nb }));
  const put = `${example('module.yaml').replace('version: 1', 'version: 3')}\n${example('i bruk, i module.yaml')}`;
  const folder = await copyPack({ file: 'modules/uro/module.yaml', put }, ...edits);
  const { problems } = await checkPack(folder, new Date('2026-11-23T09:00:00Z'));
  expect(saidOf(problems)).toEqual(['nobody has approved the module']);
});

test('so does the practice talk, put where it says', async () => {
  const nb = `${example('nb.yaml')}\n${example('samtale i nb.yaml')}`;
  const edits = ['nb', 'nn', 'en'].map((locale) => ({ file: `modules/uro/${locale}.yaml`, put: nb }));
  const structure = example('module.yaml').replace(
    '\nreflection:',
    `\n${example('samtale i module.yaml')}\nreflection:`,
  );
  const rules = await readFile(path.join(contentFolder, 'plain-language.yaml'), 'utf8');
  const folder = await copyPack({ file: 'modules/uro/module.yaml', put: structure }, ...edits, {
    file: 'plain-language.yaml',
    put: rules,
  });
  const { problems } = await checkPack(folder, new Date('2026-11-23T09:00:00Z'));
  expect(structure).toContain('dialogues:');
  expect(saidOf(problems)).toEqual(['nobody has approved the module']);
});

test('"Slik skriver du en modul" tells every remark of the check in its own words, and the limit of a button as it is', async () => {
  const check = await readFile(path.join(root, 'src/packs/plain-language/check-passage.ts'), 'utf8');
  const remarks = [
    'is a sentence of',
    'which is hard to read',
    'passives hide who acts',
    'is a heavy word',
    'and a phone cuts it',
  ];
  for (const remark of remarks) {
    expect(check).toContain(remark);
    expect(guide).toContain(remark);
  }
  expect(check.match(/\bwarning\(/g)).toHaveLength(remarks.length);
  const rules = await readFile(path.join(contentFolder, 'plain-language.yaml'), 'utf8');
  expect(guide).toContain(`høyst **${/labelCharacters: (\d+)/.exec(rules)?.[1]} tegn**`);
});

test('content/README.md names every role and every kind of service that a module may be for', async () => {
  const readme = await readFile(path.join(contentFolder, 'README.md'), 'utf8');
  expect(readme).toContain(`\`roles\`: \`${roles.join(' ')}\``);
  expect(readme).toContain(`\`sectors\`: \`${sectors.join(' ')}\``);
});
