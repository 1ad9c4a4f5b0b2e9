import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A file with its text, and the same text without comments. `file` is relative to the repository, with `/`. */
export type SourceFile = { file: string; text: string; code: string };

/** Every file under a folder of the repository whose name ends with `end`. */
export function readFiles(folder: string, end: string): readonly SourceFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      return { file: `${folder}/${file.split(path.sep).join('/')}`, text, code: withoutComments(text) };
    });
}

/** Strings and templates are kept: a `//` inside one is no comment. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/.*$/gm;
  return text.replace(token, (part) => (/^\/[*/]/.test(part) ? '' : part));
}

export type Import = { file: string; from: string };

/** What a file imports: our own files as paths from the repository, everything else as its package name. */
export function importsOf({ file, code }: SourceFile): readonly Import[] {
  const found = code.matchAll(/(?:\b(?:from|import)\s*\(?\s*|\brequire\(|\bcreateRequire\([^)]*\)\()'([^']+)'/g);
  return [...found].flatMap(([, from]) => {
    // An address of the page in a browser is no import of ours.
    if (from === undefined || from.startsWith('/')) return [];
    if (from.startsWith('.'))
      return [{ file, from: path.posix.normalize(path.posix.join(path.posix.dirname(file), from)) }];
    const [scope = '', name] = from.split('/');
    return [
      {
        file,
        from: scope.startsWith('@') || scope === 'node:fs' ? `${scope}/${name ?? ''}`.replace(/\/$/, '') : scope,
      },
    ];
  });
}
