import { textMark } from '../../core/text-mark.ts';
import type { Learned } from '../../features/guide/understanding/judge.ts';
import { type Level, levels } from '../../features/guide/understanding/rule.ts';

export type Example = { features: ReadonlySet<string>; level: Level };

/** A pair of words counts when it stands in `fewestPairs` texts at least: most stand in one. `most`: the features that tell most. */
export type LearnOptions = { fewestPairs: number; most: number; rounds: number; pull: number };
export const usual: LearnOptions = { fewestPairs: 2, most: 40_000, rounds: 40, pull: 1.2e-5 };

/**
 * Learns a linear judge (multinomial logistic regression, AdaGrad, L2) from labelled texts. The same examples in the same order
 * give the same weights: the order of a round is drawn with a fixed seed.
 */
export function learn(examples: readonly Example[], options: LearnOptions = usual): Learned {
  const from = examplesMark(examples);
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const common = [...counts]
    .filter(([feature, count]) => count >= options.fewestPairs || !feature.startsWith('pair:'))
    .map(([feature]) => feature);
  const first = fitWeights(examples, common, options);
  if (common.length <= options.most) return toLearned(from, first);
  const telling = common
    .map((feature, at) => ({ feature, spread: spreadOf(first.weights, at) }))
    .sort((one, other) => other.spread - one.spread || (one.feature < other.feature ? -1 : 1))
    .slice(0, options.most)
    .map(({ feature }) => feature);
  return toLearned(from, fitWeights(examples, telling, options));
}

/** Tells these examples, in this order, from others: learning anew would change nothing as long as it is the same. */
export const examplesMark = (examples: readonly Example[]): string =>
  textMark(examples.map(({ level, features }) => [level, ...features].join('\t')).join('\n'));

type Fitted = { features: readonly string[]; weights: Float64Array; bias: Float64Array };

function fitWeights(examples: readonly Example[], features: readonly string[], { rounds, pull }: LearnOptions): Fitted {
  const width = levels.length;
  const places = new Map(features.map((feature, at) => [feature, at * width]));
  const rows = examples.map(({ features: own, level }) => ({
    at: Int32Array.from([...own].flatMap((feature) => places.get(feature) ?? [])),
    is: levels.indexOf(level),
  }));
  const weights = new Float64Array(features.length * width);
  const steps = new Float64Array(features.length * width).fill(1e-6);
  const bias = new Float64Array(width);
  const random = createRandom(20_261_126);
  const order = rows.map((_, at) => at);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index];
      if (row) learnOne(row, { weights, steps, bias, pull, pace: 0.5 / (1 + round / 10) });
    }
  }
  return { features, weights, bias };
}

type State = { weights: Float64Array; steps: Float64Array; bias: Float64Array; pull: number; pace: number };

function learnOne(row: { at: Int32Array; is: number }, { weights, steps, bias, pull, pace }: State): void {
  const share = 1 / Math.sqrt(Math.max(1, row.at.length));
  const scores = Array.from(bias);
  for (const place of row.at)
    for (let level = 0; level < scores.length; level += 1)
      scores[level] = (scores[level] ?? 0) + (weights[place + level] ?? 0) * share;
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, one) => total + one, 0);
  for (let level = 0; level < scores.length; level += 1) {
    const miss = (raised[level] ?? 0) / sum - (level === row.is ? 1 : 0);
    bias[level] = (bias[level] ?? 0) - 0.01 * pace * miss;
    for (const place of row.at) {
      const at = place + level;
      const weight = weights[at] ?? 0;
      const slope = miss * share + pull * weight;
      const step = (steps[at] ?? 0) + slope * slope;
      steps[at] = step;
      weights[at] = weight - (pace * slope) / Math.sqrt(step);
    }
  }
}

function spreadOf(weights: Float64Array, at: number): number {
  const own = Array.from(weights.subarray(at * levels.length, (at + 1) * levels.length));
  return Math.max(...own) - Math.min(...own);
}

function toLearned(from: string, { features, weights, bias }: Fitted): Learned {
  const whole = (numbers: Float64Array): number[] => Array.from(numbers, (one) => Math.round(one * 10) + 0);
  const width = levels.length;
  const named = features
    .map((feature, at) => [feature, whole(weights.subarray(at * width, (at + 1) * width))] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { from, bias: whole(bias), weights: Object.fromEntries(named) };
}

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
