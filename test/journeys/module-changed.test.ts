import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyContent } from '../support/copy-pack.ts';
import { createDrive, wordsOf } from '../support/drive.ts';
import { memoryStores } from '../support/memory-stores.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, settle } from './people.ts';

const moduleId = 'tegn-og-undring';
const unn = aPerson('unn', {
  ...{
    displayName: 'Unn Vik',
    roles: ['employee', 'coordinator'],
    aadObjectId: '00000000-0000-4000-8000-000000000305',
  },
});
const changed = 'Modulen er endret siden sist. Her fortsetter du.';

/** The real content, this module's second card gone with all its words, as the next version. */
async function withoutTheSecond(cardId: string, version: number): Promise<string> {
  const put = `version: ${version + 1}`;
  const folder = await copyContent({ file: `modules/${moduleId}/module.yaml`, find: `version: ${version}`, put });
  for (const name of ['module', 'nb', 'nn', 'en']) {
    const file = path.join(folder, 'modules', moduleId, `${name}.yaml`);
    const text = await readFile(file, 'utf8');
    const gone = new RegExp(
      name === 'module' ? `^  - \\{ id: ${cardId}\\b.*\\n` : `^  ${cardId}:\\n(?:    .*\\n|\\n)*`,
      'm',
    );
    expect(text).toMatch(gone);
    await writeFile(file, text.replace(gone, ''));
  }
  return folder;
}

async function onTheThird() {
  const stores = memoryStores();
  const drive = await createDrive(mondayMorning, stores);
  await settle(drive);
  await drive.knows(unn);
  const module = drive.service.pack.catalogue.modules.find((one) => one.moduleId === moduleId);
  if (!module) throw new Error(`there is no module ${moduleId}`);
  const headings = module.cards.map(({ heading }) => heading.nb);
  const first = await drive.executes(kari, 'module.open', { moduleId });
  const third = await drive.presses(kari, await drive.presses(kari, first, 'Neste'), 'Neste');
  expect(wordsOf(third)).toContain(headings[2]);
  return { stores, drive, module, headings, third };
}

test('a card that is taken away in the chat costs who is further on no other card', async () => {
  const { drive, module, headings, third } = await onTheThird();
  await drive.executes(unn, 'content.withdraw', { moduleId, cardId: module.cards[1]?.cardId });
  const next = await drive.presses(kari, third, 'Neste');
  expect(wordsOf(next)).toContain(headings[3]);
  expect(wordsOf(next)).toContain(changed);
  expect(wordsOf(await drive.presses(kari, third, 'Neste'))).toContain(headings[3]);
});

test('nor does a card that is next, or where somebody is: the first after what was seen comes', async () => {
  const { drive, module, headings, third } = await onTheThird();
  for (const at of [2, 3]) {
    await drive.executes(unn, 'content.withdraw', { moduleId, cardId: module.cards[at]?.cardId });
  }
  const resumed = await drive.executes(kari, 'module.open', { moduleId });
  expect(wordsOf(resumed)).toContain(headings[4]);
  expect(wordsOf(resumed)).toContain(changed);
  expect(wordsOf(await drive.presses(kari, third, 'Neste'))).toContain(headings[4]);
});

test('nor does a new version of the files without it, by the button or by opening the module again', async () => {
  const { stores, module, headings, third } = await onTheThird();
  const folder = await withoutTheSecond(module.cards[1]?.cardId ?? '', module.version);
  const later = await createDrive(mondayMorning, stores, { UNDRING_PACK: folder });
  const resumed = await later.executes(kari, 'module.open', { moduleId });
  expect(wordsOf(resumed)).toContain(headings[2]);
  expect(wordsOf(resumed)).toContain(changed);
  expect(wordsOf(await later.presses(kari, third, 'Neste'))).toContain(headings[3]);
});
