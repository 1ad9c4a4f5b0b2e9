import { afterAll, beforeAll, expect, test } from 'vitest';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { findCanaries } from './canaries.ts';
import { openFlood, pressWithCanary } from './flood.ts';
import { emulatorToken, fromInsider, fromStranger, sendHostile } from './hostile-requests.ts';
import { startWholeService, type WholeService } from './whole-service.ts';

let service: WholeService;
beforeAll(async () => {
  service = await startWholeService(['kari'], undefined, { UNDRING_ROLES: 'bot' });
});
afterAll(() => service.stop());

/** The short form of `hostile.proof.ts`: the same requests, fewer of them. */
test('hostile requests of every kind leave the process alive, without a file, a fault or a word of them', async () => {
  const [delivery] = await service.teams.say('kari', 'hei');
  const { teams } = service;
  const token = await teams.issuer.sign({ serviceUrl: teams.serviceUrl });
  const good = { activity: JSON.stringify(delivery?.activity), token };
  const statuses = new Set<number>();
  const numbers = Array.from({ length: 96 }, (_, at) => at);
  await inParallel(numbers, 16, async (at) => {
    statuses.add(await sendHostile(teams.bot.url, fromStranger(at)));
    statuses.add(await sendHostile(teams.bot.url, fromInsider(at, good)));
  });
  const flood = openFlood(teams.bot.url, 16);
  await inParallel(
    Array.from({ length: 1000 }, (_, at) => at),
    16,
    async (at) => {
      statuses.add(await flood.post('{"foo":1}', `Bearer ${emulatorToken(at)}`));
    },
  );
  await inParallel(numbers, 16, async (at) => {
    statuses.add(await flood.post(pressWithCanary(at, good), `Bearer ${token}`, `?text=${at}`));
  });
  flood.close();
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  expect(service.isAlive()).toBe(true);
  expect(await service.temporaryFiles()).toEqual([]);
  expect(service.output()).not.toMatch(/polluted|tenant-\d|kid-\d|eyJ|bug|\?text/);
  expect((await findCanaries(service)).found).toEqual([]);
  expect((await teams.say('kari', 'hva gjør jeg?'))[0]?.status).toBe(200);
});
