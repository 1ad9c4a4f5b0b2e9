import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
let ports: number[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'undring-start-'));
  ports = await freePorts(4);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const close = (server: Server) => new Promise((resolve) => server.close(resolve));

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listenOn(0)));
  const found = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map(close));
  return found;
}

/** As `npm start` does, without npm. */
function npmStart(): ChildProcess & { told(): string } {
  const [workbench, bot, queue, table] = ports.map(String);
  const flags = ['--data', folder, '--port', `${workbench}`, '--bot-port', `${bot}`, '--queue-port', `${queue}`];
  const child = spawn(process.execPath, [
    '--import',
    './src/tools/check-node.js',
    'src/tools/dev.ts',
    ...flags,
    '--table-port',
    `${table}`,
  ]);
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (told += chunk));
  return Object.assign(child, { told: () => told });
}

async function started(child: ReturnType<typeof npmStart>): Promise<void> {
  while (!child.told().includes('Ctrl-C stops all of it')) {
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(child.told());
  }
}

async function arePortsFree(): Promise<void> {
  for (const port of ports) await close(await listenOn(port));
}

test('Ctrl-C stops everything, leaves no port taken and keeps what was stored', async () => {
  const first = npmStart();
  await started(first);
  expect(first.told()).toContain(`http://127.0.0.1:${ports[0]}`);
  expect(first.told()).toContain('40 people in 6 units, new');
  const ended = once(first, 'exit');
  first.kill('SIGINT');
  first.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  await arePortsFree();

  const second = npmStart();
  await started(second);
  expect(second.told()).toContain('as you left it');
  const endedAgain = once(second, 'exit');
  second.kill('SIGTERM');
  expect(await endedAgain).toEqual([0, null]);
  await arePortsFree();
});

test('a taken port is told in one line with the remedy, and nothing is left running', async () => {
  const taken = await listenOn(ports[1] ?? 0);
  const child = npmStart();
  expect(await once(child, 'exit')).toEqual([1, null]);
  const [, problem, ...rest] = child.told().trim().split('\n');
  expect(problem).toMatch(/^Port \d+, for the bot, is taken; stop what uses it .*npm start -- --bot-port \d+$/);
  expect(rest).toEqual([]);
  await close(taken);
  await arePortsFree();
});
