import { expect, test } from 'vitest';
import { createDrive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, settle } from './people.ts';

const secret = {
  ...{ UNDRING_CREDENTIALS: 'secret', UNDRING_APP_SECRET: 'svært-hemmelig' },
  UNDRING_APP_SECRET_EXPIRES_ON: '2027-01-25',
};

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
