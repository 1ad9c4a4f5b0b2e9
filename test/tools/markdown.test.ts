import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToHtml } from '../../src/tools/workbench/page/markdown.ts';

describe('the Markdown that Teams knows', () => {
  test.each([
    ['**fet** og _kursiv_', '<p><strong>fet</strong> og <em>kursiv</em></p>'],
    ['- en\n- to', '<ul><li>en</li><li>to</li></ul>'],
    ['1. en\n2. to', '<ol><li>en</li><li>to</li></ol>'],
    ['en\nto', '<p>en</p><p>to</p>'],
    ['snake_case_ord', '<p>snake_case_ord</p>'],
    ['\\*ikke fet\\* \\[Å\\]', '<p>*ikke fet* [Å]</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  ])('%s', (text, html) => {
    expect(markdownToHtml(text)).toBe(html);
  });

  test('a link opens outside, and only to addresses that are safe to press', () => {
    expect(markdownToHtml('[116 111](tel:116111)')).toBe(
      '<p><a href="tel:116111" target="_blank" rel="noopener noreferrer">116 111</a></p>',
    );
    expect(markdownToHtml('[x](javascript:alert(1))')).not.toContain('<a');
    expect(markdownToHtml('[x](data:text/html,1)')).not.toContain('<a');
  });

  test('no HTML comes through, whatever is written', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '\n',
      '- ',
      'a',
      'tel:1',
      'https://x.no',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const tags = markdownToHtml(text).match(/<[^>]*>/g) ?? [];
          const known =
            /^<\/?(?:p|ul|ol|li|strong|em|a)>$|^<a href="[^"<>]*" target="_blank" rel="noopener noreferrer">$/;
          expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
        },
      ),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
