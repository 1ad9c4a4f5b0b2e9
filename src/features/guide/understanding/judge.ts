import { type Level, levels } from './rule.ts';

/**
 * What was learned: for each feature how much it speaks for each level, in the order of `levels`, in tenths. `from`: the mark of the
 * examples that it was learned from, by which a test finds that they are others since.
 */
export type Learned = { from: string; bias: readonly number[]; weights: Readonly<Record<string, readonly number[]>> };

/** How likely each level is (they sum to 1), how many words it knew, and which features spoke most for the likeliest. */
export type Judgement = {
  odds: Readonly<Record<Level, number>>;
  likeliest: Level;
  knownWords: number;
  because: readonly string[];
};

export type Judge = (features: ReadonlySet<string>) => Judgement;

const mostReasons = 5;

/** A linear judge: weights are added up, so every judgement can be taken apart. The same features always give the same answer. */
export function createJudge({ bias, weights }: Pick<Learned, 'bias' | 'weights'>): Judge {
  const known = new Map(Object.entries(weights));
  return (features) => {
    const found = [...features].flatMap((feature) => {
      const weight = known.get(feature);
      return weight ? [{ feature, weight }] : [];
    });
    const share = 1 / Math.sqrt(Math.max(1, found.length));
    const scores = levels.map((_, at) => {
      const sum = found.reduce((total, { weight }) => total + (weight[at] ?? 0), 0);
      return ((bias[at] ?? 0) + sum * share) / 10;
    });
    const odds = toOdds(scores);
    const best = odds.indexOf(Math.max(...odds));
    const because = found
      .filter(({ weight }) => (weight[best] ?? 0) > 0)
      .sort((one, other) => (other.weight[best] ?? 0) - (one.weight[best] ?? 0))
      .slice(0, mostReasons)
      .map(({ feature, weight }) => `${feature} +${(((weight[best] ?? 0) * share) / 10).toFixed(2)}`);
    return {
      odds: named(odds),
      likeliest: levels[best] ?? 'other',
      knownWords: found.filter(isRealWord).length,
      because,
    };
  };
}

/** A word of one or two letters may be anything. */
const isRealWord = ({ feature }: { feature: string }): boolean => feature.startsWith('word:') && feature.length >= 8;

function toOdds(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}

function named(odds: readonly number[]): Record<Level, number> {
  const [acute = 0, duty = 0, bti0 = 0, bti1 = 0, bti2 = 0, info = 0, other = 0] = odds;
  return { acute, duty, bti0, bti1, bti2, info, other };
}
