import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { theGuide } from '../../features/guide/the-guide.ts';
import { lettersPack } from '../../support/letters-pack.ts';
import { modelOf, pack, pageOf } from './print-run.ts';

const folder = await lettersPack();
afterAll(() => rm(folder, { recursive: true }));

const model = modelOf(pack);
const plainText = (markup: string): string =>
  markup.replace(/<[^>]+>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
const all = (page: string, pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, found = '']) => found);

describe.each(locales)('the page in %s', (locale) => {
  const page = pageOf(model, locale);

  it('has every number of the content to press and to read, and no other', () => {
    const known = [...theGuide.contacts.values()].flatMap(({ number }) => number ?? []);
    const links = [...page.matchAll(/<a[^>]* href="tel:(\d+)"[^>]*>(.*?)<\/a>/g)];
    const shown = links.map(([, , label = '']) => plainText(label));
    expect(new Set(shown)).toEqual(new Set(known));
    for (const [, address, label = ''] of links) expect(address).toBe(plainText(label).replaceAll(' ', ''));
  });

  it('has the emergency numbers before anything else that can be read', () => {
    const text = plainText(page.slice(page.indexOf('<main')));
    expect(page.indexOf('tel:112')).toBeLessThan(page.indexOf('<nav'));
    expect(text.indexOf('112')).toBeLessThan(300);
  });

  it('has every step that is a card of its own, under a heading', () => {
    const headings = all(page, /<h3[^>]*>(.*?)<\/h3>/gs).map((heading) => plainText(heading));
    const steps = [...theGuide.steps.values()].filter(({ kind }) => kind !== 'workplace');
    const missing = steps.filter(({ heading }) => !headings.some((one) => one.startsWith(heading[locale])));
    expect(missing).toEqual([]);
    expect(headings).toHaveLength(steps.length);
  });

  it('has its headings in order: one h1, and no level passed over', () => {
    const depths = all(page, /<h([1-6])/g).map(Number);
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1);
    expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('has no anchor that leads nowhere, no name twice, and only names that exist in its labels', () => {
    const ids = all(page, / id="([^"]+)"/g);
    expect(all(page, / (?:href="#|aria-labelledby=")([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has no advice that awaits approval', () => {
    const waiting = [...theGuide.steps.values()].flatMap(({ awaitsApproval }) => awaitsApproval?.donts ?? []);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.filter((line) => plainText(page).includes(line[locale]))).toEqual([]);
  });

  it('says its language, has a title, a way past the menu and landmarks', () => {
    expect(page).toContain(`<html lang="${locale === 'en' ? 'en-GB' : `${locale}-NO`}">`);
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    expect(page).toMatch(/<body>\s*<a class="skip" href="#content">/);
    expect(all(page, /<(header|main|footer)\b/g)).toEqual(['header', 'main', 'footer']);
  });

  it('names where every choice leads, for who reads it on paper', () => {
    const choices = [...page.matchAll(/<li><a href="#step-([^"]+)">[^<]+<\/a><span class="leads"> → ([^<]+)<\/span>/g)];
    const wrong = choices.filter(
      ([, id = '', where = '']) => theGuide.steps.get(id)?.heading[locale] !== plainText(where),
    );
    expect(wrong).toEqual([]);
    expect(choices).toHaveLength(all(page, /<a href="#(step)-/g).length);
    expect(choices.length).toBeGreaterThan(100);
  });

  it('leads to the other languages, each in its own words', () => {
    const links = all(page, /<li><a href="(\w\w)\.html" lang/g);
    expect(links).toEqual(locales);
    expect(page.match(/aria-current="page"/g)).toHaveLength(1);
  });

  it('loads nothing, runs nothing and holds no style in its elements', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(| src=| on\w+="| style="/);
  });

  it('names no list and no paragraph that is empty', () => {
    expect(page).not.toMatch(/<(p|li|ul|ol|dl|dd|h\d)[^>]*>\s*<\/\1>/);
  });

  it('marks every step that nobody has approved, and says once what the mark means', () => {
    const steps = [...theGuide.steps.values()].filter(({ kind }) => kind !== 'workplace');
    expect(all(page, /class="(mark)"/g)).toHaveLength(steps.length);
    expect(all(page, /class="(draft-note)"/g)).toHaveLength(1);
  });
});

describe('the page', () => {
  it('has no mark when all is approved, and names who answers for it', () => {
    const approval = {
      status: 'approved',
      owner: 'a',
      approvedBy: 'Kari & co',
      approvedAt: '2026-11-01',
      validTo: '2027-11-01',
    } as const;
    const steps = new Map([...theGuide.steps].map(([stepId, step]) => [stepId, { ...step, approval }]));
    const page = pageOf({ ...model, guide: { ...theGuide, steps } }, 'nb');
    expect(page).not.toMatch(/class="(mark|draft-note)"/);
    expect(plainText(page)).toContain('Kvalitetssikret av Kari & co');
  });

  it('keeps what a municipality has written as words, never as markup', () => {
    const page = pageOf({ ...model, municipality: '<b>Vik</b> & "omegn"' }, 'nb');
    expect(page).not.toContain('<b>');
    expect(plainText(page)).toContain('<b>Vik</b> & "omegn"');
  });

  it('tells at every level when the level does not hold', () => {
    const page = pageOf(model, 'nb');
    expect(page.match(/class="warning"/g)).toHaveLength(theGuide.levels.levels.length);
  });

  it('is made of the content of another municipality as well, with its own opening hours and forms', async () => {
    const other = await loadPack(folder);
    const text = plainText(pageOf(modelOf(other.pack), 'nn'));
    expect(text).toContain('Bokstavvik kommune');
    for (const { number } of other.pack.guide.contacts.values())
      expect(text).toContain(number ?? 'ikkje lagt inn av kommunen');
  });
});
