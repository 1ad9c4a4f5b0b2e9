import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { locales } from '../../core/locale.ts';
import type { Texts } from '../../views/view-kit.ts';

const treeSchema: z.ZodType<Tree> = z.lazy(() => z.union([z.string(), z.record(z.string(), treeSchema)]));
type Tree = string | { [key: string]: Tree };

/** The sentences under `content/text`, by key. Complains of nothing: `npm run check:content` does. */
export async function readTexts(packFolder: string): Promise<Texts> {
  const texts = { nb: new Map<string, string>(), nn: new Map<string, string>(), en: new Map<string, string>() };
  const folders = (await readdir(path.join(packFolder, 'text'), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of folders) {
    for (const locale of locales) {
      const text = await readFile(path.join(packFolder, 'text', name, `${locale}.yaml`), 'utf8').catch(() => '{}');
      flatten(treeSchema.parse(parse(text) ?? {}), name, texts[locale]);
    }
  }
  return texts;
}

function flatten(tree: Tree, prefix: string, into: Map<string, string>): void {
  if (typeof tree === 'string') {
    into.set(prefix, tree);
    return;
  }
  for (const [key, child] of Object.entries(tree)) flatten(child, `${prefix}.${key}`, into);
}
