import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '../core/locale.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import { cardGrounds, coloursOf, contrastOf, leastContrast } from './drawing-colours.ts';
import { type DrawingEntry, drawingsFileSchema } from './drawings-schema.ts';
import { fileExists } from './file-exists.ts';
import { drawingsFile, pictureFile } from './load-drawings.ts';
import { readYaml } from './read-yaml.ts';

/** A phone on a poor line loads it before the words are read. Bytes. */
const mostBytes = 4096;
/** Heard in one breath. */
const mostAltWords = 20;

type Where = { file: string; line: number };

/** That a drawing can be seen on a light and a dark card, heard, and loaded at once. What cannot be read is told when it is loaded. */
export async function checkDrawings(
  folder: string,
  drawableIds: ReadonlySet<string>,
): Promise<readonly ContentProblem[]> {
  if (!(await fileExists(path.join(folder, drawingsFile)))) return [];
  const { value } = await readYaml(folder, drawingsFile, drawingsFileSchema);
  const entries = value?.value.drawings ?? [];
  const found = await Promise.all(
    entries.map(async (entry, at) => {
      const where = { file: drawingsFile, line: value?.lineOf(['drawings', at]) ?? 1 };
      const isRepeated = entries.findIndex(({ id }) => id === entry.id) < at;
      return [
        ...(isRepeated ? [problem(where, `the drawing ${entry.id} stands twice`, 'Delete one of the two.')] : []),
        ...checkEntry(entry, where, drawableIds),
        ...(await checkFiles(folder, entry, where)),
      ];
    }),
  );
  return found.flat();
}

const problem = (where: Where, message: string, remedy: string): ContentProblem => ({ ...where, message, remedy });

function checkEntry({ id, alt }: DrawingEntry, where: Where, drawableIds: ReadonlySet<string>): ContentProblem[] {
  const named = locales.filter((locale) => /\.(?:png|svg|jpe?g|gif|webp)\b/i.test(alt[locale]));
  const long = locales.filter((locale) => countWords(alt[locale]) > mostAltWords);
  return [
    ...(drawableIds.has(id)
      ? []
      : [
          problem(
            where,
            `the drawing ${id} is of no module and no card`,
            'Give it the id of a module, or of a module and a card of it.',
          ),
        ]),
    ...named.map((locale) =>
      problem(
        where,
        `the drawing ${id} has the name of a file for words in ${locale}`,
        'Say what is seen, in one short sentence.',
      ),
    ),
    ...long.map((locale) =>
      problem(where, `the words of the drawing ${id} are long in ${locale}`, `At most ${mostAltWords} words.`),
    ),
  ];
}

async function checkFiles(folder: string, { id }: DrawingEntry, where: Where): Promise<ContentProblem[]> {
  const svg = await readFile(path.join(folder, pictureFile(id, 'svg')), 'utf8').catch(() => undefined);
  const png = await readFile(path.join(folder, pictureFile(id, 'png'))).catch(() => undefined);
  const remedy = `Simplify ${pictureFile(id, 'svg')} and run npm run draw:drawings.`;
  const size =
    png && png.length > mostBytes ? [problem(where, `the drawing ${id} is ${png.length} bytes`, remedy)] : [];
  if (svg === undefined) {
    return [...size, problem(where, `the drawing ${id} has no ${pictureFile(id, 'svg')}`, 'Put its source there.')];
  }
  return [...size, ...checkColours(pictureFile(id, 'svg'), svg)];
}

/** A colour in words, or with transparency, cannot be measured, so it is not taken. */
function checkColours(file: string, svg: string): ContentProblem[] {
  const lines = svg.split('\n');
  const lineOf = (part: string): number =>
    lines.findIndex((line) => line.toLowerCase().includes(part.toLowerCase())) + 1;
  const named = [...svg.matchAll(/\b(?:fill|stroke|stop-color)\s*[=:]\s*["']?([^"';>\s]+)/g)].map(
    ([, value = '']) => value,
  );
  const odd = [...new Set(named)].filter((value) => value !== 'none' && !/^#[\da-f]{6}$/i.test(value));
  const faint = coloursOf(svg).filter((colour) =>
    cardGrounds.some((ground) => contrastOf(colour, ground) < leastContrast),
  );
  return [
    ...odd.map((value) =>
      problem({ file, line: lineOf(value) }, `the colour ${value} cannot be measured`, 'Write it as #rrggbb.'),
    ),
    ...(/opacity|<image|<style|<script|href/i.test(svg)
      ? [
          problem(
            { file, line: 1 },
            'it holds more than lines and plain colours',
            'Draw it with shapes, #rrggbb and none.',
          ),
        ]
      : []),
    ...faint.map((colour) => {
      const ratios = cardGrounds.map((ground) => `${contrastOf(colour, ground).toFixed(1)} on ${ground}`).join(', ');
      const message = `the colour ${colour} is too faint: ${ratios}`;
      return problem({ file, line: lineOf(colour) }, message, `Choose one with at least ${leastContrast} on both.`);
    }),
  ];
}
