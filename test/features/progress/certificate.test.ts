import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, type LocalDate } from '../../../src/core/local-date.ts';
import { certificateFrom, standingOfCertificate } from '../../../src/features/progress/certificate.ts';
import { words } from '../../support/module-builder.ts';

const kind = (validMonths: number) => ({
  ...{ kindId: 'forstehjelp', name: words('Førstehjelp'), validMonths },
  audience: { sectors: [], roles: [] },
});
const dates = fc.integer({ min: 0, max: 40_000 }).map((days): LocalDate => addDays('1950-01-01', days));

describe('a course with an end', () => {
  it.each<[LocalDate, number, LocalDate]>([
    ['2024-11-23', 24, '2026-11-23'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('taken %s and valid for %i months is valid to %s', (takenOn, months, validTo) => {
    expect(certificateFrom(kind(months), takenOn)).toEqual({ kindId: 'forstehjelp', takenOn, validTo });
  });

  it('ends in the month that it should, whatever day it was taken', () => {
    const ends = fc.property(dates, fc.integer({ min: 1, max: 240 }), (takenOn, months) => {
      const validTo = addMonths(takenOn, months);
      const count = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
      expect(count(validTo) - count(takenOn)).toBe(months);
      expect(validTo.slice(8) <= takenOn.slice(8)).toBe(true);
    });
    fc.assert(ends, { seed: 20261123 });
  });

  it('is valid to and including its last day, and counts the days that are left', () => {
    const stands = fc.property(dates, fc.integer({ min: -1000, max: 1000 }), (validTo, ahead) => {
      const today = addDays(validTo, ahead);
      const certificate = { kindId: 'forstehjelp', takenOn: addDays(validTo, -700), validTo };
      const standing = standingOfCertificate(certificate, today);
      expect(standing.standing).toBe(ahead <= 0 ? 'valid' : 'expired');
      if (standing.standing === 'valid') expect(standing.daysLeft).toBe(daysBetween(today, validTo));
    });
    fc.assert(stands, { seed: 20261123 });
  });

  it('that was never registered is none', () => {
    expect(standingOfCertificate(undefined, '2026-11-23')).toEqual({ standing: 'none' });
  });
});
