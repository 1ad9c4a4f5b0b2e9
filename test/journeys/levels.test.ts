import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { notWritten } from '../../src/features/catalogue/unwritten.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import type { Progress } from '../../src/features/progress/progress.ts';
import { progressRow } from '../../src/features/progress/progress-rows.ts';
import { makeModule } from '../../src/tools/new-module/make-module.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000030${n}`;
const someone = { employedOn: '2020-08-01' } as const;
const beginner = aPerson('beginner', { ...someone, competenceLevel: 1, aadObjectId: aad(1) });
const middle = aPerson('middle', { ...someone, competenceLevel: 2, aadObjectId: aad(2) });
const deep = aPerson('deep', { ...someone, competenceLevel: 3, aadObjectId: aad(3) });
const unn = aPerson('unn', { ...someone, roles: ['employee', 'coordinator'], aadObjectId: aad(4) });

const moduleId = 'stafettholder-og-gode-moeter';
const title = 'Stafettholder og gode møter';

/** The real content with one of its outlines made, and a source; `words`: what stands where nothing is written. */
async function withOutline(words: string): Promise<string> {
  const last = '  - id: lederansvar\n';
  const folder = await copyContent({ file: 'pack.yaml', find: last, put: `${last}  - id: ${moduleId}\n` });
  await makeModule(folder, moduleId);
  const own = path.join(folder, 'modules', moduleId);
  for (const name of await readdir(own)) {
    const text = await readFile(path.join(own, name), 'utf8');
    const source = 'sources: [{ source: "Rutine for stafettholder", verifiedAt: 2026-11-20 }]';
    await writeFile(path.join(own, name), text.replaceAll(notWritten, words).replace('sources: []', source));
  }
  return folder;
}

async function begin(): Promise<Drive> {
  const drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: await withOutline('Skriv referat.') });
  await settle(drive);
  await drive.knows(beginner, middle, deep, unn);
  return drive;
}

test('an outlined module is seen by nobody until it is written and approved, and then by who goes as deep as it does', async () => {
  const drive = await begin();
  const listOf = async (person: typeof deep) => wordsOf((await drive.says(person, 'moduler')).message);
  for (const person of [beginner, middle, deep, olav]) expect(await listOf(person)).not.toContain(title);
  expect(wordsOf(await drive.executes(deep, 'module.open', { moduleId }))).not.toContain(`${title} · kort 1`);

  await drive.executes(unn, 'content.approve', { moduleId, version: 1, validTo: '2027-11-01' });
  for (const person of [deep, olav]) {
    expect(await listOf(person)).toMatch(new RegExp(`${title}\n15 minutter · fordypning`));
    expect(wordsOf(await drive.executes(person, 'module.open', { moduleId }))).toContain(`${title} · kort 1 av`);
  }
  for (const person of [beginner, middle]) {
    expect(await listOf(person)).not.toContain(title);
    expect(wordsOf(await drive.executes(person, 'module.open', { moduleId }))).toContain('laget for andre');
  }
});

test('the leader module says that it is for who has more responsibility', async () => {
  const drive = await begin();
  expect(wordsOf((await drive.says(rektor, 'moduler')).message)).toMatch(
    /Lederansvar\n15 minutter · for deg med mer ansvar/,
  );
  expect(wordsOf((await drive.says(deep, 'moduler')).message)).not.toContain('Lederansvar');
});

test('an outline that nobody has written cannot be approved from the chat, and says what is missing', async () => {
  const drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: await withOutline(notWritten) });
  await settle(drive);
  await drive.knows(unn, deep);
  const open = await drive.executes(unn, 'content.module', { moduleId });
  expect(wordsOf(open)).toMatch(/Ikke skrevet ennå: kort 1, 2, .* og møtet\. .* ingen kan godkjenne den\./);
  expect(buttonsOf(open).map(({ verb }) => verb)).not.toContain('content.approve');
  const pressed = await drive.executes(unn, 'content.approve', { moduleId, version: 1, validTo: '2027-11-01' });
  expect(wordsOf(pressed)).toContain('Det er ikke gjort. Noe er ikke skrevet ennå');
  expect(wordsOf(pressed)).not.toContain('Godkjent av');
  expect(wordsOf((await drive.says(deep, 'moduler')).message)).not.toContain(title);
});

test('who leads an area sees the leader module too, and who only coordinates does not', async () => {
  const drive = await begin();
  const areaLeader = aPerson('area', { ...someone, roles: ['employee', 'area-leader'], aadObjectId: aad(5) });
  await drive.knows(areaLeader);
  expect(wordsOf((await drive.says(areaLeader, 'moduler')).message)).toContain('Lederansvar');
  expect(wordsOf((await drive.says(unn, 'moduler')).message)).not.toContain('Lederansvar');
});

