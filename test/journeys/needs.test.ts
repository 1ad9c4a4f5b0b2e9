import { expect, test } from 'vitest';
import { createDrive, wordsOf } from '../support/drive.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { kari, mondayMorning, rektor, settle } from './people.ts';

test('a leader says what the unit has to learn, gets modules, and nothing of it is stored', async () => {
  const people = memoryPersonStore();
  const drive = await createDrive(mondayMorning, { people });
  await settle(drive);
  const form = (await drive.says(rektor, 'kompetansebehov')).message;
  expect(wordsOf(form)).toContain('Inkluderende læringsmiljø');
  const before = JSON.stringify([...people.keys()].map(([id, keys]) => [id, [...keys]]));
  expect(wordsOf(await drive.presses(rektor, form, 'Vis forslag'))).toContain('minst ett område');
  const chosen = { 'area-tverrfaglig-samarbeid': 'much', 'area-x': 'much', 'area-ledelse': 'all of it' };
  const result = await drive.presses(rektor, form, 'Vis forslag', chosen);
  expect(wordsOf(result)).toContain('Mye å lære om samarbeid på tvers');
  expect(JSON.stringify(result)).toContain('https://teams.microsoft.com/l/meeting/new?subject=');
  expect(wordsOf(await drive.presses(rektor, result, 'Vis planen for møtet'))).toContain('minutter');
  expect(JSON.stringify([...people.keys()].map(([id, keys]) => [id, [...keys]]))).toBe(before);
  expect(wordsOf(await drive.executes(kari, 'needs.open', {}))).toContain('ikke for deg');
});
