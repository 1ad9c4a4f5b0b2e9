import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { theGuide } from '../../features/guide/the-guide.ts';
import { lettersPack } from '../../support/letters-pack.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { modelOf, pack, posterOf } from './print-run.ts';

const folder = await lettersPack();
afterAll(() => rm(folder, { recursive: true }));

const model = modelOf(pack);
const poster = await readPdf(await posterOf(model, 'nb'));
const numberOf = /(?<![\d.:–-])(?:\d{3} \d{2} \d{3}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{3}|\d{5}|\d{3,4})(?![\d.:-])/g;

describe('the poster', () => {
  it.each(locales)('is one A4 page that is tagged and says its language and title, in %s', async (locale) => {
    const bytes = await posterOf(model, locale);
    const { pages, size, info, xmp } = await readPdf(bytes);
    expect([pages, size.map(Math.round)]).toEqual([1, [0, 0, 595, 842]]);
    expect(info).toMatchObject({
      Language: locale === 'en' ? 'en-GB' : `${locale}-NO`,
      Title: expect.stringContaining(pack.municipality.name),
    });
    expect(xmp).toContain('pdfuaid:part');
    const source = bytes.toString('latin1');
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('/Marked true');
  });

  it('shows 112, 113 and 116 111, and no number that is not a contact of the content', () => {
    const known = [...theGuide.contacts.values()].flatMap(({ number }) => number ?? []);
    const withoutDates = poster.text.replace(/utgave .*$/, '').replace(/\d\d\.\d\d–\d\d\.\d\d/g, '');
    const shown = [...new Set(withoutDates.match(numberOf))];
    expect(shown).toEqual(expect.arrayContaining(['112', '113', '116 111']));
    expect(shown.filter((number) => !known.includes(number))).toEqual([]);
  });

  it('shows no number at all for whom the municipality has set none, and says so', () => {
    const unset = theGuide.contacts.get('barnevernvakt');
    expect(unset?.number).toBeUndefined();
    expect(poster.text).toContain(`${unset?.name.nb}`);
    expect(poster.text.match(/ikke lagt inn av kommunen/g)?.length).toBeGreaterThan(3);
  });

  it('is read from the danger to the list of numbers: one H1, then sections that each begin with an H2', () => {
    const headings = poster.roles.filter((role) => /^H\d$/.test(role));
    expect(headings).toEqual(['H1', 'H2', 'H2', 'H2', 'H2', 'H2', 'H2']);
    expect(poster.text.indexOf('Er det fare nå?')).toBeLessThan(poster.text.indexOf('112'));
    expect(poster.text.indexOf('112')).toBeLessThan(poster.text.indexOf('Ikke kontakt foreldrene'));
  });

  it('has its lists as lists, and the way to report as a link', () => {
    expect(poster.roles.filter((role) => role === 'L')).toHaveLength(3);
    expect(poster.roles).toContain('Link');
    expect(poster.links).toEqual(['https://bekymringsmelding.fiks.ks.no/offentlig']);
  });

  it('says that it is a draft for as long as anything on it is one', async () => {
    expect(poster.text).toContain('Utkast: ikke kvalitetssikret ennå');
    const approval = {
      status: 'approved',
      owner: 'a',
      approvedBy: 'b',
      approvedAt: '2026-11-01',
      validTo: '2027-11-01',
    } as const;
    const approved = new Map([...theGuide.steps].map(([stepId, step]) => [stepId, { ...step, approval }]));
    const { text } = await readPdf(await posterOf({ ...model, guide: { ...theGuide, steps: approved } }, 'nb'));
    expect(text).not.toContain('Utkast');
  });

  it('warns of a number that nobody has checked for a while, and still shows it', async () => {
    const { text } = await readPdf(await posterOf({ ...model, today: '2028-01-01' }, 'nb'));
    expect(text).toContain('* Nummeret er ikke kontrollert på en stund');
    expect(text).toMatch(/112 \*.*116 111 \*/);
    expect(poster.text).not.toContain('*');
  });

  it('says the version of the content and the day it was made', () => {
    // The narrow pair "7." is read back with a space in it.
    expect(poster.text.replaceAll(' .', '.')).toContain(`utgave ${pack.version} · 23. november 2026`);
  });

  it('never says «snakk med foreldrene» without when that does not hold', () => {
    expect(poster.text).toContain('Snakk med barnet og foreldrene');
    expect(poster.text).toMatch(
      /Gjelder ikke ved mistanke om vold, overgrep, tvangsekteskap, kjønnslemlestelse eller æresrelatert kontroll/,
    );
  });

  it('is made of the content of another municipality as well', async () => {
    const other = await loadPack(folder);
    const { text, pages } = await readPdf(await posterOf(modelOf(other.pack), 'nn'));
    expect(pages).toBe(1);
    expect(text).toContain('Bokstavvik kommune');
    expect(text).toContain('Ikkje kontakt foreldra');
  });

  it('is refused where somebody to call would have no room, never made without them', async () => {
    const [one] = theGuide.contacts.values();
    const more = Array.from({ length: 20 }, (_, index) => [
      `ppt-${index}`,
      { ...one, contactId: `ppt-${index}`, kind: 'ppt' },
    ]);
    const contacts = new Map([...theGuide.contacts, ...more] as [string, NonNullable<typeof one>][]);
    await expect(posterOf({ ...model, guide: { ...theGuide, contacts } }, 'nb')).rejects.toThrow(
      /has room for \d+ contacts/,
    );
  });

  it('is the same bytes when nothing has changed', async () => {
    const [one, other] = await Promise.all([posterOf(model, 'nn'), posterOf(model, 'nn')]);
    expect(one.equals(other)).toBe(true);
  });
});
