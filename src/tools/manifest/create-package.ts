import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { fillTemplate, type ManifestValues } from './fill-template.ts';
import { validatePackage } from './validate.ts';

const parts = ['color.png', 'outline.png', 'nb.json', 'nn.json', 'en.json'];

export type CreatePackageResult =
  | { outcome: 'created'; zip: Uint8Array }
  | { outcome: 'refused'; problems: readonly string[] };

/**
 * The app package of a municipality: the filled template, the icons and the language files of `manifest/`, validated offline. `graphInstall`: the
 * package says which app registration is ours, without which Teams lets us install nothing for anybody (`npm run app:install`).
 */
export async function createPackage(
  folder: string,
  values: ManifestValues,
  { graphInstall = false } = {},
): Promise<CreatePackageResult> {
  const filled = fillTemplate(await readFile(path.join(folder, 'manifest.template.json'), 'utf8'), values);
  // Nobody signs in by it: the address is one that Teams wants there, and that nothing asks for.
  const webApplicationInfo = { id: values.botId, resource: `https://${values.host}` };
  const manifest = { ...filled, ...(graphInstall && { webApplicationInfo }) };
  const contents = await Promise.all(
    parts.map(async (part) => [part, new Uint8Array(await readFile(path.join(folder, part)))] as const),
  );
  const files = Object.fromEntries(contents);
  const problems = await validatePackage(manifest, files);
  if (problems.length > 0) return { outcome: 'refused', problems };
  // A fixed time makes the same input the same package, byte for byte.
  const mtime = new Date('2026-01-01T00:00:00Z');
  const zip = zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest, null, 2)), ...files }, { mtime });
  return { outcome: 'created', zip };
}
