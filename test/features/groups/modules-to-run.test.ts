import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/features/catalogue/audience.ts';
import { mayRun } from '../../../src/features/groups/modules-to-run.ts';
import type { Person, Sector } from '../../../src/features/people/person.ts';
import { aModule } from '../../support/module-builder.ts';
import { aLeader, aPerson } from '../../support/person-builder.ts';

const may = (audience: Partial<Audience>, person: Person, sectors: readonly Sector[] = []): boolean =>
  mayRun(aModule('m', { audience: { sectors: [], roles: [], ...audience }, level: 3 }), person, sectors);

const rektor = aLeader('rektor', ['solbakken'], { roles: ['leader'], competenceLevel: 1 });
const contact = aPerson('kontakt', { roles: ['bti-contact'] });

describe('who may run a meeting about a module', () => {
  it('is everybody who leads meetings, where it is made for all, however deep it goes', () => {
    for (const person of [rektor, contact, aPerson('k', { roles: ['coordinator'] })])
      expect(may({}, person)).toBe(true);
  });

  it('is a leader for staff whom it is made for, though the leader is not one of them', () => {
    for (const role of ['employee', 'mentor', 'bti-contact'] as const) {
      expect(may({ sectors: ['school'], roles: [role] }, rektor, ['school'])).toBe(true);
    }
    expect(may({ sectors: ['kindergarten'], roles: ['employee'] }, rektor, ['school', 'kindergarten'])).toBe(true);
    expect(may({ sectors: ['health'] }, rektor, ['school', 'kindergarten'])).toBe(false);
  });

  it('is a leader for staff of any profile, who may be among those that the leader has in front of them', () => {
    expect(may({ profiles: ['assistent'] }, rektor, ['school'])).toBe(true);
    expect(may({ sectors: ['school'], roles: ['employee'], profiles: ['assistent'] }, rektor, ['school'])).toBe(true);
    expect(may({ sectors: ['health'], profiles: ['assistent'] }, rektor, ['school'])).toBe(false);
    expect(may({ roles: ['leader'], profiles: ['assistent'] }, contact)).toBe(false);
  });

  it('is a leader, and no contact, for the one that is made for leaders', () => {
    expect(may({ roles: ['leader'] }, rektor)).toBe(true);
    expect(may({ roles: ['leader'] }, contact)).toBe(false);
    expect(may({ roles: ['administrator'] }, rektor)).toBe(false);
  });

  it('is whoever coordinates or leads an area, whatever it is made for: they meet people of all services', () => {
    for (const role of ['coordinator', 'area-leader'] as const) {
      expect(may({ sectors: ['health'], roles: ['leader'] }, aPerson('n', { roles: [role] }))).toBe(true);
    }
  });
});
