import { spawn } from 'node:child_process';

/** What npm writes to standard output; `undefined` when it does not answer in time. `npm audit` also ends with 1 when it has found something. */
export function runNpm(root: string, args: readonly string[], deadlineMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
      timeout: deadlineMs,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', () => resolve(undefined));
    child.once('close', (_code, signal) => resolve(signal === null ? output : undefined));
  });
}
