import { expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { isAlone } from '../../../src/features/owners/second-person.ts';
import type { Person } from '../../../src/features/people/person.ts';
import type { PersonStore } from '../../../src/features/people/person-store.ts';
import { aPerson } from '../../support/person-builder.ts';

const kari = aPerson('kari', { roles: ['employee', 'coordinator'] });
const plain = (n: number) => aPerson(`p${n}`);
const today = '2026-11-23';
let reads = 0;

function among(...people: Person[]) {
  const byId = new Map(people.map((person) => [person.personId, person]));
  reads = 0;
  const get = async (personId: string) => {
    reads += 1;
    const value = byId.get(personId);
    return value && { value, version: '1' };
  };
  async function* listAllMembers() {
    yield* byId.keys();
  }
  // Only profiles are read.
  return { people: { get: get as PersonStore['get'] }, units: { listAllMembers } };
}
const asked = (owner?: string) => ({ personId: 'kari', owner });

test('a coordinator is alone when nobody else may look after the content, and not when somebody may', async () => {
  expect(await isAlone(among(kari, plain(1)), asked(), today)).toBe(true);
  expect(await isAlone(among(kari, aPerson('ali', { roles: ['administrator'] })), asked(), today)).toBe(false);
  expect(
    await isAlone(among(kari, aPerson('ali', { roles: ['coordinator'], endsOn: '2026-11-01' })), asked(), today),
  ).toBe(true);
});

test('whoever has the post in the content is a second person for that, and for nothing else', async () => {
  const lawyer = aPerson('lawyer', { answersFor: ['PPT-leder'] });
  expect(await isAlone(among(kari, lawyer), asked('ppt-leder'), today)).toBe(false);
  expect(await isAlone(among(kari, lawyer), asked(), today)).toBe(true);
});

test('of more than a thousand nobody is read, and nothing is said where it was not found out', async () => {
  const many = Array.from({ length: 1100 }, (_, n) => plain(n));
  expect(await isAlone(among(kari, ...many), asked(), today)).toBe(false);
  expect(reads).toBe(0);
  expect(await isAlone(among(kari, ...many.slice(0, 999)), asked(), today)).toBe(true);
  expect(reads).toBe(1000);
  const away = {
    ...among(kari),
    people: { get: () => Promise.reject(new Failure('unavailable', 'storage is away; try later')) },
  };
  expect(await isAlone(away, asked(), today)).toBe(false);
});
