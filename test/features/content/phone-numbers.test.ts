import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsOf, phoneNumbersIn, unknownNumbers } from '../../../src/features/content/phone-numbers.ts';

const found = (text: string) => phoneNumbersIn(text).map(({ digits }) => digits);

describe('a number that people would call', () => {
  test.each([
    ['Fare nå: 122', ['122']],
    ['**Fare no:** ring **122**. **Hastar det:** 116 118', ['122', '116118']],
    ['Ringjer du 911?', ['911']],
    ['If there is danger now, call 114 or 113.', ['114', '113']],
    ['**112** politi · **114** skade eller livsfare', ['112', '114']],
    ['Politi i dag, **115** ved fare nå', ['115']],
    ['Nødmelding på 1413.', ['1413']],
    ['Politiet på 02801 når det ikke er akutt', ['02801']],
    ['- politiet på **02801**', ['02801']],
    ['Alarmtelefonen 116112 er alltid åpen', ['116112']],
    ['Barnehuset svarer på 77 79 74 41.', ['77797441']],
    ['Kompetanseteamet: 478 09 051', ['47809051']],
    ['Ring +47 77 79 74 41 i dag', ['77797441']],
    ['Ring 112/122 nå', ['112', '122']],
    ['Ring 55 55', []],
    ['Vakttelefon 22.33.44.55, eller +47 477-12-300.', ['22334455', '47712300']],
    ['Vakttelefon +47.22.33.44.55 eller +4722.33.44.66', ['22334455', '22334466']],
  ])('«%s»', (text, digits) => {
    expect(found(text)).toEqual(digits);
  });

  test.each([
    'Straffeloven § 196 og § 12-3. Ring når du er i tvil.',
    'Politiet leser opplæringsloven §§ 12-4 og 113.',
    'I 2026 fant vi 112 barn. Politiet fikk 120 meldinger i fjor.',
    'Ring foreldrene etter 120 minutter. Ring 100 foreldre.',
    'Vurdering: 120. Det er fire erfaringer, og 110. Et nødvendig tall er 112.',
    'Microsoft 365 har 1646 tekster.',
    'Fare: 2 av 100 barn, 12,5 prosent, 110 % eller 115–120.',
    'Møtet er 2026-11-23 klokka 11.30. Fra 2024 2025.',
    'Ring før 12/12 2026 om sak 112/26, 1/112 og skoleåret 2026/27.',
    'Det koster 116 000 kroner, eller 20261123.',
    'Versjon 22.33.44.55.1 fra 23.11.2026, kode 10.20.30.40 og 22.33-44.55.',
  ])('is none in «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('is told where it stands, as it is written, unless it is known', () => {
    const known = new Set(['112', '116 117', '+47 77 79 74 40'].map(digitsOf));
    const text = 'Ring 112, 116 117, 77 79 74 40 eller 114.';
    expect(unknownNumbers(text, known)).toEqual([{ digits: '114', written: '114', at: text.indexOf('114') }]);
  });

  test('is found wherever eight digits stand in groups, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 21_00_00_00, max: 99_99_99_99 }),
        fc.string(),
        fc.constantFrom(' ', '.', '-'),
        (one, number, other, between) => {
          const written = String(number).replace(/(\d\d)(?=\d)/g, `$1${between}`);
          expect(found(`${one}\n${written}.\n${other}`)).toContain(String(number));
        },
      ),
    );
  });
});
