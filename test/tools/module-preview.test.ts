import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/core/locale.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { previewCards } from '../../src/tools/module-preview/preview-cards.ts';
import { previewPage } from '../../src/tools/module-preview/preview-page.ts';
import { createRender } from '../../src/views/create-render.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack } from '../support/copy-pack.ts';
import { aDialogue } from '../support/dialogue-builder.ts';
import { aModule, words } from '../support/module-builder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const now = new Date('2026-11-23T09:00:00Z');
const { pack } = await loadPack(contentFolder);
const render = await createRender({ cardsFolder: path.join(root, 'cards'), texts: pack.texts, zone: pack.zone });

function run(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const command = path.join(root, 'src/tools/preview-module.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('the cards of a preview', () => {
  test('are all that a learner meets, in order, in every language', () => {
    const cards = previewCards(aModule('uro', { dialogues: [aDialogue('samtalen')] }), render, now);
    const rows = [...new Set(cards.map(({ sheet, row }) => `${sheet}: ${row}`))];
    expect(rows).toEqual([
      '01-ser: ser',
      '02-deler: deler',
      '03-handler: handler',
      '04-q1: åpent spørsmål',
      '04-q1: svarer a',
      '04-q1: svarer c',
      '04-q1: svarer riktig: b',
      '05-q2: åpent spørsmål',
      '05-q2: svarer b',
      '05-q2: svarer riktig: a, c',
      '06-samtalen: scenen',
      '06-samtalen: start',
      '06-samtalen: start: svarer fakta',
      '06-samtalen: start: svarer skjult',
      '06-samtalen: start: svarer anklage',
      '06-samtalen: uklar',
      '06-samtalen: uklar: svarer igjen',
      '06-samtalen: uklar: svarer slippe',
      '06-samtalen: sammen',
      '06-samtalen: sammen: svarer avtale',
      '06-samtalen: sammen: svarer vente',
      '07-refleksjon: refleksjon',
      '08-ferdig: ferdig',
    ]);
    expect(cards.map(({ card }) => card.lang)).toEqual(rows.flatMap(() => locales));
  });

  test.each(pack.catalogue.modules.map((module) => [module.moduleId, module] as const))(
    'show every word that %s has for a learner',
    (_, module) => {
      // A section and its number stay on one line.
      const shown = JSON.stringify(previewCards(module, render, now).map(({ card }) => card)).replaceAll(
        '§\u00a0',
        '§ ',
      );
      const texts = [
        ...module.cards.flatMap(({ heading, text, links }) => [heading, text, ...links.map(({ label }) => label)]),
        ...module.quiz.flatMap(({ prompt, options }) => [
          prompt,
          ...options.flatMap(({ text, feedback }) => [text, feedback]),
        ]),
        ...module.dialogues.flatMap(({ title, scene, nodes, ends }) => [
          ...[title, scene, ...ends.map(({ text }) => text)],
          ...nodes.flatMap(({ speaker, says, replies }) => [
            ...[speaker, says],
            ...replies.flatMap(({ text, feedback }) => [text, feedback]),
          ]),
        ]),
        ...module.reflection,
      ];
      const unseen = texts.flatMap((text) => locales.map((locale) => JSON.stringify(text[locale]).slice(1, -1)));
      expect(unseen.filter((text) => !shown.includes(text))).toEqual([]);
    },
  );
});

test('the contact sheet shows every picture with words for who cannot see it, and lets no title become markup', () => {
  const module = aModule('uro', { title: words('<b>Uro</b>') });
  const picture = { sheet: '01-ser', size: 'narrow', theme: 'dark' } as const;
  const page = previewPage(module, [
    { ...picture, file: '01-ser-narrow-dark-1.png' },
    { ...picture, file: '01-ser-narrow-dark-2.png' },
  ]);
  expect(
    page.match(/<img src="01-ser-narrow-dark-[12]\.png" alt="ser på tre språk, smal, som på telefon, mørk"/g),
  ).toHaveLength(2);
  expect(page).not.toContain('<b>Uro');
});

describe('npm run preview', () => {
  test('lists the modules when none is named', () => {
    const { code, out } = run();
    for (const { moduleId, title } of pack.catalogue.modules) expect(out).toContain(`${moduleId}  ${title.nb}\n`);
    expect(code).toBe(0);
  });

  test('answers an unknown module with one kind line that names those there are', () => {
    const { code, out, err } = run('meldeplikten');
    expect(err).toMatch(
      /^There is no module «meldeplikten» in pack\.yaml\. Choose one of: bti-veilederen, .*lederansvar\n$/,
    );
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('tells file, line and remedy of a module that has errors', async () => {
    const folder = await copyPack({ file: 'modules/uro/nb.yaml', find: '        feedback: Ikke vent.\n', put: '' });
    const { code, err } = run('uro', '--pack', folder);
    expect(err).toMatch(/^uro cannot be drawn before this is mended:\nmodules\/uro\/nb\.yaml:16: .*feedback.*schema/);
    expect(code).toBe(1);
  });

  test('answers an option that it does not know in plain words', () => {
    const { code, err } = run('meldeplikt', '--pakke', 'x');
    expect(err).toMatch(/^Unknown option '--pakke'/);
    expect(err).not.toMatch(/ at .*\.ts:/);
    expect(code).toBe(1);
  });
});
