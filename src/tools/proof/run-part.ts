import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Part } from './parts.ts';

export type PartResult = {
  name: string;
  outcome: 'held' | 'measured' | 'failed' | 'missing' | 'left out';
  seconds: number;
  output: string;
};

/** Runs a part, shows what it writes as it comes, and keeps it for the report. */
export async function runPart(root: string, { name, command, needs, measures }: Part): Promise<PartResult> {
  if (!existsSync(path.join(root, needs)))
    return { name, outcome: 'missing', seconds: 0, output: `${needs} is not there` };
  const started = performance.now();
  const { code, output } = await run(root, command);
  const done = measures ? 'measured' : 'held';
  const seconds = (performance.now() - started) / 1000;
  return { name, outcome: code === 0 ? done : 'failed', seconds, output: readable(output, root) };
}

/** Without colours, and without where on somebody's machine the project lies. */
const readable = (output: string, root: string): string =>
  stripVTControlCharacters(output).replaceAll(root, '.').trim();

function run(root: string, [program = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  const file = program === 'node' ? process.execPath : path.join(root, 'node_modules/.bin', program);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [stream, own] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        own.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
