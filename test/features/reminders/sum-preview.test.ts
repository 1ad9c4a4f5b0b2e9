import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonPreview } from '../../../src/features/reminders/preview-day.ts';
import { sumPreview } from '../../../src/features/reminders/sum-preview.ts';

const card = (unitId: string, kind: 'nudge' | 'deadline' = 'nudge'): PersonPreview => ({
  ...{ person: { personId: 'p', displayName: 'Kari', unitId }, outcome: 'card', kind, items: [] },
});
const many = (unitId: string, count: number, kind?: 'nudge' | 'deadline') =>
  Array.from({ length: count }, () => card(unitId, kind));

describe('the counts for who does not lead these people', () => {
  it('tell large numbers as they are', () => {
    expect(sumPreview([...many('a', 9), ...many('b', 6, 'deadline')])).toMatchObject({
      cards: { count: 15 },
      kinds: { nudge: 9, deadline: 6 },
      units: [
        { unitId: 'a', count: 9 },
        { unitId: 'b', count: 6 },
      ],
    });
  });

  it('tell a few as a few, and no kind of them', () => {
    expect(sumPreview(many('a', 3))).toMatchObject({ cards: { fewerThan: 5 }, units: [] });
    expect(sumPreview(many('a', 3)).kinds).toBeUndefined();
    expect(sumPreview([...many('a', 9), ...many('a', 2, 'deadline')]).kinds).toBeUndefined();
  });

  it('put small units together, and take a larger one with them where they are too few', () => {
    expect(sumPreview([...many('a', 9), ...many('b', 3), ...many('c', 3)])).toMatchObject({
      units: [{ unitId: 'a', count: 9 }],
      otherUnits: { units: 2, count: 6 },
    });
    expect(sumPreview([...many('a', 9), ...many('b', 6), ...many('c', 3)])).toMatchObject({
      units: [{ unitId: 'a', count: 9 }],
      otherUnits: { units: 2, count: 9 },
    });
  });

  it('never tell one to four, nor leave so few to be worked out', () => {
    const people = fc.array(fc.record({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), isDeadline: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(people, (all) => {
        const sum = sumPreview(all.map(({ unit, isDeadline }) => card(unit, isDeadline ? 'deadline' : 'nudge')));
        const told = [
          ...sum.units.map(({ count }) => count),
          ...(sum.otherUnits ? [sum.otherUnits.count] : []),
          ...(sum.kinds ? [sum.kinds.nudge, sum.kinds.deadline] : []),
          ...('count' in sum.cards ? [sum.cards.count] : []),
        ];
        expect(told.filter((count) => count > 0 && count < 5)).toEqual([]);
        const shown = sum.units.reduce((total, { count }) => total + count, 0) + (sum.otherUnits?.count ?? 0);
        expect(shown).toBe('count' in sum.cards ? sum.cards.count : 0);
        expect(sum.otherUnits?.units).not.toBe(1);
      }),
      { seed: 20261126 },
    );
  });
});
