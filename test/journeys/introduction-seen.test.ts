import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import { introTickRow } from '../../src/features/progress/intro-tick.ts';
import { policyReadRow } from '../../src/features/progress/policy-reads.ts';
import { copyContent } from '../support/copy-pack.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';
import { readPdf } from '../views/pdf/read-pdf.ts';
import { kari, mondayMorning, nora, olav, rektor, settle, settleMentor } from './people.ts';
import { uploadInfo } from './upload-info.ts';

const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** New, and leads the own unit. */
const styrer = aLeader('styrer', ['nybygg'], {
  ...{ displayName: 'Stig Styrer', employedOn: '2026-11-16', aadObjectId: aad(73), unitId: 'nybygg' },
});
const areaLeader = aPerson('area', {
  ...{ displayName: 'Anne Område', employedOn: '2020-01-01', aadObjectId: aad(76), unitId: 'oppvekst' },
  ...{ roles: ['employee', 'area-leader'], leads: ['oppvekst'] },
});
const notDiscussed = { file: 'pack.yaml', find: '  discussedOn: 2026-08-10\n', put: '  discussedOn: 2026-12-01\n' };
let drive: Drive;

const open = async (settings: Readonly<Record<string, string>> = {}): Promise<void> => {
  drive = await createDrive(mondayMorning, {}, settings);
  await settle(drive);
  const { units, people } = drive.stores;
  await units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other' });
  await units.createUnit({ unitId: 'nybygg', name: 'Nybygg', sector: 'kindergarten', parentId: 'oppvekst' });
  await settleMentor(drive);
  await drive.knows(styrer);
  await people.commit({ personId: 'nora', writes: [createRow(policyReadRow, read)] });
};
const read = { policyId: 'bilder-av-barn', version: 1, at: mondayMorning };
beforeEach(() => open());

const said = async (person: Person, text: string) => wordsOf((await drive.says(person, text)).message);
const sees = (person: Person) => said(person, 'hva ser lederen?');
const own = (person: Person) => said(person, 'min introduksjon');
const leaves = async (personId: string): Promise<void> => {
  const stored = await drive.stores.people.get(personId, profileRow);
  if (!stored) throw new Error('nobody to leave');
  const after = { ...stored.value, endsOn: '2026-11-22' as const };
  await drive.stores.people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag)] });
};

describe('"hva ser lederen?" of who is new', () => {
  test('tells of the guidelines, the steps and the mentor, as leader and mentor see them', async () => {
    await drive.executes(rektor, 'intro.tick', { personId: 'nora', stepId: 'samtale-med-leder' });
    const words = await sees(nora);
    expect(words).toContain('Bilder av barn\nGjort');
    expect(words).toMatch(/Første samtale med lederen\nGjort .*Lederen krysset av/);
    expect(words).toContain('Mari Fadder ser hva som er gjort');
    expect(words).not.toContain('Hvilke retningslinjer du har lest');
    expect(words).not.toContain('Bare lederen');
  });

  test('is in the file too', async () => {
    const question = await drive.asks(nora, 'own-data.offer', { format: 'pdf' });
    await drive.consents(nora, { action: 'accept', context: question.accept, uploadInfo });
    const { text } = await readPdf(drive.uploaded[0]?.bytes ?? new Uint8Array());
    expect(text.replace(/\s+/g, ' ')).toContain('Bilder av barn: Gjort');
  });

  test('is as before for who is not new', async () => {
    const words = await sees(olav);
    expect(words).toContain('Hvilke retningslinjer du har lest');
    expect(words).toContain('Bare lederen');
  });

  test('tells where lists by name are off that the mentor sees it, and of the leader that the guidelines stay unseen', async () => {
    await open({ UNDRING_PACK: await copyContent(notDiscussed) });
    const words = await sees(nora);
    expect(words).toContain('Mari Fadder ser hva som er gjort');
    expect(words).toContain('Hvilke retningslinjer du har lest');
    expect(words).not.toContain('Bilder av barn');
  });
});

describe('"min introduksjon" says who sees it', () => {
  test('the leader and the mentor', async () => {
    expect(await own(nora)).toContain('Lederen din ser hva som er gjort. Det gjør fadderen din også.');
  });

  test('the leader alone, where there is no mentor', async () => {
    expect(await own(kari)).toContain('Lederen din ser hva som er gjort.');
    expect(await own(kari)).not.toContain('fadderen din også');
  });

  test('the mentor alone, where lists by name are off or nobody leads the unit', async () => {
    await leaves('rektor');
    expect(await own(nora)).toContain('Fadderen din ser hva som er gjort.');
    await open({ UNDRING_PACK: await copyContent(notDiscussed) });
    expect(await own(nora)).toContain('Fadderen din ser hva som er gjort.');
  });

  test('nobody, for a leader over whom there is nobody', async () => {
    expect(await own(styrer)).toContain('Bare du ser hva som er gjort.');
  });
});

describe('a new hire who leads the own unit', () => {
  beforeEach(() => drive.knows(areaLeader));

  test('is seen and ticked by who leads the unit above, which stands in the audit', async () => {
    expect(await own(styrer)).toContain('Lederen din ser hva som er gjort.');
    const list = (await drive.says(areaLeader, 'nye kolleger')).message;
    const plan = await drive.presses(areaLeader, list, 'Se introduksjonen til Stig Styrer');
    expect(wordsOf(plan)).toContain('Lederansvar');
    await drive.executes(areaLeader, 'intro.tick', { personId: 'styrer', stepId: 'bti-dag' });
    const ticks = (await toArray(drive.stores.people.list('styrer', introTickRow))).map(({ value }) => value);
    expect(ticks).toMatchObject([{ by: 'area', as: 'leader' }]);
    expect(await toArray(drive.stores.audit.listAbout('202611', 'styrer'))).toMatchObject([
      { action: 'intro.tick', actorId: 'area' },
    ]);
  });

  test('is not seen by the leader of another unit, nor are those whom they lead seen by who leads above', async () => {
    expect(wordsOf(await drive.executes(rektor, 'intro.show', { personId: 'styrer' }))).not.toContain('Stig');
    const assistant = aPerson('ass', { displayName: 'Ase Assistent', employedOn: '2026-11-16', unitId: 'nybygg' });
    await drive.knows({ ...assistant, aadObjectId: aad(77) });
    expect(await said(styrer, 'nye kolleger')).toContain('Ase Assistent');
    expect(await said(areaLeader, 'nye kolleger')).not.toContain('Ase Assistent');
    expect(wordsOf(await drive.executes(areaLeader, 'intro.show', { personId: 'ass' }))).not.toContain('Ase');
  });
});
