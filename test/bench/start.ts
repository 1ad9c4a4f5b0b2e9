import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startAzurite } from '../../src/tools/azurite.ts';
import { root } from '../support/source-files.ts';
import { environmentFor } from './services.ts';
import { median, startPeer } from './start-peer.ts';

/** From starting `src/main.ts` as its own process to `GET /health/ready` answering 200, on real storage; and what that time is made of. */
const rounds = 5;
const peer = await startPeer();
const azurite = await startAzurite();
const environment = {
  PATH: process.env.PATH,
  ...environmentFor(peer.url),
  UNDRING_STORAGE_CONNECTION_STRING: azurite.connectionString,
  UNDRING_STORAGE_PREFIX: 'start',
  UNDRING_ROLES: 'bot,jobs',
};

const first = await startOnce();
const starts: number[] = [];
const bare: number[] = [];
const parts: Record<string, number>[] = [];
for (let round = 0; round < rounds; round += 1) {
  starts.push(await startOnce());
  bare.push(await timeOf(['--eval', '0']));
  parts.push(await partsOnce());
}
console.log(
  `start to ready: ${ms(median(starts))} (median of ${rounds}; from ${ms(Math.min(...starts))} to ${ms(Math.max(...starts))})`,
);
console.log(
  `the first start, which creates the tables and queues: ${ms(first)}; Node alone, started and ended: ${ms(median(bare))}`,
);
console.log(
  'one part after the other, in a process of its own (the service itself opens storage and reads the pack at once):',
);
for (const part of Object.keys(parts[0] ?? {})) {
  console.log(`  ${ms(median(parts.map((each) => each[part] ?? Number.NaN))).padStart(8)}  ${part}`);
}
peer.stop();
await azurite.stop();
process.exit(0);

async function startOnce(): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await addressOf(child);
  while (!(await isReady(url))) await setTimeout(5);
  const took = performance.now() - from;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return took;
}

/** The service tells its address when it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const url = /Undring answers at (\S+)/.exec(told)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the service did not start: ${told}`)));
  });
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`);
  await answer.arrayBuffer();
  return answer.status === 200;
}

async function timeOf(args: readonly string[]): Promise<number> {
  const from = performance.now();
  await promisify(execFile)(process.execPath, [...args]);
  return performance.now() - from;
}

async function partsOnce(): Promise<Record<string, number>> {
  const file = path.join(import.meta.dirname, 'start-parts.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: root, env: environment });
  return JSON.parse(stdout);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
