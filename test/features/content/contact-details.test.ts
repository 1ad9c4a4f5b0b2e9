import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDetails,
  decideDetails,
  decideDetailsConfirmation,
} from '../../../src/features/content/contact-details.ts';
import { type ContentChange, contentChangeSchema } from '../../../src/features/content/content-change.ts';
import type { ChangeDecision } from '../../../src/features/content/decide-change.ts';
import { mostName, type TypedDetails } from '../../../src/features/content/typed-details.ts';
import type { Contact } from '../../../src/features/guide/facts.ts';
import { plain } from '../../../src/views/escape.ts';
import { words } from '../../support/module-builder.ts';

const ppt: Contact = {
  ...{ contactId: 'ppt', kind: 'ppt', units: [], name: words('PPT'), use: words('råd'), isExample: false },
  ...{ number: '77 00 12 34', source: 'kommunen', verifiedAt: '2026-11-01', owner: 'PPT-leder', validTo: '2027-05-01' },
};
const as: TypedDetails = { name: words('PPT'), use: words('råd'), opening: 'unknown', from: '', to: '' };
const confirmBy = '2026-11-24';
type Form = { now?: Contact; changes?: readonly ContentChange[]; of?: string };
const decide = (typed: Partial<TypedDetails>, { now = ppt, changes = [], of = '' }: Form = {}) =>
  decideDetails(now, changes, { typed: { ...as, ...typed }, of, confirmBy, numbers: new Set(['112']), inFiles: ppt });
const made = { at: new Date('2026-11-23T09:00:00Z'), by: { personId: 'kari', name: 'Kari Nordmann' } };

function kept(decision: ChangeDecision, changeId = 'a'): ContentChange {
  if (decision.outcome !== 'changed') throw new Error(`it was ${decision.outcome}`);
  return contentChangeSchema.parse({ ...decision.change, ...made, changeId });
}

