import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../../src/packs/check-pack.ts';
import { type ContentProblem, isWarning } from '../../../src/packs/content-problem.ts';
import { contentFolder } from '../../support/content-strings.ts';
import { copyPack, type Edit } from '../../support/copy-pack.ts';

const now = new Date('2026-11-23T09:00:00Z');
const real = await readFile(path.join(contentFolder, 'plain-language.yaml'), 'utf8');
const withRules = { file: 'plain-language.yaml', put: real };

/** What is told about the language of the one small module, with the limits and words of the real content. */
async function toldAfter(...edits: readonly Edit[]): Promise<readonly ContentProblem[]> {
  const { problems } = await checkPack(await copyPack(withRules, ...edits), now);
  return problems.filter(({ file }) => file.startsWith('modules/') || file === 'plain-language.yaml');
}

const nb = 'modules/uro/nb.yaml';
const long = 'Du sier fra til lederen din om alt det du har sett og hørt og skrevet ned i dag og i går og i hele uka';
const heavy =
  'Tverrfaglige samarbeidspartnere koordinerer helhetlige tjenestetilbud. Kommunale oppvekstkoordinatorer kvalitetssikrer dokumentasjonen. ' +
  'Virksomhetsledere prioriterer kompetanseutvikling. Ansatte gjennomfører systematiske observasjoner. Kommunedirektøren organiserer ' +
  'oppfølgingsmøter. Tjenestene samhandler. Fagpersoner deltar. Barnevernet bistår. Barnehagene rapporterer regelmessig.';

const cases: readonly { what: string; edit: Edit; at: string; says: RegExp; remedy: RegExp }[] = [
  {
    what: 'a long sentence',
    edit: { file: nb, find: 'text: Du sier fra.', put: `text: ${long}.` },
    at: `${nb}:9`,
    says: /^the card si-fra: «Du sier fra til lederen din …» is a sentence of 26 words$/,
    remedy: /Make two of it, of at most 22/,
  },
  {
    what: 'a long sentence by the line that it begins on, in a text of several paragraphs',
    edit: { file: nb, find: 'text: Du sier fra.', put: `text: |-\n      Kort.\n\n      Også kort. ${long}.` },
    at: `${nb}:12`,
    says: /26 words/,
    remedy: /Make two/,
  },
  {
    what: 'a long sentence in a feedback',
    edit: { file: 'modules/uro/nn.yaml', find: 'feedback: Ikkje vent.', put: `feedback: ${long}.` },
    at: 'modules/uro/nn.yaml:18',
    says: /^the question hva-forst: .*26 words/,
    remedy: /Make two/,
  },
  {
    what: 'a heavy word in bokmål',
    edit: { file: nb, find: 'Du ser noe.', put: 'Iverksett tiltak.' },
    at: `${nb}:6`,
    says: /^the card se: «Iverksett» is a heavy word$/,
    remedy: /^Write: sette i gang\.$/,
  },
  {
    what: 'a heavy word in nynorsk',
    edit: { file: 'modules/uro/nn.yaml', find: 'Du ser noko.', put: 'Du set i gang tiltak i samband med det.' },
    at: 'modules/uro/nn.yaml:6',
    says: /«i samband med»/,
    remedy: /når, ved/,
  },
  {
    what: 'a heavy word in English',
    edit: { file: 'modules/uro/en.yaml', find: 'Du ser noe.', put: 'Look prior to acting.' },
    at: 'modules/uro/en.yaml:6',
    says: /«prior to»/,
    remedy: /before/,
  },
  {
    what: 'many passives in one card',
    edit: { file: nb, find: 'Du ser noe.', put: 'Saken vurderes. Melding sendes. Den blir fulgt opp.' },
    at: `${nb}:6`,
    says: /^the card se: 3 passives hide who acts: «vurderes», «sendes», «blir fulgt»$/,
    remedy: /«du melder», not «det meldes»/,
  },
  {
    what: 'a card of long words',
    edit: { file: nb, find: 'Du sier fra.', put: heavy },
    at: `${nb}:8`,
    says: /^the card si-fra: LIX \d\d, which is hard to read$/,
    remedy: /down to 48\. The longest: oppvekstkoordinatorer/,
  },
  {
    what: 'a link label that a phone cuts',
    edit: { file: nb, find: 'plikt: Les mer', put: 'plikt: Råd ved mistanke (Statens barnehus)' },
    at: `${nb}:11`,
    says: /the button «Råd ved mistanke \(Statens barnehus\)» has 35 characters/,
    remedy: /Shorten it to 30/,
  },
];

