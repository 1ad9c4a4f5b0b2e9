import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/core/local-date.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, nora, settle, settleMentor } from './people.ts';

const contact = (
  personId: string,
  displayName: string,
  unitId: string,
  n: number,
  employedOn: LocalDate = '2020-08-01',
) =>
  aPerson(personId, {
    ...{ displayName, unitId, roles: ['employee', 'bti-contact'], employedOn },
    aadObjectId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  });
const ofUnit = contact('pia', 'Pia Kontakt', 'solbakken', 81);
const ofArea = contact('arne', 'Arne Område', 'oppvekst', 82);

let drive: Drive;
beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await settleMentor(drive);
  const { units } = drive.stores;
  await units.keepUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other' });
  await units.keepUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school', parentId: 'oppvekst' });
});

describe('the BTI contact', () => {
  test('is named in the introduction: of the own unit, else of the nearest one above it', async () => {
    expect(wordsOf((await drive.says(nora, 'min introduksjon')).message)).toContain('Ingen BTI-kontakt står i lista');
    await drive.knows(ofArea);
    expect(wordsOf((await drive.says(nora, 'min introduksjon')).message)).toContain('Arne Område');
    await drive.knows(ofUnit);
    const words = wordsOf((await drive.says(nora, 'min introduksjon')).message);
    expect(words).toContain('Pia Kontakt');
    expect(words).not.toContain('Arne Område');
  });

  test.each(['hvem er BTI-kontakten min', 'Kven er BTI-kontakten vår?', 'who is my BTI contact?'])(
    'is named where one is asked for it: "%s"',
    async (text) => {
      await drive.knows(ofUnit);
      expect(wordsOf((await drive.says(kari, text)).message)).toContain('Pia Kontakt');
    },
  );

  test('is nobody who has left, has not begun or works elsewhere, and nobody is told of units beside one’s own', async () => {
    await drive.knows({ ...ofUnit, endsOn: '2026-11-01' }, { ...ofArea, unitId: 'fjordgløtt' });
    const words = wordsOf((await drive.says(kari, 'hvem er BTI-kontakten min')).message);
    expect(words).not.toContain('Pia Kontakt');
    expect(words).not.toContain('Arne Område');
    expect(words).toContain('BTI-kontakten (ikke lagt inn av kommunen)');
    await drive.knows(contact('eva', 'Eva Begynner', 'solbakken', 83, '2027-01-04'));
    expect(wordsOf((await drive.says(kari, 'hvem er BTI-kontakten min')).message)).not.toContain('Eva Begynner');
  });
});
