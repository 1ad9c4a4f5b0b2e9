import type { UseKind, UseStore } from '../../src/features/guide/count-use.ts';

/** UseStore in memory, with the behaviour of `useTable`. */
export function memoryUseStore(): UseStore {
  const rows: { quarter: string; kind: UseKind; uses: number }[] = [];
  return {
    async add(quarter, kind, uses) {
      rows.push({ quarter, kind, uses });
    },
    async *list(quarter) {
      for (const { kind, uses } of rows.filter((row) => row.quarter === quarter)) yield { kind, uses };
    },
  };
}
