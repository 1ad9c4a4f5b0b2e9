import { expect, test } from 'vitest';
import { buttonsOf, createDrive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, settle } from './people.ts';

const secret = {
  ...{ UNDRING_CREDENTIALS: 'secret', UNDRING_APP_SECRET: 'svært-hemmelig' },
  UNDRING_APP_SECRET_EXPIRES_ON: '2027-01-25',
};

test('the log of what was done says where changes of content are, with the way there', async () => {
  const drive = await createDrive(mondayMorning);
  await settle(drive);
  const ali = aPerson('ali', { roles: ['employee', 'administrator'], aadObjectId: 'aad-ali' });
  await drive.knows(ali);
  await drive.executes(ali, 'content.return', { moduleId: 'meldeplikt', version: 3, reason: 'hard-to-read' });
  const log = await drive.executes(ali, 'audit.show', {});
  expect(wordsOf(log)).toContain('Endringer i innholdet står ikke her. De står på hver modul');
  const list = await drive.presses(ali, log, 'Til innholdet');
  expect(buttonsOf(list).map(({ verb }) => verb)).toContain('content.module');
});

test('an administrator is told in the chat that the secret runs out, and nobody else is', async () => {
  const drive = await createDrive(mondayMorning, {}, secret);
  await settle(drive);
  const ali = aPerson('ali', {
    roles: ['employee', 'administrator'],
    employedOn: '2020-01-01',
    aadObjectId: 'aad-ali',
  });
  await drive.knows(ali);
  await drive.installs(ali);
  await drive.installs(kari);
  await drive.clockTo(new Date('2026-11-27T14:00:00Z'));
  const told = drive.sent.filter(({ message }) => wordsOf(message).includes('Nøkkelen min til Teams'));
  expect(told.map(({ to }) => to.conversationId)).toEqual(['a:ali']);
  expect(told.map(({ message }) => wordsOf(message)).join()).toContain('mandag 25. januar 2027');
  expect(JSON.stringify(drive.sent)).not.toContain('svært-hemmelig');
});