test('a module that a meeting was wrongly registered of, before it comes round again, stays done until its day', async () => {
  const drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(beginner);
  const of = { moduleId: 'meldeplikt', moduleVersion: 1 } as const;
  const completedAt = new Date('2025-12-07T09:00:00Z');
  const renewal = { lastDoneAt: completedAt, opensOn: '2026-12-07', dueOn: '2027-01-04' } as const;
  const begun = {
    state: 'started',
    startedAt: mondayMorning,
    position: 0,
    answers: {},
    withdrawnAt: mondayMorning,
  } as const;
  const rows: readonly Progress[] = [
    { ...of, state: 'completed', cycle: 1, startedAt: completedAt, completedAt },
    { ...of, ...begun, cycle: 2, renewal },
  ];
  const writes = rows.map((row) => createRow(progressRow, row));
  await drive.stores.people.commit({ personId: 'beginner', writes });

  const done = await drive.executes(beginner, 'module.open', { moduleId: 'meldeplikt' });
  expect(wordsOf(done)).toContain('7. desember 2025');
  expect(wordsOf(await drive.presses(beginner, done, 'Les modulen på nytt'))).toContain('kort 1 av');
  expect(wordsOf(await drive.executes(beginner, 'use-it.show', { moduleId: 'meldeplikt' }))).not.toContain('kort 1 av');
  const kept = await toArray(drive.stores.people.list('beginner', progressRow));
  expect(kept.map(({ value }) => value)).toMatchObject([{ cycle: 1 }, { cycle: 2, state: 'started', position: 0 }]);
  await drive.clockTo(new Date('2026-12-07T12:00:00Z'));
  expect(wordsOf(await drive.executes(beginner, 'module.open', { moduleId: 'meldeplikt' }))).toContain('kort 1 av');
});

test('a module done before somebody changed work stays done when it comes round again: read and told of, not taken anew', async () => {
  const drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(beginner);
  const of = { moduleId: 'lederansvar', moduleVersion: 1 } as const;
  const completedAt = new Date('2025-11-17T09:00:00Z');
  const renewal = { lastDoneAt: completedAt, opensOn: '2026-11-17', dueOn: '2026-12-15' } as const;
  const rows: readonly Progress[] = [
    { ...of, state: 'completed', cycle: 1, startedAt: completedAt, completedAt },
    { ...of, state: 'started', cycle: 2, startedAt: completedAt, position: 0, answers: {}, renewal },
  ];
  const writes = rows.map((row) => createRow(progressRow, row));
  await drive.stores.people.commit({ personId: 'beginner', writes });

  const done = await drive.executes(beginner, 'module.open', { moduleId: 'lederansvar' });
  expect(wordsOf(done)).toContain('17. november 2025');
  expect(wordsOf(done)).not.toContain('kort 1 av');
  const read = await drive.presses(beginner, done, 'Les modulen på nytt');
  expect(wordsOf(read)).toContain('kort 1 av');
  expect(wordsOf(await drive.presses(beginner, read, 'Neste'))).toContain('kort 2 av');
  expect(wordsOf(await drive.presses(beginner, done, 'Del med kollegaene'))).toContain('Lederansvar');
  expect(wordsOf((await drive.says(beginner, 'del')).message)).not.toContain('laget for andre');
  const kept = await toArray(drive.stores.people.list('beginner', progressRow));
  expect(kept.map(({ value }) => value)).toEqual(rows);
});

test('who stands in for a leader reads the module for leaders, and is not asked whether they have taken it before', async () => {
  const drive = await createDrive(mondayMorning);
  await settle(drive);
  const given = { unitId: 'solbakken', until: '2026-12-31', by: rektor.personId, at: mondayMorning } as const;
  const deputy = aPerson('deputy', { ...someone, aadObjectId: aad(5), delegated: [given] });
  await drive.knows(deputy);
  const of = { moduleId: 'lederansvar' };
  const card = await drive.executes(deputy, 'module.open', of);
  expect(wordsOf(card)).toContain('kort 1 av');
  const titles = buttonsOf(card).map(({ title }) => title);
  expect(titles).not.toContain('Jeg har tatt dette før');
  expect(wordsOf(await drive.executes(deputy, 'prior.ask', of))).toContain('laget for andre');
  const own = await drive.executes(deputy, 'module.open', { moduleId: 'meldeplikt' });
  expect(buttonsOf(own).map(({ title }) => title)).toContain('Jeg har tatt dette før');
});
