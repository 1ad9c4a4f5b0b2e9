import { describe, expect, test } from 'vitest';
import { isForPerson, isShown } from '../../../src/features/catalogue/catalogue.ts';
import { aModule } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';

describe('a module', () => {
  test('is for the sectors and roles that it names, and for everybody when it names none', () => {
    const forSchools = aModule('m', { audience: { sectors: ['school'], roles: [] } });
    expect(isForPerson(forSchools, aPerson('a', { sector: 'school' }))).toBe(true);
    expect(isForPerson(forSchools, aPerson('a', { sector: 'health' }))).toBe(false);
    const forLeaders = aModule('m', { audience: { sectors: [], roles: ['leader'] } });
    expect(isForPerson(forLeaders, aPerson('a'))).toBe(false);
    expect(isForPerson(forLeaders, aPerson('a', { roles: ['employee', 'leader'] }))).toBe(true);
    expect(isForPerson(aModule('m'), aPerson('a'))).toBe(true);
  });

  test('is for the profiles that it names; who has none gets what is for everybody', () => {
    const forAssistants = aModule('m', { audience: { sectors: [], roles: [], profiles: ['assistent'] } });
    expect(isForPerson(forAssistants, aPerson('a', { profiles: ['assistent', 'verneombud'] }))).toBe(true);
    expect(isForPerson(forAssistants, aPerson('a', { profiles: ['laerer'] }))).toBe(false);
    expect(isForPerson(forAssistants, aPerson('a'))).toBe(false);
    expect(isForPerson(aModule('m'), aPerson('a', { profiles: ['laerer'] }))).toBe(true);
  });

  test.each([
    [1, [true, false, false]],
    [2, [true, true, false]],
    [3, [true, true, true]],
    [undefined, [true, true, true]],
  ] as const)(
    'is for somebody at level %s up to that level, and always where the roster knows no level',
    (competenceLevel, expected) => {
      const person = aPerson('a', { competenceLevel });
      expect(([1, 2, 3] as const).map((level) => isForPerson(aModule('m', { level }), person))).toEqual(expected);
    },
  );

  test('that is to be hidden is seen when somebody has approved it, and also when that approval has run out', () => {
    const approval = {
      status: 'approved',
      owner: 'o',
      approvedBy: 'Kari',
      approvedAt: '2020-01-01',
      validTo: '2021-01-01',
    } as const;
    expect(isShown(aModule('m'))).toBe(true);
    expect(isShown(aModule('m', { isHiddenUntilApproved: true }))).toBe(false);
    expect(isShown(aModule('m', { isHiddenUntilApproved: true, approval }))).toBe(true);
  });
});
