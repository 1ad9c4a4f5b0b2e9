import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LocalText, locales } from '../../src/core/locale.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { tellFaults } from '../../src/tools/cards/tell-faults.ts';
import { indexPage } from '../../src/tools/module-preview/index-page.ts';
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
  test('are all that a learner meets, and then the group, the colleagues and what comes later, in every language', () => {
    const cards = previewCards(
      { module: aModule('uro', { dialogues: [aDialogue('samtalen')] }), laws: [] },
      render,
      now,
    );
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
      '09-i-gruppe: planen til den som leder',
      '09-i-gruppe: del 1: åpning',
      '09-i-gruppe: del 2: spørsmål',
      '09-i-gruppe: del 3: sak',
      '09-i-gruppe: del 4: avslutning',
      '10-til-kolleger: til kolleger',
      '11-senere: spørsmål 1',
      '11-senere: spørsmål 1: svarer a',
      '11-senere: spørsmål 1: svarer c',
      '11-senere: spørsmål 1: svarer riktig: b',
      '11-senere: spørsmål 2',
      '11-senere: bruk det',
    ]);
    expect(cards.map(({ card }) => card.lang)).toEqual(rows.flatMap(() => locales));
  });

  test('say what they build on, as a learner sees it', () => {
    const module = pack.catalogue.modules.find(({ moduleId }) => moduleId === 'meldeplikt');
    if (!module) throw new Error('the content has no such module');
    const cards = previewCards({ module, laws: pack.guide.laws }, render, now);
    const [rule] = cards.filter(({ row }) => row === 'hovedregelen');
    expect(JSON.stringify(rule?.card)).toMatch(/Bygger på barnevernsloven §\s13-2/);
  });

  test('tell what is new only where a version has something new', () => {
    const material = { version: 2, summary: words('Fristen er kortere.') };
    const told = previewCards({ module: aModule('uro', { version: 2, material }), laws: [] }, render, now).filter(
      ({ row }) => row.startsWith('nytt'),
    );
    expect([...new Set(told.map(({ row }) => row))]).toEqual(['nytt', 'nytt: lest']);
    for (const { card } of told) expect(JSON.stringify(card)).toContain('Fristen er kortere.');
  });

  test.each(pack.catalogue.modules.map((module) => [module.moduleId, module] as const))(
    'show every word that %s has for a learner, a group and the colleagues',
    (_, module) => {
      // A section and its number stay on one line.
      const cards = previewCards({ module, laws: [] }, render, now);
      const shownOn = (sheet: RegExp): string =>
        JSON.stringify(cards.filter((one) => sheet.test(one.sheet)).map(({ card }) => card)).replaceAll(
          '§\u00a0',
          '§ ',
        );
      const unseenOn = (sheet: RegExp, texts: readonly LocalText[]): readonly string[] => {
        const shown = shownOn(sheet);
        return texts
          .flatMap((text) => locales.map((locale) => JSON.stringify(text[locale]).slice(1, -1)))
          .filter((text) => !shown.includes(text));
      };
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
      const together = module.group.stages.flatMap((stage) => {
        if (stage.kind === 'case') return [stage.title, stage.text, stage.ask];
        return stage.kind === 'question' ? [stage.text] : [];
      });
      expect(together.length).toBeGreaterThan(3);
      expect(unseenOn(/^(?!.*(i-gruppe|til-kolleger|senere))/, texts)).toEqual([]);
      expect(unseenOn(/i-gruppe/, together)).toEqual([]);
      expect(unseenOn(/til-kolleger/, module.inShort ?? [module.summary])).toEqual([]);
      const later = [
        ...module.quiz.flatMap(({ prompt, options }) => [prompt, ...options.map(({ text }) => text)]),
        ...(module.material ? [module.material.summary] : []),
        ...module.reflection.slice(0, 3),
      ];
      expect(unseenOn(/senere/, later)).toEqual([]);
    },
  );
});

test('the contact sheet shows every picture with words for who cannot see it, and lets no title become markup', () => {
  const module = aModule('uro', { title: words('<b>Uro</b>') });
  const picture = { sheet: '01-ser', size: 'narrow', theme: 'dark', faults: [] } as const;
  const page = previewPage(module, [
    { ...picture, file: '01-ser-narrow-dark-1.png' },
    { ...picture, file: '01-ser-narrow-dark-2.png' },
  ]);
  expect(
    page.match(/<img src="01-ser-narrow-dark-[12]\.png" alt="ser på tre språk, smal, som på telefon, mørk"/g),
  ).toHaveLength(2);
  expect(page).not.toContain('<b>Uro');
});

test('the page over all modules leads to each, and lets no title become markup', () => {
  const page = indexPage([{ module: aModule('uro', { title: words('<b>Uro</b>') }), pictures: 84 }]);
  expect(page).toMatch(/<a href="uro\/index\.html">.*84 bilder/);
  expect(page).not.toContain('<b>Uro');
});

test('what is wrong on pictures is told once for light and dark', () => {
  const cut = { file: 'x.png', sheet: '01-ser', size: 'narrow', faults: ['ser, nb: it shows nothing'] } as const;
  const told = tellFaults([
    { ...cut, theme: 'light' },
    { ...cut, theme: 'dark' },
    { ...cut, size: 'wide', theme: 'dark', faults: [] },
  ]);
  expect(told).toBe('01-ser (narrow): ser, nb: it shows nothing');
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
    expect(err).toMatch(
      /^uro cannot be drawn before this is mended:\nmodules\/uro\/nb\.yaml:16: .*feedback is missing\. Write it\./,
    );
    expect(code).toBe(1);
  });

  test('draws not all but one of the modules when that one has errors', async () => {
    const folder = await copyPack({ file: 'modules/uro/nb.yaml', find: '        feedback: Ikke vent.\n', put: '' });
    const { code, err } = run('--all', '--pack', folder);
    expect(err).toMatch(/^Not all modules can be drawn before this is mended:\nmodules\/uro\/nb\.yaml:16: /);
    expect(code).toBe(1);
  });

  test('answers an option that it does not know in plain words', () => {
    const { code, err } = run('meldeplikt', '--pakke', 'x');
    expect(err).toMatch(/^Unknown option '--pakke'/);
    expect(err).not.toMatch(/ at .*\.ts:/);
    expect(code).toBe(1);
  });
});
