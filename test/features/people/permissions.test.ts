import { describe, expect, it } from 'vitest';
import { isInAudience } from '../../../src/features/catalogue/audience.ts';
import {
  canDo,
  canManage,
  canSeeRollup,
  canSeeUnit,
  permissions,
  withRightsOn,
} from '../../../src/features/people/permissions.ts';
import type { PersonOn } from '../../../src/features/people/person.ts';
import { aLeader, aPerson } from '../../support/person-builder.ts';

const today = '2026-11-27';
const allOf = (person: PersonOn) => permissions.filter((permission) => canDo({ kind: 'person', person }, permission));
const area = aLeader('area', ['oppvekst'], { roles: ['employee', 'area-leader'] });
const head = aLeader('head', ['solbakken']);

describe('who has not begun to work', () => {
  const later = aLeader('later', ['solbakken'], {
    ...{ employedOn: '2026-11-28', roles: ['employee', 'leader', 'area-leader', 'coordinator', 'administrator'] },
    ...{ answersFor: ['kommuneadvokat'], actsFor: [{ unitId: 'oppvekst', until: '2027-01-31' }] },
  });
  const before = withRightsOn(later, today, [{ unitId: 'moen', giver: area }]);

  it('has the rights of any employee, and of no unit', () => {
    expect(allOf(before)).toEqual(allOf(aPerson('anna')));
    expect(canManage(before, 'kommuneadvokat')).toBe(false);
    for (const unitId of ['solbakken', 'oppvekst', 'moen']) {
      expect([canSeeUnit(before, unitId), canSeeRollup(before, unitId)]).toEqual([false, false]);
    }
  });

  it('learns for the work to come, and has all the rights of it on the first day', () => {
    expect(isInAudience({ sectors: [], roles: ['leader'] }, before)).toBe(true);
    const begun = withRightsOn(later, '2026-11-28');
    expect(allOf(begun)).toEqual(allOf(later));
    expect(['solbakken', 'oppvekst'].map((unitId) => canSeeUnit(begun, unitId))).toEqual([true, true]);
  });
});

describe('who follows units for another', () => {
  it('sees the figures below those of an area leader, and below no other', () => {
    const deputy = withRightsOn(aLeader('deputy', ['lia']), today, [
      { unitId: 'oppvekst', giver: area },
      { unitId: 'solbakken', giver: head },
    ]);
    const seen = ['oppvekst', 'solbakken', 'lia', 'helse'].map((unitId) => canSeeRollup(deputy, unitId));
    expect(seen).toEqual([true, false, false, false]);
    expect(canDo({ kind: 'person', person: deputy }, 'rollup.see-all')).toBe(false);
  });

  it('has no right to figures for a leader who has none', () => {
    const deputy = withRightsOn(aPerson('deputy'), today, [{ unitId: 'solbakken', giver: head }]);
    expect(canDo({ kind: 'person', person: deputy }, 'rollup.see')).toBe(false);
  });
});
