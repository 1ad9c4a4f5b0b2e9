import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../core/failure.ts';
import type { Module } from '../features/catalogue/module.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { Pack } from '../packs/pack.ts';
import { createRender } from '../views/create-render.ts';
import type { Render } from '../views/render.ts';
import { findInlinePicture } from './cards/inline-picture.ts';
import { tellFaults } from './cards/tell-faults.ts';
import { chooseEvery, chooseModule, listModules } from './module-preview/choose-module.ts';
import { drawModule } from './module-preview/draw-module.ts';
import { indexPage } from './module-preview/index-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'dist/preview');
const usage = 'npm run preview -- <module> [--pack <folder>], or npm run preview -- --all';

/**
 * `npm run preview -- <module> [--pack <folder>]`: every card of a module in nb, nn and en, wide and narrow, light and dark, into
 * dist/preview/<module>/, with a page that shows them all. `--all`: of every module, with a page that leads to theirs. Without a module
 * it lists them. What is wrong is told in plain words; a card that shows nothing or does not fit is wrong.
 */
async function preview(args: readonly string[]): Promise<string> {
  const { values, positionals } = readArgs(args);
  const { pack, problems } = await loadPack(path.resolve(values.pack ?? path.join(root, 'content')));
  const [moduleId] = positionals;
  if (moduleId === undefined && !values.all) {
    return `Choose a module: npm run preview -- <module>, or --all\n\n${listModules(pack)}`;
  }
  const render = await createRender({
    cardsFolder: path.join(root, 'cards'),
    texts: pack.texts,
    zone: pack.zone,
    findPicture: findInlinePicture(pack),
  });
  if (moduleId === undefined) return drawAll(chooseEvery(pack, problems), pack, render);
  const module = chooseModule(pack, problems, moduleId);
  const pictures = await draw(module, pack, render);
  return `${pictures} pictures: open ${shownPath(moduleId, 'index.html')} in a browser`;
}

/** Minutes of work: each module is told as it is done. */
async function drawAll(modules: readonly Module[], pack: Pack, render: Render): Promise<string> {
  const drawn: { module: Module; pictures: number }[] = [];
  const faults: string[] = [];
  for (const module of modules) {
    try {
      const pictures = await draw(module, pack, render);
      drawn.push({ module, pictures });
      console.log(`${String(pictures).padStart(5)}  ${module.moduleId}`);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new Failure('invalid', faults.join('\n'));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'index.html'), indexPage(drawn));
  const sum = drawn.reduce((all, { pictures }) => all + pictures, 0);
  return `${sum} pictures of ${drawn.length} modules, none with an empty or cut card: open ${shownPath('index.html')} in a browser`;
}

/** Gives how many pictures there are. Throws Failure `invalid` when something on them is wrong. */
async function draw(module: Module, { guide: { laws } }: Pack, render: Render): Promise<number> {
  const { moduleId } = module;
  const drawn = await drawModule({ module, laws, render, now: new Date(), folder: path.join(folder, moduleId) });
  const faults = tellFaults(drawn);
  if (faults === '') return drawn.length;
  throw new Failure(
    'invalid',
    `${moduleId} is drawn in ${shownPath(moduleId)}, but not all of it can be read:\n${faults}`,
  );
}

const shownPath = (...parts: readonly string[]): string => path.relative(process.cwd(), path.join(folder, ...parts));

function readArgs(args: readonly string[]) {
  try {
    const options = { pack: { type: 'string' }, all: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new Failure('invalid', `${reason}. Write: ${usage}`, { cause });
  }
}

try {
  console.log(await preview(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Failure) || error.kind === 'bug') throw error;
  console.error(error.message);
  process.exitCode = 1;
}
