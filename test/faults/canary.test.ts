import { afterAll, beforeAll, expect, test } from 'vitest';
import { canary, findCanaries, nameCanary, readStorage, sayEverything, textsWithCanary } from './canaries.ts';
import { startWholeService, type WholeService } from './whole-service.ts';

const names = ['kari', 'olav'];
let service: WholeService;

beforeAll(async () => {
  service = await startWholeService(names, (person) => ({
    ...person,
    displayName: `${nameCanary} ${person.personId}`,
    givenName: nameCanary,
  }));
});
afterAll(() => service.stop());

test('what people write is in no row, queue or line of the log, and who they are in no line', async () => {
  await sayEverything(service, names, textsWithCanary(24));
  const { found, lines, rows } = await findCanaries(service);
  expect(found).toEqual([]);
  expect(lines).toBeGreaterThan(10);
  expect(rows).toBeGreaterThan(5);
  expect(service.isAlive()).toBe(true);
});

test('the scan would have found it', async () => {
  expect((await readStorage(service.prefix)).text).toContain(nameCanary);
  await service.stores.units.createUnit({ unitId: 'u', name: canary, sector: 'school' });
  expect((await findCanaries(service)).found).toEqual([`stored: ${canary}`]);
});
