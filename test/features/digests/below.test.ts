import { describe, expect, it } from 'vitest';
import { type Below, suggestBelow } from '../../../src/features/digests/below.ts';
import { composeDigest } from '../../../src/features/digests/leader-digest.ts';
import { judgeDigest } from '../../../src/features/digests/quiet-digest.ts';
import { aView, latePerson } from '../../views/leader-models.ts';

const counts = (done: number, late: number) => ({ done, late, onTheWay: 0, notStarted: 0 });
const oppvekst = (...parts: readonly [string, number, number][]): Below => ({
  ...{ unitId: 'oppvekst', name: 'Oppvekst', told: 'figures', on: '2026-12-01' },
  counts: counts(
    parts.reduce((sum, [, done]) => sum + done, 0),
    parts.reduce((sum, [, , late]) => sum + late, 0),
  ),
  parts: parts.map(([unitId, done, late]) => ({ unitId, name: `${unitId} skole`, counts: counts(done, late) })),
});
const notYet: Below = { unitId: 'oppvekst', name: 'Oppvekst', told: 'not-yet', nextOn: '2026-12-01' };
const tooFew = oppvekst();
const bad = oppvekst(['lia', 20, 5], ['solbakken', 10, 30]);
const good = oppvekst(['lia', 20, 0]);

describe('what is suggested to who has units below', () => {
  it('is never that there is nothing to do', () => {
    for (const suggestion of ['all-done', 'nobody-here', 'nothing-needed'] as const) {
      expect(suggestBelow({ suggestion }, [bad])).toEqual({
        ...{ suggestion: 'ask-below-late', unitName: 'solbakken skole', late: 30 },
      });
      expect(suggestBelow({ suggestion }, [good])).toEqual({ suggestion: 'all-done-below' });
      expect(suggestBelow({ suggestion }, [good, notYet])).toEqual({ suggestion: 'ask-below' });
      expect(suggestBelow({ suggestion }, [notYet])).toEqual({ suggestion: 'ask-below' });
      expect(suggestBelow({ suggestion }, [])).toEqual({ suggestion });
    }
  });

  it('is to talk with another leader than oneself', () => {
    expect(suggestBelow({ suggestion: 'nobody-here' }, [oppvekst(['oppvekst', 0, 10])])).toEqual({
      suggestion: 'ask-below',
    });
  });

  it('is first what the own people need', () => {
    const own = { suggestion: 'confirm-prior', count: 2 } as const;
    expect(suggestBelow(own, [bad])).toEqual(own);
  });
});

describe('the leader’s own modules', () => {
  const own = { suggestion: 'own-modules', count: 2 } as const;

  it('come after who is late below, and before what nobody is late with', () => {
    expect(suggestBelow(own, [bad])).toMatchObject({ suggestion: 'ask-below-late', late: 30 });
    for (const below of [good, notYet, tooFew]) expect(suggestBelow(own, [below])).toEqual(own);
  });
});

describe('silence for who has units below', () => {
  const judged = (below: readonly Below[], people = [aView('Nils Vik')]) =>
    judgeDigest({ ...composeDigest([], people, '2026-12-07', { toConfirm: 0 }), below }, {});

  it('is there only where the figures say that all is well', () => {
    expect(judged([good]).isQuiet).toBe(true);
    expect(judged([bad]).isQuiet).toBe(false);
    expect(judged([notYet]).isQuiet).toBe(false);
    expect(judged([tooFew]).isQuiet).toBe(false);
    expect(judged([good, bad]).isQuiet).toBe(false);
    expect(judged([good], []).isQuiet).toBe(true);
    expect(judged([good], [latePerson]).isQuiet).toBe(false);
  });

  it('ends when the figures are others', () => {
    expect(judged([good]).mark).toBe(judged([good]).mark);
    expect(judged([good]).mark).not.toBe(judged([oppvekst(['lia', 25, 0])]).mark);
  });
});
