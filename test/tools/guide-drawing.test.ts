import { rm } from 'node:fs/promises';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { afterAll, describe, expect, it } from 'vitest';
import type { GuideContent, Step } from '../../src/features/guide/guide.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { drawingPage } from '../../src/tools/guide-drawing/drawing-page.ts';
import { theGuide } from '../features/guide/the-guide.ts';
import { lettersPack } from '../support/letters-pack.ts';

const folder = await lettersPack();
afterAll(() => rm(folder, { recursive: true }));
const graphviz = await Graphviz.load();
const draw = (guide: GuideContent, today: `${number}-${number}-${number}` = '2026-11-23'): string =>
  drawingPage(graphviz, { guide, municipality: 'Fjordvik kommune', today });

const { pack: letters } = await loadPack(folder);
const guides = [
  ['the guide that is delivered', theGuide],
  ['another municipality’s', letters.guide],
] as const;

/** Every box and arrow by its name, with the words in it. A sentence is drawn in several lines. */
function drawnIn(page: string): ReadonlyMap<string, string> {
  const groups = [
    ...page.matchAll(/<g id="((?:box|arrow)&#45;[^"]+)"[^>]*>(.*?)(?=<g id="(?:box|arrow)&#45;|<\/svg>)/gs),
  ];
  return new Map(groups.map(([, name = '', inside = '']) => [plainText(name), wordsIn(inside)]));
}

const wordsIn = (markup: string): string =>
  [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line = '']) => plainText(line).trim()).join(' ');

const plainText = (markup: string): string =>
  markup
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The words of a choice, in the box of its step or on an arrow from it. */
function isDrawn(drawn: ReadonlyMap<string, string>, { stepId }: Step, label: string): boolean {
  const own = [...drawn].filter(([name]) => name === `box-${stepId}` || name.startsWith(`arrow-${stepId}-`));
  return own.some(([, words]) => words.includes(label));
}

describe.each(guides)('the drawing of %s', (_, guide) => {
  const page = draw(guide);
  const drawn = drawnIn(page);
  const steps = [...guide.steps.values()];

  it('has a box for every step, with its heading and that it is a draft', () => {
    const wrong = steps.filter(({ stepId, heading }) => {
      const words = drawn.get(`box-${stepId}`) ?? '';
      return !words.includes(heading.nb) || !words.includes('utkast');
    });
    expect(wrong.map(({ stepId }) => stepId)).toEqual([]);
  });

  it('has every choice, as an arrow or in the box that it leaves', () => {
    const missing = steps.flatMap((step) =>
      step.choices
        .filter(({ label }) => !isDrawn(drawn, step, label.nb))
        .map(({ choiceId }) => `${step.stepId}/${choiceId}`),
    );
    expect(missing).toEqual([]);
  });

  it('marks every «Vet ikke» with a sign', () => {
    const unmarked = steps.flatMap((step) =>
      step.choices.filter(({ isUnsure, label }) => isUnsure && !isDrawn(drawn, step, `(?) ${label.nb}`)),
    );
    expect(unmarked).toEqual([]);
    expect(steps.flatMap(({ choices }) => choices).filter(({ isUnsure }) => isUnsure).length).toBeGreaterThan(2);
  });

  it('has every text in three languages, and every entry', () => {
    const text = plainText(page);
    const texts = steps.flatMap(({ heading, choices }) => [heading, ...choices.map(({ label }) => label)]);
    const labels = [...guide.entries.values()].map(({ label }) => label);
    const missing = [...texts, ...labels].flatMap((one) => Object.values(one)).filter((words) => !text.includes(words));
    expect(missing).toEqual([]);
  });

  it('has no link that leads nowhere, and no name twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => plainText(id));
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id = '']) => plainText(id));
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(links.length).toBeGreaterThan(steps.length);
  });

  it('loads nothing from anywhere, and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(| src=| on\w+="/);
    expect(page).toContain("default-src 'none'");
  });

  it('is the same when nothing has changed', () => {
    expect(draw(guide)).toBe(page);
  });
});

describe('the drawing', () => {
  it('says what somebody must see to: numbers that are not set, and what must be checked again', () => {
    const later = draw(theGuide, '2028-01-01');
    expect(plainText(later)).toContain('▲ ikke lagt inn');
    expect(plainText(later)).toContain('▲ må sjekkes (gjaldt til 2027-05-21)');
    expect(draw(theGuide)).not.toContain('må sjekkes (');
  });

  it('has the advice that awaits approval, for those who are to give it', () => {
    const text = plainText(draw(theGuide));
    expect(text).toContain('Ikke la barnet være alene.');
    expect(text).toContain('vises ikke for noen · eier: kommuneoverlege');
  });

  it('no longer calls a step a draft when somebody has approved it, and does again when that has run out', () => {
    const approval = {
      status: 'approved',
      owner: 'a',
      approvedBy: 'Kari',
      approvedAt: '2026-11-01',
      validTo: '2027-11-01',
    } as const;
    const guide = { ...theGuide, steps: new Map([...theGuide.steps].map(([id, step]) => [id, { ...step, approval }])) };
    expect(drawnIn(draw(guide)).get('box-start')).not.toContain('utkast');
    expect(drawnIn(draw(guide, '2028-01-01')).get('box-start')).toContain('utkast');
  });
});
