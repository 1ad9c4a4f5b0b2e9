import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenCardsMs, decideCard } from '../../../src/features/groups/decide-card.ts';
import type { GroupSession } from '../../../src/features/groups/group-session.ts';
import { aSession } from './group-world.ts';

const startMs = Date.parse('2026-11-23T09:00:00Z');

/** Joins and looks of jobs at any times: what each look writes, as `sendGroupCard` would keep it. */
function play(joinsAt: readonly number[], looksAt: readonly number[]) {
  let session: GroupSession = aSession();
  const shown: { ms: number; count: number }[] = [];
  for (const ms of looksAt) {
    const count = joinsAt.filter((at) => at <= ms).length;
    const now = new Date(startMs + ms);
    const decision = decideCard(session, count, now);
    if (decision.decision !== 'show') continue;
    shown.push({ ms, count: decision.face.count });
    session = { ...session, card: { at: now, shown: decision.face } };
  }
  return shown;
}

const times = fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 120 });
const sorted = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b);

describe('the shared card', () => {
  it('is never written twice within five seconds, however people press and jobs look', () => {
    fc.assert(
      fc.property(times, times, (joins, looks) => {
        const shown = play(joins, sorted(looks));
        for (const [at, { ms }] of shown.entries()) {
          if (at > 0) expect(ms - (shown[at - 1]?.ms ?? 0)).toBeGreaterThanOrEqual(betweenCardsMs);
        }
      }),
    );
  });

  it('shows the true number in the end, when a job looks once more five seconds after the last press', () => {
    fc.assert(
      fc.property(times, times, (joins, looks) => {
        const last = Math.max(0, ...joins, ...looks);
        const shown = play(joins, [...sorted(looks), last + betweenCardsMs]);
        expect(shown.at(-1)?.count).toBe(joins.length);
      }),
    );
  });

  it('waits for the rest of the five seconds, and never longer, whatever another clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 600_000 }), (offsetMs) => {
        const card = { at: new Date(startMs), shown: { state: 'open' as const, stage: 0, count: 1 } };
        const decision = decideCard({ ...aSession(), card }, 2, new Date(startMs + offsetMs));
        if (decision.decision === 'wait') expect(decision.waitMs).toBeLessThanOrEqual(betweenCardsMs);
        else expect(offsetMs >= betweenCardsMs || offsetMs < -5 * 60_000).toBe(true);
      }),
    );
  });

  it('takes no turn of a clock that ran ahead for one: the number is shown as soon as the clock is right', () => {
    const card = { at: new Date(startMs), shown: { state: 'open' as const, stage: 0, count: 1 } };
    const session = { ...aSession(), card };
    const ahead = (ms: number) => decideCard(session, 2, new Date(startMs - ms)).decision;
    expect(ahead(5 * 60_000 + 1)).toBe('show');
    expect(ahead(24 * 60 * 60_000)).toBe('show');
    expect(ahead(5 * 60_000)).toBe('wait');
  });

  it('is left to whoever heard Teams refuse it until that time, and not for a time that a wrong clock kept', () => {
    const at = (aheadMs: number) =>
      decideCard(
        { ...aSession(), card: { at: new Date(0), notBefore: new Date(startMs + aheadMs) } },
        2,
        new Date(startMs),
      );
    expect([1_001, 3_600_000].map((ms) => at(ms).decision)).toEqual(['leave', 'leave']);
    // Whoever heard it may come back to a clock that is a little behind.
    expect(at(1_000)).toEqual({ decision: 'wait', waitMs: 1_000 });
    expect([0, -1, 2 * 3_600_000].map((ms) => at(ms).decision)).toEqual(['show', 'show', 'show']);
  });

  it('is left alone when it shows what is true, when it is lost, and where there is none', () => {
    const now = new Date(startMs);
    const shown = { state: 'open' as const, stage: 0, count: 3 };
    const { chat: _, ...without } = aSession();
    expect(decideCard({ ...aSession(), card: { at: now, shown } }, 3, now).decision).toBe('nothing');
    expect(decideCard({ ...aSession(), card: { at: now, isLost: true } }, 9, now).decision).toBe('nothing');
    expect(decideCard(without, 9, now).decision).toBe('nothing');
  });
});
