import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Drawing } from '../features/catalogue/drawing.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import { type DrawingEntry, drawingsFileSchema } from './drawings-schema.ts';
import { fileExists } from './file-exists.ts';
import { readYaml } from './read-yaml.ts';

export const drawingsFile = 'drawings.yaml';
export const pictureFile = (id: string, kind: 'svg' | 'png'): string => `drawings/${id}.${kind}`;

/** Reads the drawings. A pack need not have any; one without its picture is left out, and its card is shown without. */
export async function loadDrawings(packFolder: string): Promise<Checked<readonly Drawing[]>> {
  if (!(await fileExists(path.join(packFolder, drawingsFile)))) return { value: [], problems: [] };
  const { value, problems } = await readYaml(packFolder, drawingsFile, drawingsFileSchema);
  if (!value) return { value: undefined, problems };
  const read = await Promise.all(
    value.value.drawings.map((entry, at) => readDrawing(packFolder, entry, value.lineOf(['drawings', at]))),
  );
  return { value: read.flatMap((one) => one.value ?? []), problems: read.flatMap((one) => one.problems) };
}

async function readDrawing(packFolder: string, { id, alt }: DrawingEntry, line: number): Promise<Checked<Drawing>> {
  const file = pictureFile(id, 'png');
  try {
    const png = await readFile(path.join(packFolder, file));
    const tag = createHash('sha256').update(png).digest('hex').slice(0, 12);
    return { value: { drawingId: id, alt, png, tag }, problems: [] };
  } catch {
    const message = `the drawing ${id} has no ${file}`;
    const remedy = 'Draw the SVG and run npm run draw:drawings, or take the line away.';
    const problem: ContentProblem = { file: drawingsFile, line, message, remedy };
    return { value: undefined, problems: [problem] };
  }
}
