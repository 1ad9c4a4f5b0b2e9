import type { UseKind, UseStore } from '../../src/features/guide/count-use.ts';

/** UseStore in memory, with the behaviour of `useTable`. */
export function memoryUseStore(): UseStore {
  const rows = new Map<string, { quarter: string; kind: UseKind; uses: number }>();
  return {
    async add(quarter, kind, uses, id) {
      const key = `${quarter} ${kind}:${id}`;
      if (!rows.has(key)) rows.set(key, { quarter, kind, uses });
    },
    async *list(quarter) {
      for (const { kind, uses } of [...rows.values()].filter((row) => row.quarter === quarter)) yield { kind, uses };
    },
  };
}
