import { expect, test } from 'vitest';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, wordsOf } from '../support/drive.ts';
import { mondayMorning, olav, settle } from './people.ts';
import { takeModule } from './take-module.ts';

test('a module that the pack wants another taken before opens when that one is done, and says so until then', async () => {
  const line = '  - id: avvergingsplikt\n';
  const ordered = await copyContent({ file: 'pack.yaml', find: line, put: `${line}    takeFirst: [meldeplikt]\n` });
  const drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: ordered });
  await settle(drive);
  const list = (await drive.says(olav, 'moduler')).message;
  expect(wordsOf(list)).not.toContain('Du velger rekkefølgen selv.');
  const waiting = await drive.executes(olav, 'module.open', { moduleId: 'avvergingsplikt' });
  expect(wordsOf(waiting)).toContain('Ta Meldeplikt først. Så åpner denne seg.');
  await takeModule(drive, olav, 'meldeplikt');
  const open = await drive.executes(olav, 'module.open', { moduleId: 'avvergingsplikt' });
  expect(wordsOf(open)).toContain('Avvergingsplikt · kort 1 av');
  expect(buttonsOf(open).map(({ verb }) => verb)).toContain('module.show');
});
