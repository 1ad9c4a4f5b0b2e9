/** A card's own part of many rows. `at`: which page it is, counted from 0, where the one asked for may be past the last by now. */
export type Page<T> = { shown: readonly T[]; at: number; pages: number };

/** Pure. There is always one page, also of nothing. */
export function pageOf<T>(rows: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(Math.max(page, 0), pages - 1);
  return { shown: rows.slice(at * size, (at + 1) * size), at, pages };
}
