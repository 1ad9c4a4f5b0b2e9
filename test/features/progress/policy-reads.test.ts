import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/features/catalogue/policy.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import {
  confirmPolicy,
  currentVersion,
  policyReadRow,
  readOwnPolicies,
  standingOfPolicy,
} from '../../../src/features/progress/policy-reads.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { words } from '../../support/module-builder.ts';

const now = new Date('2026-11-23T09:00:00Z');

/** One version for each mark; `!` is material. */
function aPolicy(marks: string, policyId = 'bilder'): Policy {
  return {
    ...{ policyId, title: words('Bilder'), text: words('Spør først.') },
    ...{ approval: { status: 'utkast', owner: 'Oppvekstsjef' }, audience: { sectors: [], roles: [] } },
    versions: [...marks].map((mark, at) => ({ version: at + 1, validFrom: '2026-08-17', isMaterial: mark === '!' })),
  };
}
const read = (version: number, policyId = 'bilder') => ({ policyId, version, at: now });

describe('a guideline', () => {
  it.each([
    ['.', [], 'unread'],
    ['.', [1], 'read'],
    ['..', [1], 'read'],
    ['.!', [1], 'read-again'],
    ['.!', [2], 'read'],
    ['.!.', [1], 'read-again'],
    ['.!.', [2], 'read'],
    ['.!.!', [1, 2, 3], 'read-again'],
    ['!', [1], 'read'],
    // The pack went back to an earlier version.
    ['.', [2], 'read'],
  ])('with the versions "%s", of which %j were read, is %s', (marks, versions, standing) => {
    const reads = versions.map((version) => read(version));
    expect(standingOfPolicy(aPolicy(marks), reads).standing).toBe(standing);
  });

  it('does not count what was read of another', () => {
    expect(standingOfPolicy(aPolicy('.'), [read(1, 'annet')]).standing).toBe('unread');
  });

  it('asks again exactly when a material version is newer than all that was read', () => {
    const marks = fc.array(fc.constantFrom('.', '!'), { minLength: 1, maxLength: 8 });
    const asked = fc.property(marks, fc.array(fc.integer({ min: 1, max: 8 })), (all, versions) => {
      const latest = Math.max(0, ...versions);
      const policy = aPolicy(all.join(''));
      const isNewer = policy.versions.some(({ version, isMaterial }) => isMaterial && version > latest);
      const wanted = latest === 0 ? 'unread' : isNewer ? 'read-again' : 'read';
      const found = standingOfPolicy(
        policy,
        versions.map((version) => read(version)),
      );
      expect(found.standing).toBe(wanted);
    });
    fc.assert(asked, { seed: 20261123 });
  });

  it('is read once, however often the button is pressed, and the first time stands', async () => {
    const people = memoryPersonStore();
    const policy = aPolicy('.');
    await Promise.all([1, 2].map(() => confirmPolicy({ people }, 'kari', policy, 1, now)));
    await confirmPolicy({ people }, 'kari', policy, 1, new Date('2026-12-01T09:00:00Z'));
    expect((await toArray(people.list('kari', policyReadRow))).map(({ value }) => value)).toEqual([read(1)]);
    expect(await readOwnPolicies({ people }, 'kari', [policy])).toEqual([{ policy, standing: 'read', at: now }]);
  });

  it('keeps nothing of a version that never was', async () => {
    const people = memoryPersonStore();
    expect(await confirmPolicy({ people }, 'kari', aPolicy('..'), 3, now)).toBe('unknown-version');
    expect(people.keys().size).toBe(0);
  });

  it('has its last version as the one that holds', () => {
    expect(currentVersion(aPolicy('.!.'))).toBe(3);
  });
});
