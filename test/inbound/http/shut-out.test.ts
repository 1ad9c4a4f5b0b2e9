import { afterEach, beforeEach, expect, test } from 'vitest';
import { activity, type Door, openDoor, serviceUrl } from './open-door.ts';

let door: Door;
const stranger = { 'x-forwarded-for': '203.0.113.7' };
const teams = { 'x-forwarded-for': '52.112.0.1' };

beforeEach(async () => {
  door = await openDoor({ proxies: 1, limits: { mostRefusals: 5 } });
});
afterEach(() => door.close());
const good = async () => `Bearer ${await door.keyServer.issuer.sign({ serviceUrl })}`;

async function knock(times: number, headers: Record<string, string>): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1)
    statuses.push((await door.post('{"foo":1}', 'Bearer a.b.c', headers)).status);
  return statuses;
}

test('who is refused too often is shut out for a minute, with an empty body, and Teams is not', async () => {
  expect(await knock(7, stranger)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  expect(await door.post(activity(), await good(), stranger)).toEqual({ status: 429, text: '' });
  expect((await door.post(activity(), await good(), teams)).status).toBe(200);
  expect(door.turns).toHaveLength(1);
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
