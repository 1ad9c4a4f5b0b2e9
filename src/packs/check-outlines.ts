import path from 'node:path';
import { checkAge } from './check-dates.ts';
import type { Around } from './check-module.ts';
import type { ContentProblem } from './content-problem.ts';
import { fileExists } from './file-exists.ts';
import { outlinesFile, outlinesSchema } from './outlines-schema.ts';
import { readYaml } from './read-yaml.ts';

/** The modules that are still to be written: told as one line. A pack without any has no such file. */
export async function checkOutlines(
  folder: string,
  { moduleIds, areaIds, today }: Pick<Around, 'moduleIds' | 'areaIds' | 'today'>,
): Promise<readonly ContentProblem[]> {
  if (!(await fileExists(path.join(folder, outlinesFile)))) return [];
  const { value: read, problems } = await readYaml(folder, outlinesFile, outlinesSchema);
  if (!read) return problems;
  const { value, lineOf } = read;
  const wrong = value.outlines.flatMap((outline, at): ContentProblem[] => {
    const place = { file: outlinesFile, line: lineOf(['outlines', at]) };
    const areas = outline.areas.filter((id) => !areaIds.has(id));
    return [
      ...areas.map((id) => ({
        ...place,
        message: `${outline.id}: the area ${id} is not in pack.yaml`,
        remedy: 'Correct the id, or add it under areas in pack.yaml.',
      })),
      ...outline.links.flatMap((link) => checkAge(`${outline.id}: the link ${link.id}`, link.verifiedAt, place, today)),
      ...(moduleIds.has(outline.id) ? [written(outline.id, place)] : []),
    ];
  });
  const open = value.outlines.filter(({ id }) => !moduleIds.has(id)).map(({ id }) => id);
  return open.length === 0 ? wrong : [...wrong, unwritten(open)];
}

function written(id: string, place: { file: string; line: number }): ContentProblem {
  const remedy = 'Delete it here.';
  return {
    ...place,
    message: `the module ${id} is in pack.yaml, and so no outline any more`,
    remedy,
    severity: 'warning',
  };
}

function unwritten(ids: readonly string[]): ContentProblem {
  const message = `nobody has written these modules yet, and nobody sees them: ${ids.join(', ')}`;
  const remedy = '`npm run module:new -- <id>` makes the folder of one of them.';
  return { file: outlinesFile, line: 1, message, remedy, severity: 'warning' };
}
