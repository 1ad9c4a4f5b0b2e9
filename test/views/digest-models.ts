import { composeDigest, type DigestModel } from '../../src/features/digests/leader-digest.ts';
import { countStatus } from '../../src/features/digests/unit-status.ts';
import { aView, latePerson, newPerson, startedPerson } from './leader-models.ts';

/** A unit of so many: of five one is late, one new and out of reach, one stuck, and two are done. */
export function digestOf(people: number): DigestModel {
  const kinds = [latePerson, newPerson, { ...startedPerson, needsTime: true as const }];
  const staff = Array.from({ length: people }, (_, index) => {
    const displayName = `Anne-Margrethe Kristoffersen ${index + 1}`;
    const kind = kinds[index % 5];
    const about = { personId: `p${index}`, displayName, givenName: 'Anne-Margrethe' };
    return kind ? { ...kind, ...about } : aView(displayName, about);
  });
  const unit = { unitId: 'solbakken', name: 'Solbakken skole', counts: countStatus(staff) };
  const last = { at: new Date('2026-11-16T07:30:00Z'), on: '2026-11-16' } as const;
  return composeDigest([unit], staff, '2026-11-23', { last, toConfirm: 0 });
}
