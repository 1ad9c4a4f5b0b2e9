import type { DrawnSheet } from './draw-sheets.ts';

/** What is wrong with pictures, one a line; the same in light and dark is told once. Empty when nothing is. */
export function tellFaults(drawn: readonly DrawnSheet[]): string {
  const told = drawn.flatMap(({ sheet, size, faults }) => faults.map((fault) => `${sheet} (${size}): ${fault}`));
  return [...new Set(told)].join('\n');
}
