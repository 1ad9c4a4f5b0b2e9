import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPorts } from '../../src/tools/dev/check-ports.ts';
import { readDevOptions } from '../../src/tools/dev/dev-options.ts';
import type { ClockControl } from '../../src/tools/workbench/clock-control.ts';
import { createMovingClock } from '../../src/tools/workbench/moving-clock.ts';
import { startWorkbench, type Workbench } from '../../src/tools/workbench/workbench.ts';

let folder: string;
let workbench: Workbench;

function control(): ClockControl {
  const clock = createMovingClock();
  return {
    now: clock.now,
    offsetMs: clock.offsetMs,
    advanceTo: async (to) => clock.set(to),
    nextDueAt: async () => undefined,
    reset: async () => clock.setOffset(0),
  };
}

async function start(): Promise<Workbench> {
  const started = await startWorkbench(
    {
      appId: 'app-1',
      tenantId: 'tenant-1',
      municipality: 'Fjordvik kommune',
      zone: 'Europe/Oslo',
      people: [{ personaId: 'kari', name: 'Kari Solberg' }],
      shared: [],
      stateFile: path.join(folder, 'workbench.json'),
    },
    0,
  );
  started.open(control());
  return started;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'undring-workbench-'));
  workbench = await start();
});

afterEach(async () => {
  await workbench.stop();
  await rm(folder, { recursive: true });
});

const post = (name: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${workbench.url}/workbench/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the page', () => {
  test('is served with its libraries, types taken away, under a strict policy', async () => {
    const page = await fetch(workbench.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const module = await (await fetch(`${workbench.url}/page/store.ts`)).text();
    expect(module).toContain('export function createStore');
    expect(module).not.toContain('import type');
    for (const file of ['lit/html.js', 'lit-html/lit-html.js', 'adaptivecards/dist/adaptivecards.min.js']) {
      expect((await fetch(`${workbench.url}/vendor/${file}`)).status).toBe(200);
    }
  });

  test.each([
    '/page/..%2f..%2f..%2f..%2fpackage.json',
    '/vendor/lit/..%2f..%2f..%2fpackage.json',
    '/page/nothing.ts',
    '/vendor/botbuilder/package.json',
  ])('nothing else is served: %s', async (pathname) => {
    expect((await fetch(workbench.url + pathname)).status).toBe(404);
  });

  test('another site in the same browser is turned away', async () => {
    const body = { personaId: 'kari', conversationId: 'x', text: 'hei' };
    expect((await post('say', body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('say', { personaId: 1 })).status).toBe(400);
    expect((await post('constructor', {})).status).toBe(404);
  });
});

describe('what is kept', () => {
  test('chats and the moved clock are there after a restart, and the signing key is the same', async () => {
    const { conversationId } = workbench.teams.book.personalChatOf('kari');
    workbench.teams.book.add(conversationId, { from: 'kari', text: 'hei' }, new Date());
    expect((await post('move-clock', { by: 3_600_000 })).status).toBe(200);
    const keys = workbench.teams.issuer.jwks();
    await workbench.stop();
    workbench = await start();
    expect(workbench.teams.book.personalChatOf('kari').activities).toMatchObject([{ text: 'hei' }]);
    expect(Math.round(workbench.keptOffsetMs / 60_000)).toBe(60);
    expect(workbench.teams.issuer.jwks()).toEqual(keys);
  });

  test('a file that is not ours is told with the remedy, and left alone', async () => {
    await workbench.stop();
    const file = path.join(folder, 'workbench.json');
    await writeFile(file, 'not json');
    await expect(start()).rejects.toThrow('npm start -- --fresh');
    expect(await readFile(file, 'utf8')).toBe('not json');
    await rm(file);
    workbench = await start();
  });
});

describe('npm start', () => {
  test('a taken port is told in one line with the remedy', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const bot = typeof address === 'object' && address ? address.port : 0;
    await expect(checkPorts({ workbench: bot + 1, queue: bot + 2, table: bot + 3, bot })).rejects.toThrow(
      /^Port \d+, for the \w+, is taken; stop what uses it.*--[\w-]*port \d+$/,
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  test('one port for two things is told before anything is tried', async () => {
    const ports = { workbench: 1, bot: 2, queue: 3, table: 2 };
    await expect(checkPorts(ports)).rejects.toThrow('Port 2 is given to both bot and table');
  });

  test('flags are read, and wrong ones told', () => {
    expect(readDevOptions(['--fresh', '--port', '4000'], '/x')).toMatchObject({
      kept: 'empty',
      dataFolder: '/x/.data',
      ports: { workbench: 4000 },
    });
    expect(() => readDevOptions(['--port', 'abc'], '/x')).toThrow('--port takes a number');
    expect(() => readDevOptions(['--wrong'], '/x')).toThrow('Use: npm start');
  });
});