describe('the check of plain language', () => {
  test('says nothing about a module that is easy to read', async () => {
    expect(await toldAfter()).toEqual([]);
  });

  test.each(cases)('warns of $what, with file, line and remedy', async ({ edit, at, says, remedy }) => {
    const told = await toldAfter(edit);
    const here = told.filter(({ file, line, message }) => `${file}:${line}` === at && says.test(message));
    expect(here, JSON.stringify(told, null, 2)).toHaveLength(1);
    expect(here[0]?.remedy).toMatch(remedy);
    expect(told.every(isWarning)).toBe(true);
  });

  test('takes a label of 30 characters and two passives', async () => {
    const label = { file: nb, find: 'plikt: Les mer', put: `plikt: ${'m'.repeat(30)}` };
    const passives = { file: nb, find: 'Du ser noe.', put: 'Saken vurderes. Melding sendes.' };
    expect(await toldAfter(label, passives)).toEqual([]);
  });

  test('goes by the limits and words that the municipality has written', async () => {
    const stricter = real
      .replace(/sentenceWords: \d+/, 'sentenceWords: 2')
      .replace(
        "  nb:\n    - { avoid: 'vedrørende'",
        "  nb:\n    - { avoid: 'fra', use: 'ut' }\n    - { avoid: 'vedrørende'",
      );
    const told = await toldAfter({ file: 'plain-language.yaml', put: stricter });
    expect(told.filter(({ file }) => file === nb).map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'the card si-fra: «Du sier fra.» is a sentence of 3 words',
        'the card si-fra: «fra» is a heavy word',
      ]),
    );
  });

  test('tells a mistake in its own file, by line', async () => {
    const put = real.replace("use: 'om' }", "usse: 'om' }");
    const [problem] = await toldAfter({ file: 'plain-language.yaml', put });
    expect(problem?.message).toMatch(/words\.nb\.0/);
    expect(problem?.line).toBe(real.slice(0, real.indexOf("use: 'om'")).split('\n').length);
    expect(problem && isWarning(problem)).toBe(false);
  });

  test('holds a pack without such a file against nothing', async () => {
    const { problems } = await checkPack(
      await copyPack({ file: nb, find: 'Du ser noe.', put: 'Iverksett tiltak.' }),
      now,
    );
    expect(problems.filter(({ file }) => file === nb)).toEqual([]);
  });

  test('names the line of a step of the guide, and tells a text that several steps share once', async () => {
    const rules = { file: 'plain-language.yaml', put: real.replace(/sentenceWords: \d+/, 'sentenceWords: 7') };
    const folder = await copyPack(rules);
    const { problems } = await checkPack(folder, now);
    const told = problems.filter(({ file, message }) => file.startsWith('guides/') && /is a sentence of/.test(message));
    expect(told.length).toBeGreaterThan(20);
    expect(new Set(told.map(({ file, line, message }) => `${file}:${line}: ${message}`)).size).toBe(told.length);
    for (const { file, line, message } of told.slice(0, 40)) {
      const begin = /«(\p{L}+)/u.exec(message)?.[1] ?? '';
      const lines = (await readFile(path.join(folder, file), 'utf8')).split('\n').slice(line - 1, line + 1);
      expect(lines.join('\n'), message).toContain(begin);
    }
  });

  test.each([
    ['contacts.yaml', 'use:', /^the contact .*«vedrørende» is a heavy word/],
    ['tools.yaml', 'use:', /^the tool .*«vedrørende» is a heavy word/],
    ['levels.yaml', 'explained:', /^the level .*«vedrørende» is a heavy word/],
  ])('holds %s against the same limits and words', async (file, key, says) => {
    const folder = await copyPack(withRules);
    const whole = await readFile(path.join(folder, file), 'utf8');
    const put = whole.replace(new RegExp(`${key}([^\\n]*\\n?)(\\s*)(\\{ )?nb: "?`), (found) => `${found}vedrørende `);
    await writeFile(path.join(folder, file), put);
    const { problems } = await checkPack(folder, now);
    const told = problems.filter((problem) => problem.file === file && says.test(problem.message));
    expect(told).toHaveLength(1);
    expect(told.every(isWarning)).toBe(true);
  });

  test('does not drown the editor: the real modules have at most four remarks each', async () => {
    const { problems, counts } = await checkPack(contentFolder, now);
    const told = problems.filter(({ message }) => /is a sentence of|heavy word|LIX|passives|the button/.test(message));
    const ofModules = told.filter(({ file }) => file.startsWith('modules/'));
    expect(ofModules.length).toBeLessThanOrEqual(4 * counts.modules);
    expect(ofModules.filter(({ message }) => message.includes('the button'))).toEqual([]);
  });
});
