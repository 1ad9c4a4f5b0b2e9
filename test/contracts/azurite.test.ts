import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Azurite, startAzurite } from '../../src/tools/azurite.ts';
import { connectionTo, openTestQueues, openTestTables } from '../support/azurite.ts';

let location: string;
const running: Azurite[] = [];

beforeEach(async () => {
  location = await mkdtemp(join(tmpdir(), 'undring-azurite-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
  await rm(location, { recursive: true, force: true });
});

async function start(options?: Parameters<typeof startAzurite>[0]): Promise<Azurite> {
  const azurite = await startAzurite(options);
  running.push(azurite);
  return azurite;
}

const open = async ({ connectionString }: Azurite) => {
  const options = { connection: connectionTo(connectionString), prefix: 'kept' };
  return { tables: await openTestTables(options), queues: await openTestQueues(options) };
};

/** Whether something listens there. */
async function isTaken(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');
  const answer = await once(socket, 'connect').catch(() => 'refused');
  socket.destroy();
  return answer !== 'refused';
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

it('what was written just before a stop, even one asked for twice, is there after a restart at the same ports', async () => {
  const first = await start({ location });
  const before = await open(first);
  await before.queues.work.send({ kind: 'digest', personId: 'kari', period: '2026-W49' });
  await before.tables.personKeys.create('aad:1', 'kari');
  await Promise.all([first.stop(), first.stop()]);
  expect([await isTaken(first.tablePort), await isTaken(first.queuePort)]).toEqual([false, false]);

  const second = await start({ location, ports: { table: first.tablePort, queue: first.queuePort } });
  expect(second.connectionString).toBe(first.connectionString);
  const after = await open(second);
  expect(await after.tables.personKeys.get('aad:1')).toBe('kari');
  expect(await after.queues.work.receive(32)).toHaveLength(1);
});

it('a taken port is told in one line with the remedy, and nothing is left running', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const table = typeof address === 'object' && address ? address.port : 0;
  const failed: unknown = await startAzurite({ ports: { table, queue: 0 } }).catch((error: unknown) => error);
  server.close();
  expect(failed).toMatchObject({ kind: 'unavailable', message: expect.stringMatching(/^Port \d+, .* is taken; .*$/) });
  expect(String(failed)).toContain(String(table));
});

it('when the process that started it is killed, it writes its files and goes', async () => {
  const tool = fileURLToPath(new URL('../../src/tools/azurite.ts', import.meta.url));
  const script = `
    const { startAzurite } = await import(${JSON.stringify(tool)});
    const { connectionString, processId } = await startAzurite({ location: ${JSON.stringify(location)} });
    process.stdout.write(JSON.stringify({ connectionString, processId }) + '\\n');`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { connectionString, processId } = JSON.parse(await firstLine(parent));
  const tables = await openTestTables({ connection: connectionTo(connectionString), prefix: 'kept' });
  await tables.personKeys.create('aad:1', 'kari');
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isRunning(processId)).toBe(false), { timeout: 15_000, interval: 50 });
  const again = await open(await start({ location }));
  expect(await again.tables.personKeys.get('aad:1')).toBe('kari');
});

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('it said nothing');
}