describe('what is told of a contact', () => {
  test('is live at once, and the days of the number stay as they were', () => {
    const set = kept(decide({ use: words('råd om språk'), opening: 'weekdays', from: '08:00', to: '15:30' }));
    const opening = { kind: 'weekdays', days: [1, 2, 3, 4, 5], from: '08:00', to: '15:30' };
    expect(applyDetails(ppt, [set])).toEqual({ ...ppt, use: words('råd om språk'), opening });
    const confirmed = kept(decideDetailsConfirmation(ppt, [set], { of: 'a', personId: 'per' }), 'b');
    expect(applyDetails(ppt, [set, confirmed])).toEqual({ ...ppt, use: words('råd om språk'), opening });
    expect(decideDetailsConfirmation(ppt, [set, confirmed], { of: 'a', personId: 'per' })).toEqual({
      outcome: 'unchanged',
    });
  });

  test('that nobody has confirmed in time gives way to what two people stood behind', () => {
    const first = kept(decide({ opening: 'weekdays', from: '08:00', to: '15:30' }));
    const late = '2026-11-25';
    expect(applyDetails(ppt, [first], confirmBy).opening).toMatchObject({ kind: 'weekdays' });
    expect(applyDetails(ppt, [first], late)).toEqual(ppt);
    // Whoever confirms it late sees what was set.
    expect(applyDetails(ppt, [first]).opening).toMatchObject({ kind: 'weekdays' });
    const confirmed = kept(decideDetailsConfirmation(ppt, [first], { of: 'a', personId: 'per' }), 'b');
    expect(applyDetails(ppt, [first, confirmed], late).opening).toMatchObject({ kind: 'weekdays' });
    const again = kept(decide({ opening: 'always' }), 'c');
    expect(applyDetails(ppt, [first, confirmed, again], late).opening).toMatchObject({ from: '08:00' });
  });

  test('cannot be confirmed by who changed it, nor from a card that shows an older change', () => {
    const set = kept(decide({ name: words('PP-tjenesten') }));
    const refused = (reason: string) => ({ outcome: 'refused', reason });
    expect(decideDetailsConfirmation(ppt, [set], { of: 'a', personId: 'kari' })).toEqual(refused('same-person'));
    expect(decideDetailsConfirmation(ppt, [set], { of: 'x', personId: 'per' })).toEqual(refused('other-change'));
    expect(decideDetailsConfirmation(ppt, [], { of: 'a', personId: 'per' })).toEqual(refused('other-change'));
  });

  test('is not overwritten from a form that shows an older change; the same once more is so already', () => {
    const set = kept(decide({ use: words('råd om språk') }));
    const then = { now: applyDetails(ppt, [set]), changes: [set] };
    const other = { outcome: 'refused', reason: 'other-change' };
    expect(decide({ opening: 'always' }, then)).toEqual(other);
    expect(decide({ name: words('') }, then)).toEqual(other);
    expect(decide({ use: words('råd om språk') }, then)).toEqual({ outcome: 'unchanged' });
    expect(decide({ opening: 'always' }, { ...then, of: 'a' })).toMatchObject({ outcome: 'changed' });
    expect(decide({ opening: 'always' }, { of: 'a' })).toEqual(other);
  });

  const number = { nb: 'om 01020312345', nn: 'råd', en: 'advice' };
  test.each<[string, Partial<TypedDetails>, Form]>([
    ['a language that is empty', { name: words(''), use: number }, {}],
    ['a name that is too long', { name: words('m'.repeat(mostName + 1)), use: number }, {}],
    ['marks in another field', { name: words('**PPT**'), use: number }, {}],
    ['an empty field beside it', { use: { ...number, nn: '' } }, {}],
    ['hours that are none', { use: number, opening: 'weekdays', from: 'x', to: '' }, {}],
    ['a form that shows an older change', { use: number }, { of: 'x' }],
  ])('with a national identity number is refused for that, whatever else is wrong: %s', (_, typed, form) => {
    expect(decide(typed, form)).toEqual({ outcome: 'refused', reason: 'text-about-person' });
  });

  test('that is saved as it was changes nothing, blanks and all', () => {
    expect(decide({ name: words('  PPT '), use: words('råd\n') })).toEqual({ outcome: 'unchanged' });
    const open: Contact = { ...ppt, opening: { kind: 'outside', contactId: 'vakt' } };
    expect(decide({ opening: 'as-now' }, { now: open })).toEqual({ outcome: 'unchanged' });
  });

  test.each<[string, Partial<TypedDetails>, string]>([
    ['in two languages', { name: { nb: 'PPT', nn: 'PPT', en: ' ' } }, 'text-missing'],
    ['longer than a card has room for', { name: words('m'.repeat(mostName + 1)) }, 'text-too-long'],
    ['with marks', { use: words('**råd**') }, 'text-not-plain'],
    ['with a link', { use: words('se https://eksempel.no') }, 'text-not-plain'],
    ['with a link without https', { use: words('Vakt //evil.example/x') }, 'text-not-plain'],
    ['with a link of another kind', { use: words('Vakt ftp://evil') }, 'text-not-plain'],
    ['with something that may be run', { use: words('Vakt zoommtg:evil') }, 'text-not-plain'],
    ['with an address without a scheme', { use: words('Vakt evil.example') }, 'text-not-plain'],
    ['with an address that begins as an abbreviation', { use: words('Vakt bl.a.no og m.mu') }, 'text-not-plain'],
    ['with an address of email', { use: words('Vakt a@b') }, 'text-not-plain'],
    ['with what turns the text', { name: words('Vakt \u202e112 ring') }, 'text-not-plain'],
    ['with what cannot be seen', { name: words('Vakt\u200b\u0007') }, 'text-not-plain'],
    ['with codes for characters', { use: words('Vakt &lt;b') }, 'text-not-plain'],
    ['with tags', { use: words('<b>råd</b>') }, 'text-not-plain'],
    ['with a number that is not among the contacts', { use: words('ved fare nå: 122') }, 'text-number'],
    ['with a national identity number', { use: words('om 01020312345') }, 'text-about-person'],
    ['with hours that end before they begin', { opening: 'weekdays', from: '15:00', to: '08:00' }, 'hours'],
    ['with hours that are none', { opening: 'weekdays', from: '25:00', to: 'x' }, 'hours'],
  ])('is refused %s', (_, typed, reason) => {
    expect(decide(typed)).toEqual({ outcome: 'refused', reason });
  });

  test.each([
    'NB: ring før kl. 15.30 (også helg)',
    'råd til foreldre, bl.a. om søvn, f.eks. etter flytting',
    'skole/SFO, barn 6–12 år, trinn 1.–4., m.m.',
    'advice, e.g. about sleep, B&B',
    'råd «uten time»: døgnåpent @ legevakta',
  ])('may be «%s»', (text) => {
    expect(decide({ use: words(text) })).toMatchObject({ outcome: 'changed', change: { use: words(text) } });
  });

  test('is for the municipality’s own contacts, never for the national ones', () => {
    expect(decide({ use: words('alt') }, { now: { ...ppt, kind: 'emergency' } })).toMatchObject({ reason: 'national' });
  });

  test('whatever is typed, becomes plain words or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const decision = decide({ use: words(text) });
        if (decision.outcome !== 'changed' || decision.change.kind !== 'contact-set') return;
        expect(decision.change.use.nb).toMatch(/^[^\n*_`~#<>[\]{}|\\\p{Cc}\u200b\u202a-\u202e]+$/u);
        // Nothing in it is for `plain` to make harmless. What it parts at the beginning is a list, and `&` alone is a word.
        const shown = `x ${decision.change.use.nb.replaceAll('&', 'og')}`;
        expect(plain(shown)).toBe(shown);
      }),
    );
  });
});
