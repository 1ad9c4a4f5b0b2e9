import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activity, type Door, openDoor, serviceUrl } from './open-door.ts';

let door: Door;
const stranger = { 'x-forwarded-for': '203.0.113.7' };
const teams = { 'x-forwarded-for': '52.112.0.1' };

beforeEach(async () => {
  const now = new Date();
  // Refusals are counted by the minute of the clock, and one of them must not end within a test.
  door = await openDoor({ clock: { now: () => now }, proxies: 1, limits: { mostRefusals: 5 } });
});
afterEach(() => door.close());
const good = async () => `Bearer ${await door.keyServer.issuer.sign({ serviceUrl })}`;

async function knock(times: number, headers: Record<string, string>): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1)
    statuses.push((await door.post('{"foo":1}', 'Bearer a.b.c', headers)).status);
  return statuses;
}

test('who is refused too often is shut out for a minute, with an empty body, and others are not', async () => {
  expect(await knock(7, stranger)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  expect(await door.post(activity(), 'Bearer a.b.c', stranger)).toEqual({ status: 429, text: '' });
  expect((await door.post(activity(), 'Bearer a.b.c', teams)).status).toBe(401);
});

test('a good token is let in from where strangers have got themselves shut out, before anybody there was welcome', async () => {
  await knock(20, teams);
  expect((await door.post(activity(), await good(), teams)).status).toBe(200);
  expect(door.turns).toHaveLength(1);
});

test('whatever token is shown by who is shut out, the keys are asked for no more often', async () => {
  await door.post(activity(), await good(), teams);
  await knock(5, stranger);
  for (let at = 0; at < 20; at += 1) {
    const token = await door.keyServer.issuer.sign({ serviceUrl, header: { kid: `unknown-${at}` } });
    expect((await door.post(activity(), `Bearer ${token}`, stranger)).status).toBe(429);
  }
  expect(door.keyServer.requests()).toBe(2);
});

test('the body of who is shut out is not waited for', async () => {
  await knock(5, stranger);
  const { port } = new URL(door.url);
  const socket = connect(Number(port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  const head =
    'Host: x\r\nX-Forwarded-For: 203.0.113.7\r\nContent-Type: application/json\r\nAuthorization: Bearer a.b.c';
  socket.write(`POST /api/messages HTTP/1.1\r\n${head}\r\nContent-Length: 1000\r\n\r\n{`);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  expect(said).toMatch(/^HTTP\/1.1 429 /);
});

test('a flood is told in a few lines, without where it came from', async () => {
  await knock(50, stranger);
  expect(door.events).toHaveLength(6);
  expect(door.events.at(-1)).toEqual({ event: 'request-refused', status: 429, reason: 'refused-too-often' });
  expect(JSON.stringify(door.events)).not.toContain('203.0.113');
});

test('strangers who come from the same address as Teams do not shut it out', async () => {
  await door.post(activity(), await good(), teams);
  expect(new Set(await knock(20, teams))).toEqual(new Set([401]));
  expect((await door.post(activity(), await good(), teams)).status).toBe(200);
});

test('that we have no keys is held against nobody', async () => {
  door.keyServer.answer('down');
  const token = await good();
  for (let time = 0; time < 10; time += 1) expect((await door.post(activity(), token, teams)).status).toBe(503);
});
