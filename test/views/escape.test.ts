import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../src/tools/workbench/page/markdown.ts';
import { plain } from '../../src/views/escape.ts';
import { strangeName } from './strange-name.ts';

const gap = '\u200b';
const signs: Record<string, string> = { '*': '∗', _: 'ˍ', '`': 'ˋ', '~': '∼' };

/** What somebody sees: tags gone, entities as the letters they are, spaces of no width as nothing. */
const visible = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
    )
    .replaceAll(gap, '')
    .trim();

/** The text itself, without what hides or turns it, with the four signs as their look-alikes. */
const asText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, '')
    .trim()
    .replace(/[*_`~]/g, (sign) => signs[sign] ?? sign);

const parts = [
  ...'*_`~[]()<>#&$@{}!\\|-+=:/',
  ...[
    '**',
    '](',
    '1. ',
    '- ',
    '# ',
    '> ',
    '~~',
    '${',
    '${x}',
    '{{',
    '{{DATE(2020-01-01T00:00:00Z)}}',
    '<at>Kari</at>',
    '&amp;',
    '&#42;',
  ],
  ...[
    'http://evil.example',
    'www.evil.example',
    'a@b.no',
    '[a](http://b.no)',
    '![x](y)',
    '[a]: b',
    '---',
    ' ',
    '\n',
    '\t',
    'Kari',
    'Å',
  ],
  ...['\u202e', '\u0000', '\u200b', '\u200d', '😀', "'", '"'],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

const always = (holds: (input: string) => void) =>
  fc.assert(
    fc.property(text, (input) => {
      holds(input);
    }),
    { seed: 20261123, numRuns: 3000 },
  );

describe('plain', () => {
  it('leaves ordinary names as they are', () => {
    for (const name of [
      'Kari Nordmann',
      'Åse-Marie Øvrebø',
      "Siobhán O'Neill",
      'Nguyễn Thị Hạnh',
      'محمد',
      'Per jr. (vikar)',
    ]) {
      expect(plain(name)).toBe(name);
    }
  });

  it('shows through Markdown the same text that came in', () => {
    always((input) => expect(visible(markdownToHtml(plain(input)))).toBe(asText(input)));
  });

  it('makes nothing but one paragraph', () => {
    always((input) => expect(markdownToHtml(plain(input)).match(/<[^>]*>/g)).toEqual(['<p>', '</p>']));
  });

  it('leaves no sign that any Markdown, mention, binding, entity or link is made of', () => {
    const inside = /[*_`~]|<(?!\u200b)|\$\{|\{\{|\][([:]|&[#\w]|\\(?=\W)(?!\\?\u200b)|\/\/|@\w|\.\p{L}/u;
    const atStart = /^(?:[#>+=|-]|\d+[.)])|^\s{4}|[\n\r]/u;
    always((input) => {
      expect(plain(input)).not.toMatch(inside);
      expect(plain(input)).not.toMatch(atStart);
    });
  });

  it('lets nothing turn or hide what follows', () => {
    always((input) => expect(plain(input)).not.toMatch(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f]/u));
  });

  it('keeps an emoji of several parts together', () => {
    expect(plain('👩‍👧 !')).toBe('👩‍👧 !');
  });

  it('tames the strangest name', () => {
    expect(plain(strangeName)).not.toMatch(/\*|\$\{|<at>|\]\(|\{\{|`|~/u);
  });
});
