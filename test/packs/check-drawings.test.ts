import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/packs/check-pack.ts';
import { formatProblem } from '../../src/packs/content-problem.ts';
import { contrastOf } from '../../src/packs/drawing-colours.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { indexedPng } from '../../src/tools/drawings/indexed-png.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack, type Edit } from '../support/copy-pack.ts';

const now = new Date('2026-11-23T09:00:00Z');
const listed = "drawings:\n  - id: uro\n    alt: { nb: 'Et hus.', nn: 'Eit hus.', en: 'A house.' }\n";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" fill="none">\n  <path d="M0 0h9" stroke="#6B74E6"/>\n</svg>\n';

/** A sound drawing of the module of the small pack, with these edits. */
async function problemsAfter(...edits: readonly Edit[]): Promise<readonly string[]> {
  const folder = await copyPack(
    { file: 'drawings.yaml', put: listed },
    { file: 'drawings/uro.svg', put: svg },
    { file: 'drawings/uro.png', put: 'png' },
    ...edits,
  );
  const { problems } = await checkPack(folder, now);
  return problems.filter(({ file }) => file.startsWith('drawings')).map(formatProblem);
}

describe('a drawing', () => {
  test('that is sound is taken', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  test.each([
    [
      'words missing in a language',
      { file: 'drawings.yaml', find: ", en: 'A house.'", put: '' },
      /drawings\.yaml:3.*en/,
    ],
    [
      'no words at all in a language',
      { file: 'drawings.yaml', find: "'Et hus.'", put: "''" },
      /drawings\.yaml:3.*empty/,
    ],
    [
      'words too long to be heard',
      { file: 'drawings.yaml', find: 'Et hus.', put: 'ord '.repeat(21) },
      /drawings\.yaml:2: the words of the drawing uro are long in nb/,
    ],
    [
      'no module of its id',
      { file: 'drawings.yaml', find: 'id: uro', put: 'id: borte' },
      /drawings\.yaml:2: the drawing borte is of no module and no card/,
    ],
    [
      'its picture missing',
      { file: 'drawings/uro.png' },
      /drawings\.yaml:2: the drawing uro has no drawings\/uro\.png.*draw:drawings/,
    ],
    ['its source missing', { file: 'drawings/uro.svg' }, /drawings\.yaml:2: the drawing uro has no drawings\/uro\.svg/],
    [
      'a picture that is too large',
      { file: 'drawings/uro.png', put: 'x'.repeat(5000) },
      /drawings\.yaml:2: the drawing uro is 5000 bytes/,
    ],
    [
      'a colour too faint on a light card',
      { file: 'drawings/uro.svg', find: '#6B74E6', put: '#C9CCF5' },
      /drawings\/uro\.svg:2: the colour #c9ccf5 is too faint: 1\.6 on #ffffff/,
    ],
    [
      'a colour too faint on a dark card',
      { file: 'drawings/uro.svg', find: '#6B74E6', put: '#202060' },
      /drawings\/uro\.svg:2: the colour #202060 is too faint/,
    ],
    [
      'a colour in words',
      { file: 'drawings/uro.svg', find: '#6B74E6', put: 'red' },
      /drawings\/uro\.svg:2: the colour red cannot be measured.*#rrggbb/,
    ],
    [
      'something that could load from elsewhere',
      { file: 'drawings/uro.svg', find: '</svg>', put: '<image href="https://x"/></svg>' },
      /holds more than lines/,
    ],
  ] as const)('with %s is refused, with file, line and remedy', async (_, edit, says) => {
    const found = await problemsAfter(edit);
    expect(found.join('\n')).toMatch(says);
  });

  test('without its picture leaves the pack as it is, without the drawing', async () => {
    const folder = await copyPack({ file: 'drawings.yaml', put: listed });
    const { pack } = await loadPack(folder);
    expect(pack.drawings).toEqual([]);
    expect(pack.catalogue.modules).toHaveLength(1);
  });

  test('of the real content exists for every module, each small', async () => {
    const { pack } = await loadPack(contentFolder);
    expect(pack.drawings.map(({ drawingId }) => drawingId)).toEqual(
      expect.arrayContaining(pack.catalogue.modules.map(({ moduleId }) => moduleId)),
    );
    for (const { png } of pack.drawings) expect(png.length).toBeLessThanOrEqual(4096);
  });
});

test('contrast is what WCAG says', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test('a picture with a palette holds the points that went in', () => {
  const data = [0, 0, 0, 0, 107, 116, 230, 255, 107, 116, 230, 128, 196, 106, 27, 255];
  const png = indexedPng({ width: 2, height: 2, data }, ['#6b74e6', '#c46a1b']);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  expect([...rows]).toEqual([0, 0, 8, 0, 4, 16]);
});
