import { beforeEach, describe, expect, test } from 'vitest';
import { localDateAt } from '../../src/core/local-date.ts';
import { aadKey, upnKey } from '../../src/features/people/person-key-store.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { importRoster } from '../../src/features/use-cases/import-roster.ts';
import { rosterRules } from '../features/people/roster-rules.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { mondayMorning } from './people.ts';

const header = [
  'Brukernavn',
  'Entra-id',
  'Fornavn',
  'Etternavn',
  'Enhetskode',
  'Enhet',
  'Tjeneste',
  'Startdato',
  'Stilling',
];
const account = '00000000-0000-4000-8000-000000000051';
const nora = aPerson('nora', { aadObjectId: account });
const other = aPerson('other', { aadObjectId: '00000000-0000-4000-8000-000000000052' });
const userName = 'nora.dal@fjordvik.kommune.no';

let drive: Drive;

const rowOf = (name: string, objectId = '', given = 'Nora', family = 'Dal', title = 'Lærer') => [
  name,
  objectId,
  given,
  family,
  'solbakken',
  'Solbakken skole',
  'Skole',
  '23.11.2026',
  title,
];
const importsRows = (...rows: string[][]) => {
  const needs = { ...drive.stores, runs: drive.stores.rosterRuns, rules: rosterRules };
  return importRoster(
    needs,
    [header, ...rows],
    'apply-also-many-leaving',
    localDateAt(drive.now(), 'Europe/Oslo'),
    drive.now(),
  );
};
const imports = (objectId: string, title = 'Lærer') => importsRows(rowOf(userName, objectId, 'Nora', 'Dal', title));
const storedAccount = async () => {
  const personId = (await drive.stores.personKeys.get(upnKey(userName))) ?? '';
  return { personId, account: (await drive.stores.people.get(personId, profileRow))?.value.aadObjectId };
};

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await imports('');
});

describe('somebody whom the staff list knows by user name only', () => {
  test('is met by name and with own modules at installation', async () => {
    drive.named(nora, userName);
    const welcome = await drive.installs(nora);
    expect(welcome && wordsOf(welcome)).toContain('Nora');
    expect(welcome && wordsOf(welcome)).toContain('7. desember');
  });

  test('may begin by writing, and gets what a person asked for', async () => {
    drive.named(nora, userName);
    expect(wordsOf((await drive.says(nora, 'moduler')).message)).toContain('Meldeplikt');
  });

  test('is one person when the object id comes with a later file', async () => {
    drive.named(nora, userName);
    await drive.says(nora, 'moduler');
    const before = await storedAccount();
    expect(before.account).toBe(account);
    expect(await imports(account)).toMatchObject({ outcome: 'applied', joined: 0, changed: 0, same: 1 });
    expect(await storedAccount()).toEqual(before);
  });

  test('is one person when the file had the object id first', async () => {
    await imports(account);
    drive.named(nora, userName);
    await drive.says(nora, 'moduler');
    expect(await drive.stores.personKeys.get(aadKey(account))).toBe((await storedAccount()).personId);
  });

  test('is not somebody else who has got the user name', async () => {
    drive.named(nora, userName);
    await drive.says(nora, 'moduler');
    drive.named(other, userName);
    expect(wordsOf((await drive.says(other, 'moduler')).message)).not.toContain('Meldeplikt');
    expect(await drive.stores.personKeys.get(aadKey(other.aadObjectId ?? ''))).toBeUndefined();
  });

  test('asks the guide without becoming known by it', async () => {
    drive.named(nora, userName);
    expect(wordsOf((await drive.says(nora, 'jeg er bekymret for et barn')).message)).toContain('112');
    expect(await drive.stores.personKeys.get(aadKey(account))).toBeUndefined();
  });

  test('is still met when Teams does not say who it is', async () => {
    const welcome = await drive.installs(nora);
    expect(welcome && wordsOf(welcome)).toContain('bekymret');
  });
});

describe('a user name that is changed, and given to a new leader, in a staff list without object ids', () => {
  const newName = 'nora.ny@fjordvik.kommune.no';
  const berit = rowOf(userName, '', 'Berit', 'Ny', 'Rektor');

  test('lets nobody in as the leader but the leader, and whoever had it goes on with what was done', async () => {
    drive.named(nora, userName);
    await drive.says(nora, 'moduler');
    const before = await storedAccount();
    await drive.clockTo(new Date('2026-11-24T09:00:00Z'));
    await importsRows(rowOf(newName), berit);
    drive.named(nora, newName);
    drive.named(other, userName);
    expect(wordsOf((await drive.says(nora, 'moduler')).message)).toContain('Meldeplikt');
    expect(await drive.stores.personKeys.get(upnKey(newName))).toBe(before.personId);
    expect(wordsOf((await drive.says(other, 'moduler')).message)).toContain('Meldeplikt');
    expect(await storedAccount()).toMatchObject({ account: other.aadObjectId });
    const stored = (await drive.stores.people.get(before.personId, profileRow))?.value;
    expect(stored).toMatchObject({ displayName: 'Nora Dal', roles: ['employee'], aadObjectId: account });
  });

  test('is found out however soon after the first contact the list comes', async () => {
    drive.named(nora, userName);
    await drive.says(nora, 'moduler');
    await drive.clockTo(new Date('2026-11-24T09:00:00Z'));
    await importsRows(berit);
    drive.named(other, userName);
    expect(wordsOf((await drive.says(nora, 'moduler')).message)).not.toContain('Meldeplikt');
    expect(wordsOf((await drive.says(other, 'moduler')).message)).toContain('Meldeplikt');
  });
});

describe('a role in the staff list', () => {
  test('holds from the next turn on, without a restart, and goes the same way', async () => {
    drive.named(nora, userName);
    expect(wordsOf((await drive.says(nora, 'innhold')).message)).not.toContain('Godkjenn');
    const before = wordsOf(await drive.executes(nora, 'content.list', {}));
    await imports('', 'Lærer, BTI-koordinator');
    const during = wordsOf(await drive.executes(nora, 'content.list', {}));
    await imports('', 'Lærer');
    expect(during).not.toBe(before);
    expect(wordsOf(await drive.executes(nora, 'content.list', {}))).toBe(before);
  });
});
