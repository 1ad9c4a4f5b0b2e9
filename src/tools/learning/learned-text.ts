import type { Learned } from '../../features/guide/understanding/judge.ts';

/** JSON with one feature a line, so that a change can be read. */
export function learnedText({ from, bias, weights }: Learned): string {
  const lines = Object.entries(weights).map(
    ([feature, own]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(own)}`,
  );
  return `{\n  "from": ${JSON.stringify(from)},\n  "bias": ${JSON.stringify(bias)},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`;
}
