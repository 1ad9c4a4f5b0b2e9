import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { findPackageJSON, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const pageFolder = fileURLToPath(new URL('./page/', import.meta.url));
const folderOf = (name: string): string => path.dirname(findPackageJSON(name, import.meta.url) ?? '');

/** The page's libraries come from node_modules: no bundler, nothing from the network. */
const vendors: Readonly<Record<string, string>> = {
  adaptivecards: folderOf('adaptivecards'),
  lit: folderOf('lit'),
  'lit-html': folderOf('lit-html'),
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export type PageFile = { contentType: string; content: Buffer | string };

/** A file of the page, TypeScript with its types taken away; `undefined` for a path that is not one. */
export async function readPageFile(pathname: string): Promise<PageFile | undefined> {
  const file = locate(pathname);
  const contentType = contentTypes[path.extname(file ?? '')];
  if (!file || !contentType) return undefined;
  try {
    const content = await readFile(file);
    return { contentType, content: file.endsWith('.ts') ? stripTypeScriptTypes(content.toString('utf8')) : content };
  } catch {
    return undefined;
  }
}

function locate(pathname: string): string | undefined {
  if (pathname === '/') return path.join(pageFolder, 'index.html');
  const [, area = '', vendor = '', ...rest] = pathname.split('/');
  if (area === 'page') return within(pageFolder, [vendor, ...rest].join('/'));
  const folder = area === 'vendor' ? vendors[vendor] : undefined;
  return folder && within(folder, rest.join('/'));
}

/** The file in the folder, or `undefined` when the path leads out of it. */
function within(folder: string, relative: string): string | undefined {
  const file = path.resolve(folder, relative);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : undefined;
}

/** The one inline script of the page, as a Content Security Policy names it. */
export function importMapHash(): string {
  const page = readFileSync(path.join(pageFolder, 'index.html'), 'utf8');
  const [, importMap = ''] = /<script type="importmap">([\s\S]*?)<\/script>/u.exec(page) ?? [];
  return `sha256-${createHash('sha256').update(importMap).digest('base64')}`;
}
