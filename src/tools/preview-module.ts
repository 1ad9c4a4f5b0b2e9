import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../core/failure.ts';
import { loadPack } from '../packs/load-pack.ts';
import { createRender } from '../views/create-render.ts';
import { findInlinePicture } from './cards/inline-picture.ts';
import { chooseModule, listModules } from './module-preview/choose-module.ts';
import { drawModule } from './module-preview/draw-module.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * `npm run preview -- <module> [--pack <folder>]`: every card of a module in nb, nn and en, wide and narrow, light and dark, into
 * dist/preview/<module>/, with a page that shows them all. Without a module it lists them. What is wrong is told in plain words.
 */
async function preview(args: readonly string[]): Promise<string> {
  const { values, positionals } = readArgs(args);
  const { pack, problems } = await loadPack(path.resolve(values.pack ?? path.join(root, 'content')));
  const [moduleId] = positionals;
  if (moduleId === undefined) return `Choose a module: npm run preview -- <module>\n\n${listModules(pack)}`;
  const module = chooseModule(pack, problems, moduleId);
  const render = await createRender({
    cardsFolder: path.join(root, 'cards'),
    texts: pack.texts,
    zone: pack.zone,
    findPicture: findInlinePicture(pack),
  });
  const folder = path.join(root, 'dist/preview', moduleId);
  const drawn = await drawModule({ module, render, now: new Date(), folder });
  return `${drawn.length} pictures: open ${path.relative(process.cwd(), path.join(folder, 'index.html'))} in a browser`;
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { pack: { type: 'string' } }, allowPositionals: true });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new Failure('invalid', `${reason}. Write: npm run preview -- <module> [--pack <folder>]`, { cause });
  }
}

try {
  console.log(await preview(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Failure) || error.kind === 'bug') throw error;
  console.error(error.message);
  process.exitCode = 1;
}
