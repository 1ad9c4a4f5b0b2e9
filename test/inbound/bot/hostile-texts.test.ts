import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { triage } from '../../../src/features/guide/triage.ts';
import type { Looking } from '../../../src/inbound/bot/find-intent.ts';
import { readIntent } from '../../../src/inbound/bot/intents.ts';
import { hostileTexts, nonsense } from '../../faults/hostile-texts.ts';
import { theContent } from '../../features/find/the-content.ts';

const inChat: Looking = { find: theContent.find, locale: 'nb', from: 'chat' };
const inField: Looking = { ...inChat, from: 'field' };
const worry = 'jeg er bekymret for et barn';
const intentOf = (text: string, looking: Looking) => readIntent(guardText(text).masked, triage, looking);

describe('a text that is made to do harm', () => {
  it.each(hostileTexts)('has an answer: %s', (_, text) => {
    for (const looking of [inChat, inField]) expect(intentOf(text, looking).verb).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });

  it.each(hostileTexts)('leaves the worry before it heard: %s', (_, text) => {
    for (const looking of [inChat, inField]) expect(intentOf(`${worry}. ${text}`, looking).verb).toBe('guide.start');
  });

  it('leads a worry to the same card with a tail of nonsense as without', () => {
    for (const tail of ['as'.repeat(7000), nonsense(14_000)])
      expect(intentOf(`${worry} ${tail}`, inChat)).toEqual(intentOf(worry, inChat));
  });

  it('is answered however its parts are put together', () => {
    const part = fc.oneof(
      fc.constantFrom(
        worry,
        'søk ',
        'hva betyr ',
        'as',
        'ene',
        'erne',
        ' ',
        '. ',
        '-',
        '(',
        '1',
        '😢',
        '\u0301',
        '\ud800',
        'å',
        'vold',
      ),
      fc.integer({ min: 1, max: 200 }).map(nonsense),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    const times = fc.constantFrom(1, 2, 40, 400);
    const property = fc.property(fc.array(fc.tuple(part, times), { maxLength: 6 }), (parts) => {
      const text = parts
        .map(([one, count]) => one.repeat(count))
        .join('')
        .slice(0, 28_000);
      for (const looking of [inChat, inField]) expect(intentOf(text, looking).verb).not.toBe('');
    });
    fc.assert(property, { seed: 20261127, numRuns: 40 });
  });
});
