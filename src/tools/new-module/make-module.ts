import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../core/failure.ts';
import { formatProblem } from '../../packs/content-problem.ts';
import { fileExists } from '../../packs/file-exists.ts';
import { outlinesFile, outlinesSchema } from '../../packs/outlines-schema.ts';
import { readYaml } from '../../packs/read-yaml.ts';
import { moduleFiles } from './module-files.ts';

/**
 * Makes the folder of an outlined module in the pack, and answers what to do then; without a module it lists what there is.
 * Throws Failure `invalid` for a module that has no outline, or a folder that is there already: what somebody has written is never touched.
 */
export async function makeModule(packFolder: string, moduleId: string | undefined): Promise<string> {
  const { value: read, problems } = await readYaml(packFolder, outlinesFile, outlinesSchema);
  if (!read) throw new Failure('invalid', problems.map(formatProblem).join('\n'));
  const { outlines } = read.value;
  const list = outlines.map(({ id, title }) => `${id}  ${title.nb}`).join('\n');
  if (moduleId === undefined) return `Choose a module: npm run module:new -- <id>\n\n${list}`;
  const outline = outlines.find(({ id }) => id === moduleId);
  if (!outline)
    throw new Failure('invalid', `There is no outline «${moduleId}» in ${outlinesFile}. Choose one of:\n${list}`);
  const folder = path.join('modules', outline.id);
  if (await fileExists(path.join(packFolder, folder))) {
    throw new Failure('invalid', `${folder} is there already. Go on in it, or move it away first.`);
  }
  await mkdir(path.join(packFolder, folder), { recursive: true });
  for (const [name, text] of moduleFiles(outline)) await writeFile(path.join(packFolder, folder, name), text);
  return [
    `${folder} is made, with module.yaml, nb.yaml, nn.yaml and en.yaml.`,
    `Now: add \`  - id: ${outline.id}\` under modules in pack.yaml and take it out of ${outlinesFile}, write the cards,`,
    `and run npm run check:content. docs/write-a-module.md shows how.`,
  ].join('\n');
}
