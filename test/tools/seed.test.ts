import { expect, test } from 'vitest';
import { isForPerson } from '../../src/features/catalogue/catalogue.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { memberRow, profileRow } from '../../src/features/people/person-rows.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { personasOf, personOf, readMunicipality } from '../../src/tools/seed/read-municipality.ts';
import { seed } from '../../src/tools/seed/seed.ts';
import { newWorkbenchState } from '../../src/tools/workbench/connector/new-state.ts';
import { memoryDueStore } from '../support/memory-due-store.ts';
import { memoryPersonKeyStore } from '../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { memoryUnitStore } from '../support/memory-unit-store.ts';

const today = '2026-11-23';
const now = new Date('2026-11-23T12:00:00Z');
const municipality = await readMunicipality();
const everyone = municipality.units.flatMap((unit) => unit.people.map((person) => personOf(unit, person, today)));

async function seeded() {
  const needs = {
    people: memoryPersonStore(),
    personKeys: memoryPersonKeyStore(),
    units: memoryUnitStore(),
    due: memoryDueStore(),
  };
  const { pack } = await loadPack('content');
  const rules = { catalogue: pack.catalogue, policy: pack.reminderPolicy, calendar: pack.calendar };
  const again = () => seed(needs, municipality, rules, today, now);
  return { needs, pack, again, result: await again() };
}

test('about forty people in six units, found by their Teams id, with leaders over all units', async () => {
  const { needs, result } = await seeded();
  expect(result).toEqual({ outcome: 'seeded', people: 40, units: 6 });
  const leaders = await toArray(needs.units.listLeaders());
  const led = everyone.filter(({ personId }) => leaders.includes(personId)).flatMap(({ leads }) => leads);
  expect([...led].sort()).toEqual(municipality.units.map(({ id }) => id).sort());
  for (const person of everyone) {
    expect(await needs.personKeys.get(aadKey(person.aadObjectId ?? ''))).toBe(person.personId);
    expect((await needs.people.get(person.personId, profileRow))?.value.displayName).toBe(person.displayName);
    expect(await toArray(needs.people.list(person.personId, memberRow))).toHaveLength(1);
  }
});

test('seeding again changes nobody', async () => {
  const { needs, again } = await seeded();
  const before = JSON.stringify([...needs.people.keys()]);
  expect(await again()).toEqual({ outcome: 'exists' });
  expect(JSON.stringify([...needs.people.keys()])).toBe(before);
});

test('who is done has a proof and no reminder; a new hire has reminders and no progress', async () => {
  const { needs, pack } = await seeded();
  const done = everyone.find(({ displayName }) => displayName === 'Nina Nordli')?.personId ?? '';
  const priority = pack.catalogue.modules.filter(({ isPriority }) => isPriority);
  expect(await toArray(needs.people.list(done, doneRow))).toHaveLength(priority.length);
  expect(await toArray(needs.people.list(done, reminderRow))).toEqual([]);
  const fresh = everyone.find(({ displayName }) => displayName === 'Iselin Myrvang')?.personId ?? '';
  expect(await toArray(needs.people.list(fresh, progressRow))).toEqual([]);
  expect((await toArray(needs.people.list(fresh, reminderRow))).length).toBeGreaterThan(0);
});

test('the staff list has people at each of the three levels of competence, and most at none', () => {
  const levels = everyone.map(({ competenceLevel }) => competenceLevel);
  for (const level of [1, 2, 3] as const) expect(levels.filter((one) => one === level).length).toBeGreaterThan(1);
  expect(levels.filter((one) => one === undefined).length).toBeGreaterThan(everyone.length / 2);
});

test('no leader of the seed is at a level that the module for leaders is too deep for', async () => {
  const { pack } = await seeded();
  const forLeaders = pack.catalogue.modules.filter(({ audience }) => audience.roles.includes('leader'));
  expect(forLeaders.length).toBeGreaterThan(0);
  for (const person of everyone.filter(({ roles }) => roles.includes('leader'))) {
    for (const module of forLeaders) expect(isForPerson(module, person)).toBe(true);
  }
});

test('the seed names only modules and positions that the pack has', async () => {
  const { pack } = await seeded();
  const steps = new Map(
    pack.catalogue.modules.map(({ moduleId, cards, quiz }) => [moduleId, cards.length + quiz.length]),
  );
  for (const { done, started } of municipality.units.flatMap(({ people }) => people)) {
    for (const moduleId of Object.keys(done)) expect(steps.has(moduleId)).toBe(true);
    for (const [moduleId, { position }] of Object.entries(started))
      expect(position).toBeLessThan(steps.get(moduleId) ?? 0);
  }
});

test('the stub Teams knows the same people, with and without the app, and every chat has members that exist', () => {
  const personas = personasOf(municipality, today);
  const state = newWorkbenchState({ appId: 'app', ...personas });
  const ids = new Set(state.people.map(({ personaId }) => personaId));
  expect(state.conversations.flatMap(({ memberIds }) => memberIds).filter((id) => !ids.has(id))).toEqual([]);
  expect(state.conversations.some(({ type, isInstalled }) => type === 'personal' && !isInstalled)).toBe(true);
  const isKnown = new Set(state.people.map(({ aadObjectId }) => aadObjectId));
  expect(everyone.filter(({ aadObjectId }) => !isKnown.has(aadObjectId ?? ''))).toEqual([]);
  expect(state.people.filter(({ badges }) => badges.includes('ny')).length).toBeGreaterThanOrEqual(6);
});
