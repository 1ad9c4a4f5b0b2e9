import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import type { Diploma } from '../../../src/features/progress/diploma.ts';
import { createDiplomaPress } from '../../../src/views/print/diploma-press.ts';
import { aModule, words } from '../../support/module-builder.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { strangeName } from '../strange-name.ts';
import { pack } from './print-run.ts';

const paper = { texts: pack.texts, zone: pack.zone, municipality: pack.municipality.name };
const press = createDiplomaPress(paper);
const module = aModule('meldeplikt', {
  title: words('Meldeplikt'),
  sources: [{ source: 'barnevernsloven § 13-2', verifiedAt: '2026-07-02' }],
});
const diploma: Diploma = {
  displayName: 'Kari Lund',
  module,
  moduleVersion: 2,
  cycle: 1,
  completedAt: new Date('2026-11-23T09:00:00Z'),
  completedOn: '2026-11-23',
  form: 'alone',
  isDraft: false,
};
const nextYear = new Date('2027-02-01T09:00:00Z');
const make = (changes: Partial<Diploma> = {}, locale: (typeof locales)[number] = 'nb') =>
  press({ ...diploma, ...changes }, locale, nextYear);
const read = async (changes: Partial<Diploma> = {}, locale: (typeof locales)[number] = 'nb') =>
  readPdf((await make(changes, locale)).bytes);

describe('a diploma', () => {
  it.each(locales)('is one A4 page, tagged, in its language and with a title, in %s', async (locale) => {
    const { pages, size, info, xmp } = await read({}, locale);
    expect([pages, size.map(Math.round)]).toEqual([1, [0, 0, 595, 842]]);
    expect(info).toMatchObject({
      Language: locale === 'en' ? 'en-GB' : `${locale}-NO`,
      Title: expect.stringMatching(/Meldeplikt, Kari Lund$/),
      Author: pack.municipality.name,
    });
    expect(xmp).toContain('pdfuaid:part');
  });

  it('says who has done what, when, how long, how, which version, on what it builds and who made it', async () => {
    const { text } = await read();
    for (const said of ['Fjordvik kommune', 'Kursbevis', 'Kari Lund', 'har gjennomført modulen', 'Meldeplikt']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Fullført 23. november 2026');
    expect(text).toContain('Omfang 8 minutter');
    expect(text).toContain('Gjennomføring På egen hånd');
    expect(text).toContain('Utgave 2');
    expect(text).toContain('Modulen bygger på barnevernsloven § 13-2');
    expect(text).toContain('Gyldig uten underskrift');
    expect(text).not.toContain('Utkast');
  });

  it.each([
    ['nb', 'I gruppe med kolleger', 'Utkast: innholdet i modulen er ikke kvalitetssikret ennå.'],
    ['nn', 'I gruppe med kollegaer', 'Utkast: innhaldet i modulen er ikkje kvalitetssikra enno.'],
    ['en', 'In a group with colleagues', 'Draft: nobody has approved the content of the module yet.'],
  ] as const)(
    'says that it was done in a group, and that the content is a draft, in %s',
    async (locale, form, draft) => {
      const { text } = await read({ form: 'group', isDraft: true }, locale);
      expect(text).toContain(form);
      expect(text).toContain(draft);
    },
  );

  it('is read from the sender to the foot, with the facts as a list and the mark in words', async () => {
    const { roles, alts, languages } = await read({ isDraft: true });
    expect(roles.filter((role) => /^(H\d|L|Figure)$/.test(role))).toEqual(['Figure', 'H1', 'L', 'H2']);
    expect(roles.filter((role) => role === 'LI')).toHaveLength(4);
    expect(alts).toEqual(['Merket til Undring: en snakkeboble med et spørsmålstegn']);
    expect(languages).toContain('nb-NO');
  });

  it('has every letter of Norwegian and Northern Sámi, also when it comes in two parts', async () => {
    const name = 'Áđŋŧ Čáppa Šuorbmu Žuđđe Æøå';
    expect((await read({ displayName: name })).text).toContain(name);
    expect((await read({ displayName: name.normalize('NFD') })).text).toContain(name);
  });

  it('is only a name, whatever the name tries', async () => {
    const { text, pages, links } = await read({ displayName: `${strangeName}\r\n\u202eabc` });
    expect(pages).toBe(1);
    expect(links).toEqual([]);
    expect(text).not.toMatch(/[\u202a-\u202e\u200b]/u);
    expect((await read({ displayName: `Kari\u202e\nLund` })).text).toContain('Kari Lund');
  });

  it('wraps a long name and a long title, and still says all the rest', async () => {
    const long = 'Anne-Margrethe Elisabeth Wilhelmine Kristoffersen-Nordahl Gjerdrumsvik af Storfjordbotn';
    const title = words('Samarbeid tidlig: hvordan du ser, deler og handler når et barn eller en familie trenger noen');
    const { text, pages } = await read({ displayName: long, isDraft: true, module: { ...module, title } });
    expect(pages).toBe(1);
    expect(text).toContain('Kristoffersen-Nordahl');
    expect(text).toContain('Gyldig uten underskrift');
  });

  it('is made for any name, title and number of sources', async () => {
    const anything = fc.record({
      name: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), fc.constant('ŋ'.repeat(500))),
      title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      sources: fc.array(fc.string({ minLength: 1, maxLength: 200 }), { maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ name, title, sources }) => {
        const sourced = sources.map((source) => ({ source, verifiedAt: '2026-07-02' as const }));
        const file = await make({
          ...{ displayName: name, isDraft: true },
          module: { ...module, title: words(title), sources: sourced },
        });
        expect(Buffer.from(file.bytes.slice(0, 5)).toString()).toBe('%PDF-');
        expect(file.name).toMatch(/^[^"*:<>?/\\|#%\p{Cc}]{1,140}\.pdf$/u);
      }),
      { numRuns: 25, seed: 20261126 },
    );
  });

  it('names the sources that there is room for, and counts the others', async () => {
    const sources = Array.from({ length: 30 }, (_, index) => ({
      source: `En kilde med et ganske langt navn, nummer ${index + 1}`,
      verifiedAt: '2026-07-02' as const,
    }));
    const { text } = await read({ module: { ...module, sources } });
    expect(text).toContain('nummer 1 ·');
    expect(text).toMatch(/og \d+ kilder til/);
    expect((await read({ module: { ...module, sources: [] } })).text).not.toContain('bygger på');
  });

  it('is the same file for the same completion, also next year, with a name that says what it is', async () => {
    const [one, other] = [
      await make(),
      await createDiplomaPress(paper)(diploma, 'nb', new Date('2030-01-01T09:00:00Z')),
    ];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    expect(one.name).toBe('Kursbevis Meldeplikt 2026-11-23.pdf');
    expect(Buffer.from((await make({ displayName: 'Olav Berg' })).bytes).equals(Buffer.from(one.bytes))).toBe(false);
  });

  it('that is asked for again in a moment is not drawn again, and sixty at once leave room for others in between', async () => {
    const ofMany = createDiplomaPress(paper);
    const asked = Array.from({ length: 60 }, (_, index) =>
      ofMany({ ...diploma, displayName: `Kari ${index % 3}` }, 'nb', nextYear),
    );
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const files = await Promise.all(asked);
    clearInterval(others);
    expect(new Set(files.map(({ bytes }) => bytes)).size).toBe(3);
    expect(turns).toBeGreaterThan(0);
  });
});
